package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * The frames of a Zstandard archive as a decoder gets them: frames to be skipped are left out, and an archive that ends early, goes on as something else or asks for
 * too much memory is refused with the place. Nothing is decoded here; the frames say where they end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878, Y. Collet, M. Kucherawy, Zstandard Compression, 2021, section 3.1</a>
 */
final class ZstdFrames extends InputStream {

    /** What {@code zstd} asks for up to level 19. */
    static final int MAXIMUM_WINDOW = 1 << 23;

    private static final long MAGIC = 0xFD2FB528L;
    private static final long SKIPPED_MAGIC = 0x184D2A50L;

    private final InputStream in;
    private final String name;
    /** A header, already checked and not yet handed out. */
    private final byte[] header = new byte[32];

    private int headerFrom;
    private int headerTo;
    private long consumed;
    private long textBytes;
    private long blockLeft;
    private boolean lastBlock;
    private boolean checksum;
    private boolean inFrame;

    ZstdFrames(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** Counts what the decoder has made of them; for messages. */
    void decoded(int count) {
        textBytes += count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (headerFrom == headerTo && blockLeft == 0) {
            if (!(inFrame ? beginBlock() : beginFrame())) return -1;
        }
        if (headerFrom < headerTo) {
            int n = Math.min(length, headerTo - headerFrom);
            System.arraycopy(header, headerFrom, target, offset, n);
            headerFrom += n;
            return n;
        }
        int n = in.read(target, offset, (int) Math.min(length, blockLeft));
        if (n <= 0) throw truncated();
        consumed += n;
        blockLeft -= n;
        return n;
    }

    private boolean beginFrame() throws IOException {
        headerFrom = 0;
        headerTo = 0;
        int first = in.read();
        if (first < 0) {
            if (consumed == 0) throw truncated();
            return false;
        }
        consumed++;
        header[headerTo++] = (byte) first;
        long magic = first | take(3) << 8;
        if ((magic & ~0xFL) == SKIPPED_MAGIC) {
            pass(take(4));
            headerTo = 0;
            return true;
        }
        if (magic != MAGIC) {
            throw damaged(consumed == 4 ? "it does not begin like one" : "something else follows behind the archive");
        }
        int descriptor = (int) take(1);
        boolean single = (descriptor & 0x20) != 0;
        checksum = (descriptor & 4) != 0;
        long window = 0;
        if (!single) {
            int w = (int) take(1);
            long base = 1L << (10 + (w >> 3));
            window = base + (base >> 3) * (w & 7);
        }
        if (take(dictionaryBytes(descriptor)) != 0) throw damaged("it asks for a dictionary");
        int sizeBytes = contentBytes(descriptor, single);
        long size = take(sizeBytes);
        if (single) window = size;
        if (window > MAXIMUM_WINDOW) {
            throw InvalidInputException.of(QualityError.ARCHIVE_WINDOW, name, window, MAXIMUM_WINDOW);
        }
        inFrame = true;
        lastBlock = false;
        return true;
    }

    private static int dictionaryBytes(int descriptor) {
        return (descriptor & 3) == 3 ? 4 : descriptor & 3;
    }

    private static int contentBytes(int descriptor, boolean single) {
        int flag = descriptor >> 6;
        return flag == 0 ? single ? 1 : 0 : 1 << flag;
    }

    private boolean beginBlock() throws IOException {
        headerFrom = 0;
        headerTo = 0;
        if (lastBlock) {
            inFrame = false;
            if (checksum) take(4);
            return true;
        }
        int block = (int) take(3);
        lastBlock = (block & 1) != 0;
        int type = block >> 1 & 3;
        if (type == 3) throw damaged("a block is of no known type");
        blockLeft = type == 1 ? 1 : block >> 3;
        return true;
    }

    /** Reads a little-endian number into the header. */
    private long take(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int b = in.read();
            if (b < 0) throw truncated();
            consumed++;
            header[headerTo++] = (byte) b;
            value |= (long) b << 8 * i;
        }
        return value;
    }

    private void pass(long count) throws IOException {
        for (long left = count; left > 0; left--) {
            if (in.read() < 0) throw truncated();
            consumed++;
        }
    }

    InvalidInputException truncated() {
        return InvalidInputException.of(QualityError.ARCHIVE_TRUNCATED, name, "Zstandard", consumed, textBytes);
    }

    InvalidInputException damaged(String why) {
        return InvalidInputException.of(QualityError.ARCHIVE_DAMAGED, name, "Zstandard", why, consumed, textBytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
