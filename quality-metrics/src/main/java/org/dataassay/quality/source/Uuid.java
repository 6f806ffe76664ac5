package org.dataassay.quality.source;

/** Universally unique identifiers in their text form. */
final class Uuid {

    private Uuid() {}

    static boolean accepts(Utf8 text) {
        if (text.length() != 36) return false;
        for (int i = 0; i < 36; i++) {
            byte b = text.byteAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? b != '-' : !Digits.isHex(b)) return false;
        }
        return true;
    }
}
