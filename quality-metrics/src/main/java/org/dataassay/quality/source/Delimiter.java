package org.dataassay.quality.source;

import java.util.Optional;

/**
 * Which character separates the fields of a text: the one of comma, semicolon, tab and pipe that divides the most of its first rows into as many fields as the header,
 * two at least; of those alike, the one that is rarer in text.
 */
final class Delimiter {

    private static final char[] CANDIDATES = {'\t', ';', '|', ','};
    private static final int ROWS = 200;

    private Delimiter() {}

    static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            default -> "'" + delimiter + "'";
        };
    }

    /**
     * The likeliest delimiter; empty where none divides the header.
     *
     * @param head the beginning of a text in UTF-8
     */
    static Optional<Character> detect(byte[] head) {
        Optional<Character> best = Optional.empty();
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(head, candidate);
            if (score > bestScore) {
                bestScore = score;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** Share of rows like the header, in millionths, and below that the number of columns; 0 where the header is one field. */
    private static long score(byte[] head, char delimiter) {
        int columns = 0;
        int rows = 0;
        int alike = 0;
        int fields = 1;
        boolean quoted = false;
        boolean fieldStart = true;
        boolean empty = true;
        for (int i = 0; i < head.length && rows < ROWS; i++) {
            byte b = head[i];
            if (quoted) {
                if (b == '"') quoted = false; // of a doubled quote the second one opens again
                continue;
            }
            if (b == '"' && (fieldStart || (i > 0 && head[i - 1] == '"'))) {
                quoted = true;
                fieldStart = false;
                empty = false;
            } else if (b == delimiter) {
                fields++;
                fieldStart = true;
                empty = false;
            } else if (b == '\n' || b == '\r') {
                if (!empty) {
                    if (columns == 0) columns = fields;
                    rows++;
                    if (fields == columns) alike++;
                }
                fields = 1;
                fieldStart = true;
                empty = true;
            } else {
                fieldStart = false;
                empty = false;
            }
        }
        if (columns == 0) { // one line without an end
            columns = fields;
            rows = 1;
            alike = 1;
        }
        return columns < 2 ? 0 : 1_000_000L * alike / rows * 100_000 + Math.min(columns, 99_999);
    }
}
