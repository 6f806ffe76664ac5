package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * The text of a gzip archive of one member or several.
 *
 * <p>Not {@link java.util.zip.GZIPInputStream}: that one takes the end of what is at hand for the end of the archive and then drops the members that follow, and it
 * cannot say where an archive is damaged.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952, P. Deutsch, GZIP file format specification version 4.3, 1996, section 2.3</a>
 */
final class GzipStream extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int position;
    private int limit;
    private long consumed;
    private long textBytes;
    private long memberBytes;
    private boolean inMember;
    private boolean atEnd;

    GzipStream(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (!atEnd) {
            if (!inMember && !beginMember()) {
                atEnd = true;
                break;
            }
            int n = inflate(target, offset, length);
            if (n > 0) {
                crc.update(target, offset, n);
                memberBytes += n;
                textBytes += n;
                return n;
            }
            if (inflater.finished()) endMember();
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int n = inflater.inflate(target, offset, length);
            if (n > 0 || inflater.finished()) return n;
            if (inflater.needsDictionary()) throw damaged("it asks for a dictionary");
            if (!fill()) throw truncated();
            inflater.setInput(buffer, position, limit - position);
            consumed += limit - position;
            position = limit;
            return 0;
        } catch (DataFormatException e) {
            consumed -= inflater.getRemaining();
            throw damaged("the compressed data are not valid");
        }
    }

    /** Whether there is another member; zeros behind the last one, as tapes leave them, are no member. */
    private boolean beginMember() throws IOException {
        boolean first = consumed == 0;
        int b = next();
        if (!first) {
            while (b == 0) b = next();
            if (b < 0) return false;
        }
        if (b != 0x1F || required() != 0x8B) {
            throw damaged(first ? "it does not begin like one" : "something else follows behind the archive");
        }
        if (required() != 8) throw damaged("its method of compression is unknown");
        int flags = required();
        pass(6);
        if ((flags & EXTRA) != 0) pass(required() | required() << 8);
        if ((flags & NAME) != 0) skipText();
        if ((flags & COMMENT) != 0) skipText();
        if ((flags & HEADER_CRC) != 0) pass(2);
        inflater.reset();
        crc.reset();
        memberBytes = 0;
        inMember = true;
        inflater.setInput(buffer, position, limit - position);
        consumed += limit - position;
        position = limit;
        return true;
    }

    private void endMember() throws IOException {
        int unused = inflater.getRemaining();
        position = limit - unused;
        consumed -= unused;
        if (number() != crc.getValue()) throw damaged("its check sum does not fit");
        if (number() != (memberBytes & 0xFFFFFFFFL)) throw damaged("its length does not fit");
        inMember = false;
    }

    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) value |= (long) required() << shift;
        return value;
    }

    private void pass(int count) throws IOException {
        for (int i = 0; i < count; i++) required();
    }

    private void skipText() throws IOException {
        int b;
        do {
            b = required();
        } while (b != 0);
    }

    private int required() throws IOException {
        int b = next();
        if (b < 0) throw truncated();
        return b;
    }

    private int next() throws IOException {
        if (position == limit && !fill()) return -1;
        consumed++;
        return buffer[position++] & 0xFF;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }

    private InvalidInputException truncated() {
        return InvalidInputException.of(QualityError.ARCHIVE_TRUNCATED, name, "gzip", consumed, textBytes);
    }

    private InvalidInputException damaged(String why) {
        return InvalidInputException.of(QualityError.ARCHIVE_DAMAGED, name, "gzip", why, consumed, textBytes);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
