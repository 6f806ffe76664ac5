package org.dataassay.pricing.tariff;

/** The fields of one event as they lie in a buffer. Reused from line to line; a field that is absent ends where it begins. */
final class EventLine {

    static final int ID = 0;
    static final int SUBSCRIPTION = 1;
    static final int METER = 2;
    static final int QUANTITY = 3;
    static final int TIME = 4;
    static final int RECEIVED = 5;
    static final int CURRENCY = 6;
    static final int FAILED = 7;
    static final int FIELDS = 8;

    byte[] bytes = new byte[0];
    final int[] from = new int[FIELDS];
    final int[] to = new int[FIELDS];

    /** What a field is called in files. */
    static String name(int field) {
        return switch (field) {
            case ID -> "id";
            case SUBSCRIPTION -> "subscription";
            case METER -> "meter";
            case QUANTITY -> "quantity";
            case TIME -> "time";
            case RECEIVED -> "received";
            case CURRENCY -> "currency";
            case FAILED -> "failed";
            default -> throw new IllegalArgumentException("no field " + field);
        };
    }

    /** Whether every event has the field. */
    static boolean isRequired(int field) {
        return field <= TIME;
    }

    void clear() {
        for (int i = 0; i < FIELDS; i++) {
            from[i] = 0;
            to[i] = 0;
        }
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    boolean has(int field) {
        return to[field] > from[field];
    }

    boolean is(int field, String text) {
        int length = to[field] - from[field];
        if (length != text.length()) return false;
        for (int i = 0; i < length; i++) if (bytes[from[field] + i] != text.charAt(i)) return false;
        return true;
    }
}
