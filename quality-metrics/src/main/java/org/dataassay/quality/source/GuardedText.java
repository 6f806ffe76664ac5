package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/** Decompressed text that may not grow without limit. */
final class GuardedText extends InputStream {

    private final InputStream text;
    private final StoredBytes stored;
    private final String name;
    private final ByteOptions options;
    private long count;

    GuardedText(InputStream text, StoredBytes stored, String name, ByteOptions options) {
        this.text = text;
        this.stored = stored;
        this.name = name;
        this.options = options;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = text.read(target, offset, length);
        if (n <= 0) return n;
        count += n;
        if (count > options.maximumTextBytes()) {
            throw InvalidInputException.of(QualityError.ARCHIVE_TOO_LARGE, name, options.maximumTextBytes());
        }
        if (count > ByteOptions.FREE_TEXT_BYTES && count / options.maximumRatio() > stored.count()) {
            throw InvalidInputException.of(
                    QualityError.ARCHIVE_RATIO, name, options.maximumRatio(), count, stored.count());
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
