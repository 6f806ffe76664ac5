package org.dataassay.pricing.tariff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * Event files as a stream of lines: comma-separated values with a header, or one JSON object a line. A line that cannot be taken apart is passed on as broken, with its
 * number, and the next one is read. Memory does not grow with the file.
 */
final class EventReader {

    /** Most bytes of a line; longer ones are broken. */
    static final int LONGEST_LINE = 1 << 16;

    private static final int BUFFER = 1 << 20;
    private static final int MOST_COLUMNS = 1_000;

    /** Receives lines. */
    interface Receiver {
        void line(String source, long number, EventLine fields, boolean isBroken);
    }

    private final InputStream in;
    private final String source;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean isAtEnd;
    private long number;
    private boolean isTooLong;

    private final EventLine fields = new EventLine();
    /** Field of each column, −1 for columns that do not matter. */
    private int[] columns = new int[0];

    EventReader(InputStream in, String source) {
        this.in = in;
        this.source = source.length() <= Ids.LONGEST ? source : source.substring(0, Ids.LONGEST);
        fields.bytes = buffer;
    }

    void forEach(Receiver receiver) throws IOException {
        int end = nextLine();
        if (end >= 0
                && end - from >= 3
                && buffer[from] == (byte) 0xEF
                && buffer[from + 1] == (byte) 0xBB
                && buffer[from + 2] == (byte) 0xBF) from += 3;
        if (end < 0) throw unreadable("it is empty", "Give a header, or JSON lines.");
        boolean isJson = end > from && buffer[from] == '{';
        if (!isJson) {
            if (isTooLong) throw unreadable("its header is too long", "Begin with the names of the columns.");
            header(trimmed(end));
            from = end + 1;
            end = nextLine();
        }
        while (end >= 0) {
            int last = trimmed(end);
            if (isTooLong) {
                receiver.line(source, number, fields, true);
            } else if (last > from) {
                fields.clear();
                boolean isWhole = isJson ? json(from, last) : values(from, last);
                receiver.line(source, number, fields, !isWhole || !isComplete());
            }
            from = end + 1;
            end = nextLine();
        }
    }

    private boolean isComplete() {
        for (int i = 0; i < EventLine.FIELDS; i++) if (EventLine.isRequired(i) && !fields.has(i)) return false;
        return true;
    }

    private int trimmed(int end) {
        return end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    /** Where the line that begins at {@link #from} ends; −1 at the end of the file. */
    private int nextLine() throws IOException {
        isTooLong = false;
        int at = from;
        while (true) {
            while (at < to && buffer[at] != '\n') at++;
            if (at < to) {
                number++;
                if (at - from > LONGEST_LINE) isTooLong = true;
                return at;
            }
            if (isAtEnd) {
                if (from >= to && !isTooLong) return -1;
                number++;
                if (at - from > LONGEST_LINE) isTooLong = true;
                return at;
            }
            if (at - from > LONGEST_LINE) {
                // What has been seen of it is dropped; its end is still to be found.
                isTooLong = true;
                from = to;
            }
            at = refill();
        }
    }

    /** Moves what is left to the front and reads on; where to go on searching. */
    private int refill() throws IOException {
        int left = to - from;
        System.arraycopy(buffer, from, buffer, 0, left);
        from = 0;
        to = left;
        int count = in.read(buffer, to, buffer.length - 1 - to);
        if (count < 0) isAtEnd = true;
        else to += count;
        return left;
    }

    // --- comma-separated values ---

    private void header(int last) {
        var names = List.of(new String(buffer, from, last - from, StandardCharsets.UTF_8).split(",", -1));
        if (names.size() > MOST_COLUMNS)
            throw unreadable("it has more than " + MOST_COLUMNS + " columns", "Leave some out.");
        columns = new int[names.size()];
        Arrays.fill(columns, -1);
        var missing = new ArrayList<String>();
        for (int field = 0; field < EventLine.FIELDS; field++) {
            int found = -1;
            for (int i = 0; i < names.size(); i++) {
                var name = names.get(i).strip();
                if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\""))
                    name = name.substring(1, name.length() - 1);
                if (!name.equals(EventLine.name(field))) continue;
                if (found >= 0)
                    throw unreadable("column " + EventLine.name(field) + " is there twice", "Rename one of them.");
                found = i;
            }
            if (found >= 0) columns[found] = field;
            else if (EventLine.isRequired(field)) missing.add(EventLine.name(field));
        }
        if (!missing.isEmpty())
            throw unreadable(
                    "its header lacks " + String.join(", ", missing),
                    "Begin with id,subscription,meter,quantity,time and, where they are known, received,currency,failed.");
    }

    private InvalidInputException unreadable(String what, String remedy) {
        return InvalidInputException.of(PricingError.EVENTS_UNREADABLE, source, what, remedy);
    }

    private boolean values(int start, int last) {
        int at = start;
        for (int column = 0; ; column++) {
            if (column == columns.length) return false;
            int begin = at;
            int end;
            if (at < last && buffer[at] == '"') {
                begin = ++at;
                end = unquoted(begin, last);
                if (end < 0) return false;
                at = afterQuote;
                if (at < last && buffer[at] != ',') return false;
            } else {
                while (at < last && buffer[at] != ',') at++;
                end = at;
            }
            int field = columns[column];
            if (field >= 0) {
                fields.from[field] = begin;
                fields.to[field] = end;
            }
            if (at >= last) return column == columns.length - 1;
            at++;
        }
    }

    private int afterQuote;

    /** Takes doubled quotes out in place; the end of the text, −1 where the quote is never closed. */
    private int unquoted(int begin, int last) {
        int to = begin;
        for (int at = begin; at < last; at++) {
            if (buffer[at] == '"') {
                if (at + 1 >= last || buffer[at + 1] != '"') {
                    afterQuote = at + 1;
                    return to;
                }
                at++;
            }
            buffer[to++] = buffer[at];
        }
        return -1;
    }

    // --- JSON lines ---

    private boolean json(int start, int last) {
        int at = blanks(start, last);
        if (at >= last || buffer[at] != '{') return false;
        at = blanks(at + 1, last);
        if (at < last && buffer[at] == '}') return blanks(at + 1, last) == last;
        while (at < last) {
            if (buffer[at] != '"') return false;
            int keyFrom = at + 1;
            int keyTo = jsonText(keyFrom, last);
            if (keyTo < 0) return false;
            at = blanks(afterQuote, last);
            if (at >= last || buffer[at] != ':') return false;
            at = blanks(at + 1, last);
            if (at >= last) return false;
            int from;
            int to;
            if (buffer[at] == '"') {
                from = at + 1;
                to = jsonText(from, last);
                if (to < 0) return false;
                at = afterQuote;
            } else {
                from = at;
                while (at < last && buffer[at] != ',' && buffer[at] != '}' && buffer[at] > ' ') at++;
                to = at;
                if (!isScalar(from, to)) return false;
                if (isNull(from, to)) to = from;
            }
            int field = field(keyFrom, keyTo);
            if (field >= 0) {
                if (fields.to[field] > 0) return false;
                fields.from[field] = from;
                fields.to[field] = to;
            }
            at = blanks(at, last);
            if (at >= last) return false;
            if (buffer[at] == '}') return blanks(at + 1, last) == last;
            if (buffer[at] != ',') return false;
            at = blanks(at + 1, last);
        }
        return false;
    }

    private int blanks(int at, int last) {
        int next = at;
        while (next < last && (buffer[next] == ' ' || buffer[next] == '\t')) next++;
        return next;
    }

    private boolean isScalar(int from, int to) {
        if (from == to) return false;
        byte first = buffer[from];
        return first >= '0' && first <= '9' || first == '-' || first == 't' || first == 'f' || first == 'n';
    }

    private boolean isNull(int from, int to) {
        return to - from == 4 && buffer[from] == 'n';
    }

    private static final byte[][] NAMES = IntStream.range(0, EventLine.FIELDS)
            .mapToObj(field -> EventLine.name(field).getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private int field(int from, int to) {
        for (int i = 0; i < NAMES.length; i++)
            if (Arrays.equals(NAMES[i], 0, NAMES[i].length, buffer, from, to)) return i;
        return -1;
    }

    /** Takes escapes out in place; the end of the text, −1 where it is none. */
    private int jsonText(int begin, int last) {
        int to = begin;
        int at = begin;
        while (at < last) {
            byte b = buffer[at++];
            if (b == '"') {
                afterQuote = at;
                return to;
            }
            if (b >= 0 && b < ' ') return -1;
            if (b != '\\') {
                buffer[to++] = b;
                continue;
            }
            if (at >= last) return -1;
            switch (buffer[at++]) {
                case '"' -> buffer[to++] = '"';
                case '\\' -> buffer[to++] = '\\';
                case '/' -> buffer[to++] = '/';
                case 'b' -> buffer[to++] = '\b';
                case 'f' -> buffer[to++] = '\f';
                case 'n' -> buffer[to++] = '\n';
                case 'r' -> buffer[to++] = '\r';
                case 't' -> buffer[to++] = '\t';
                case 'u' -> {
                    int unit = hex(at, last);
                    if (unit < 0) return -1;
                    at += 4;
                    int point = unit;
                    if (Character.isHighSurrogate((char) unit)) {
                        if (at + 6 > last || buffer[at] != '\\' || buffer[at + 1] != 'u') return -1;
                        int second = hex(at + 2, last);
                        if (second < 0 || !Character.isLowSurrogate((char) second)) return -1;
                        point = Character.toCodePoint((char) unit, (char) second);
                        at += 6;
                    } else if (Character.isLowSurrogate((char) unit)) {
                        return -1;
                    }
                    for (byte one : Character.toString(point).getBytes(StandardCharsets.UTF_8)) buffer[to++] = one;
                }
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    private int hex(int at, int last) {
        if (at + 4 > last) return -1;
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(buffer[i], 16);
            if (digit < 0) return -1;
            value = value << 4 | digit;
        }
        return value;
    }
}
