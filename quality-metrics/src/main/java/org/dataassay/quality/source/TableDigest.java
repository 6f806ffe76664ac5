package org.dataassay.quality.source;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The digest of a table that is no file: SHA-256 of the CSV file that it would be. Header first, UTF-8 without a mark, commas, a line feed behind every row, quotes
 * around a cell only where it has a comma, a quote or a line end.
 *
 * <p>So anyone can check it: write the table as such a file, and let {@code sha256sum} count.
 */
final class TableDigest {

    private static final byte[] COMMA = {','};
    private static final byte[] LINE_END = {'\n'};
    private static final byte[] QUOTE = {'"'};

    private final Sha256 sha256 = new Sha256();
    private boolean first = true;

    TableDigest(List<String> columns) {
        columns.forEach(name -> cell(name.getBytes(StandardCharsets.UTF_8)));
        endRow();
    }

    void cell(byte[] text) {
        if (!first) sha256.update(COMMA, 0, 1);
        first = false;
        if (!needsQuotes(text)) {
            sha256.update(text, 0, text.length);
            return;
        }
        sha256.update(QUOTE, 0, 1);
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '"') continue;
            sha256.update(text, from, i + 1 - from);
            from = i; // so that it comes twice
        }
        sha256.update(text, from, text.length - from);
        sha256.update(QUOTE, 0, 1);
    }

    void endRow() {
        sha256.update(LINE_END, 0, 1);
        first = true;
    }

    String hex() {
        return sha256.hex();
    }

    private static boolean needsQuotes(byte[] text) {
        for (byte b : text) {
            if (b == ',' || b == '"' || b == '\n' || b == '\r') return true;
        }
        return false;
    }
}
