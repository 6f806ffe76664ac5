package org.dataassay.quality.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.CsvOptions.RaggedRows;
import org.dataassay.valuation.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV text behind the last row that ends within so many bytes. Whether a line end is inside quotes is not guessed: the quotes of every part are followed
 * from its first byte on, eight bytes at a time, by the rule that a quote opens a field where it follows a delimiter or a line end, and is text elsewhere.
 */
final class CsvParts implements TableParts {

    /** A part is cut behind its last whole row in so many bytes: 8 MiB. */
    static final int PART_BYTES = 1 << 23;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';
    private static final int PADDING = 16;

    private final CsvSource source;
    private final CsvOptions options;
    private final int partBytes;
    private final byte delimiter;
    /** With more bytes than this and no row end, a field or the row is too long, whatever its quotes. */
    private final int longestRaw;

    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private byte[] rest = {};
    private boolean skipLineFeed;
    private boolean atEnd;
    private @Nullable InvalidInputException unreadable;

    CsvParts(CsvSource source, CsvOptions options, int partBytes, boolean skipLineFeed) {
        this.source = source;
        this.options = options;
        this.partBytes = partBytes;
        this.delimiter = (byte) options.delimiter();
        this.longestRaw = (int)
                Math.min(Integer.MAX_VALUE - 64L, 2L * options.maximumRowBytes() + 4L * options.maximumColumns() + 64);
        this.skipLineFeed = skipLineFeed;
    }

    @Override
    public Optional<TablePart> next() {
        if (unreadable != null) throw unreadable;
        if (atEnd && rest.length == 0) return Optional.empty();
        byte[] b = free.isEmpty() ? new byte[partBytes + PADDING] : free.pop();
        if (b.length < rest.length + PADDING) b = new byte[rest.length + PADDING];
        System.arraycopy(rest, 0, b, 0, rest.length);
        int length = rest.length;
        int wanted = Math.max(partBytes, length);
        var quotes = new Quotes();
        int end;
        while (true) {
            length = fill(b, length, wanted);
            end = quotes.lastRowEnd(b, length, atEnd && unreadable == null);
            if (end > 0) break;
            if (unreadable != null) throw unreadable;
            if (atEnd || length > longestRaw) {
                end = length;
                break;
            }
            wanted = (int) Math.min(2L * wanted, longestRaw + 1L);
            b = Arrays.copyOf(b, wanted + PADDING);
        }
        int from = skipLineFeed && b[0] == '\n' ? 1 : 0;
        skipLineFeed = false;
        rest = Arrays.copyOfRange(b, end, length);
        if (end == 0) return Optional.empty();
        return Optional.of(new Part(b, from, end));
    }

    /** Reads until there are so many bytes or no more. */
    private int fill(byte[] b, int length, int wanted) {
        int n = length;
        try {
            while (n < wanted && !atEnd) {
                int read = source.readRaw(b, n, wanted - n);
                if (read == 0) atEnd = true;
                n += read;
            }
        } catch (InvalidInputException e) { // said after the rows before it
            unreadable = e;
            atEnd = true;
        }
        return n;
    }

    @Override
    public void done(TablePart done) {
        var part = (Part) done;
        source.passed(
                part.broken ? part.rowStart : part.to,
                part.rows,
                part.lines,
                part.blankLines,
                part.ragged,
                part.firstRagged);
        if (part.broken) {
            var again = source.again(part.b, part.rowStart, part.to);
            boolean more = true;
            while (more) more = again.advance();
            throw new IllegalStateException("a row that two readers see differently");
        }
        free.push(part.b);
    }

    @Override
    public void end() {
        source.checkRejected();
    }

    /** Follows the quotes of a part. */
    private final class Quotes {

        private int at;
        private boolean inside;
        private int rowEnd;

        /** Where the last whole row ends within the first so many bytes; 0 when none does. Text that ends without a line end is a whole row too. */
        int lastRowEnd(byte[] b, int length, boolean complete) {
            while (at < length) {
                int quote = quote(b, at, length);
                if (!inside) {
                    int end = rowEnd(b, at, quote, length);
                    if (end > 0) rowEnd = end;
                    inside = quote < length && (quote == 0 || endsField(b[quote - 1]));
                    at = Math.min(quote + 1, length);
                } else if (quote + 1 < length) {
                    inside = b[quote + 1] == '"';
                    at = inside ? quote + 2 : quote + 1;
                } else {
                    at = quote; // the end, or a quote that closes or is doubled, as the next byte will say
                    break;
                }
            }
            return complete ? length : rowEnd;
        }

        private boolean endsField(byte b) {
            return b == delimiter || b == '\n' || b == '\r';
        }

        /** Behind the last line end in [from, to), which is outside quotes. */
        private int rowEnd(byte[] b, int from, int to, int length) {
            for (int i = to - 1; i >= from; i--) {
                if (b[i] == '\n') return i + 1;
                if (b[i] == '\r' && i + 1 < length) return i + 1; // at the very end a line feed may follow
            }
            return 0;
        }
    }

    /** The first quote in [from, to), or {@code to}. */
    private static int quote(byte[] b, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long x = (long) LONGS.get(b, i) ^ QUOTES;
            long found = (x - ONES) & ~x & HIGH_BITS;
            if (found != 0) return i + (Long.numberOfTrailingZeros(found) >>> 3);
        }
        while (i < to && b[i] != '"') i++;
        return i;
    }

    /** The rows of a part, parsed where they lie: a cell is where its text stands in the file, but for doubled quotes, which are taken together there. */
    private final class Part extends TablePart {

        private final byte[] b;
        private final int to;
        private final int columns = source.columns().size();
        private final long delimiters = ONES * delimiter;

        /** Index of the first byte that is not text, or the end; negative before it was looked for. */
        private int fault = -1;

        private int rowStart;
        private boolean broken;
        private long rows;
        private long lines;
        private long blankLines;
        private long ragged;
        private final List<RejectedRows.Ragged> firstRagged = new ArrayList<>();

        /** Cells of the current row with doubled quotes. */
        private int[] doubled = new int[8];

        private int doubledCells;

        Part(byte[] b, int from, int to) {
            this.b = b;
            this.rowStart = from;
            this.to = to;
            Arrays.fill(b, to, to + PADDING, (byte) '\n'); // ends a last row without a line end, and every search
        }

        @Override
        public long numbered() {
            return rows;
        }

        @Override
        public long bytes() {
            return to;
        }

        @Override
        public boolean read(RowBlock block) {
            if (fault < 0) fault = firstFault();
            block.over(b, columns);
            while (!broken && rowStart < to && block.hasRoom()) broken = !row(block);
            return block.rows() > 0;
        }

        private int firstFault() {
            var guard = new TextGuard();
            int found = guard.check(b, rowStart, to);
            return found == to && !guard.complete() ? to - 1 : found;
        }

        /** Parses one row; false when it breaks a rule of the format. */
        private boolean row(RowBlock block) {
            int[] starts = block.starts();
            int[] ends = block.ends();
            int first = block.rows() * columns;
            int p = rowStart;
            int width = 0;
            int rowLength = 0;
            long lineEnds = 0;
            boolean quoted = false;
            doubledCells = 0;
            while (true) {
                int start = p;
                int end;
                int length;
                if (b[p] == '"' && p < to) {
                    quoted = true;
                    start = p + 1;
                    int pairs = 0;
                    end = quote(b, start, to);
                    while (end + 1 < to && b[end + 1] == '"') {
                        pairs++;
                        end = quote(b, end + 2, to);
                    }
                    if (end == to) return false;
                    p = end + 1;
                    if (p < to && b[p] != delimiter && b[p] != '\n' && b[p] != '\r') return false;
                    length = end - start - pairs;
                    lineEnds += lineEnds(start, end);
                    if (pairs > 0 && width < columns) noteDoubled(first + width);
                } else {
                    p = fieldEnd(p);
                    end = p;
                    length = end - start;
                }
                rowLength += length;
                if (length > options.maximumFieldBytes()
                        || rowLength > options.maximumRowBytes()
                        || width == options.maximumColumns()) return false;
                if (width < columns) {
                    starts[first + width] = start;
                    ends[first + width] = end;
                }
                width++;
                if (p == to || b[p] != delimiter) break;
                p++;
            }
            if (p < to) {
                lineEnds++;
                p += b[p] == '\r' && p + 1 < to && b[p + 1] == '\n' ? 2 : 1;
            }
            if (fault < p) return false;
            if (width == columns) {
                for (int i = 0; i < doubledCells; i++)
                    ends[doubled[i]] = takeTogether(starts[doubled[i]], ends[doubled[i]]);
                block.accept((int) ++rows);
            } else if (width == 1 && rowLength == 0 && !quoted) {
                blankLines++;
            } else {
                if (options.raggedRows() == RaggedRows.REFUSE) return false;
                ragged++;
                rows++;
                if (firstRagged.size() < RejectedRows.EXAMPLES)
                    firstRagged.add(new RejectedRows.Ragged(rows, lines + 1, width));
            }
            lines += lineEnds;
            rowStart = p;
            return true;
        }

        private void noteDoubled(int cell) {
            if (doubledCells == doubled.length) doubled = Arrays.copyOf(doubled, 2 * doubledCells);
            doubled[doubledCells++] = cell;
        }

        /** Every two quotes become one; where the text then ends. */
        private int takeTogether(int start, int end) {
            int at = start;
            for (int i = start; i < end; i++) {
                b[at++] = b[i];
                if (b[i] == '"') i++;
            }
            return at;
        }

        /** The first delimiter or line end from here on; there is one at the end. */
        private int fieldEnd(int from) {
            int i = from;
            while (true) {
                long word = (long) LONGS.get(b, i);
                long x = word ^ delimiters;
                long y = word ^ LINE_FEEDS;
                long z = word ^ RETURNS;
                long found = ((x - ONES) & ~x | (y - ONES) & ~y | (z - ONES) & ~z) & HIGH_BITS;
                if (found != 0) return i + (Long.numberOfTrailingZeros(found) >>> 3);
                i += 8;
            }
        }

        private long lineEnds(int from, int to) {
            long count = 0;
            for (int i = from; i < to; i++) {
                if (b[i] == '\r' || b[i] == '\n' && b[i - 1] != '\r') count++;
            }
            return count;
        }
    }
}
