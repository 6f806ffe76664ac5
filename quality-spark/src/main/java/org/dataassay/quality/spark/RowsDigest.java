package org.dataassay.quality.spark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.Utf8;

/**
 * A digest of rows that does not know how they were cut into parts, nor in which order they came.
 *
 * <p><b>Formula</b>  SHA-256 of three lines, each with a line feed behind it: the header, the number of rows, and Σ SHA-256(row) mod 2²⁵⁶ in 64 hexadecimal digits. Header and
 * rows are lines of CSV in UTF-8 without their line end: commas between cells, quotes around a cell only where it has a comma, a quote or a line end
 *
 * <p>It identifies rows; it is no seal against someone who chooses rows so that the sum comes out, which is easier than for SHA-256 itself. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-40061-5_12">D. Clarke, S. Devadas, M. van Dijk, B. Gassend, G. E. Suh, Incremental Multiset Hash Functions, ASIACRYPT
 *     2003, section 5 (MSet-Add-Hash)</a>
 */
final class RowsDigest {

    /** How many bytes {@link #toBytes()} gives. */
    static final int BYTES = 32;

    private static final int WORDS = BYTES / Integer.BYTES;
    private static final long WORD = 0xFFFFFFFFL;

    private final MessageDigest sha256 = sha256();
    private final byte[] one = new byte[BYTES];
    /** The sum, its highest 32 bits first. */
    private final int[] sum = new int[WORDS];

    private byte[] line = new byte[1024];
    private int length;

    /** Takes a row into account. */
    void add(Row row) {
        length = 0;
        for (int i = 0; i < row.width(); i++) cell(i, row.cell(i));
        sha256.update(line, 0, length);
        try {
            sha256.digest(one, 0, BYTES);
        } catch (java.security.DigestException e) {
            throw new IllegalStateException(e);
        }
        add(one);
    }

    /** Adds rows that were taken into account elsewhere. */
    void merge(RowsDigest other) {
        add(other.toBytes());
    }

    private void add(byte[] number) {
        var words = ByteBuffer.wrap(number);
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            carry += (sum[i] & WORD) + (words.getInt(i * Integer.BYTES) & WORD);
            sum[i] = (int) carry;
            carry >>>= 32;
        }
    }

    private void cell(int index, Utf8 cell) {
        int size = cell.length();
        room(2 * size + 3); // every byte a quote, two around, a comma
        if (index > 0) line[length++] = ',';
        cell.copyTo(line, length);
        int end = length + size;
        if (needsQuotes(length, end)) {
            var text = Arrays.copyOfRange(line, length, end);
            line[length++] = '"';
            for (byte b : text) {
                if (b == '"') line[length++] = '"';
                line[length++] = b;
            }
            line[length++] = '"';
        } else {
            length = end;
        }
    }

    private boolean needsQuotes(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = line[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') return true;
        }
        return false;
    }

    private void room(int more) {
        if (length + more > line.length) line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }

    /** The sum, big-endian. */
    byte[] toBytes() {
        var bytes = ByteBuffer.allocate(BYTES);
        for (int word : sum) bytes.putInt(word);
        return bytes.array();
    }

    /** The sum that {@link #toBytes()} wrote. */
    static RowsDigest ofBytes(byte[] bytes) {
        var digest = new RowsDigest();
        digest.add(bytes);
        return digest;
    }

    /** The digest of so many rows of these columns, hexadecimal. */
    String hex(List<String> columns, long rows) {
        length = 0;
        for (int i = 0; i < columns.size(); i++) cell(i, Utf8.of(columns.get(i)));
        var header = new String(line, 0, length, StandardCharsets.UTF_8);
        var total = HexFormat.of().formatHex(toBytes());
        var lines = header + "\n" + rows + "\n" + total + "\n";
        return HexFormat.of().formatHex(sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
