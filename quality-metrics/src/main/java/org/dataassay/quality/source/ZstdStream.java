package org.dataassay.quality.source;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/** The text of a Zstandard archive of one frame or several, by the decoder of {@value #ARTIFACT}, which is optional. */
final class ZstdStream extends InputStream {

    static final String ARTIFACT = "io.airlift:aircompressor";

    private final ZstdFrames frames;
    private final InputStream decoder;

    private ZstdStream(ZstdFrames frames, InputStream decoder) {
        this.frames = frames;
        this.decoder = decoder;
    }

    static InputStream of(InputStream in, String name) throws IOException {
        try {
            var frames = new ZstdFrames(new BufferedInputStream(in, 1 << 16), name);
            return new ZstdStream(frames, new ZstdInputStream(frames));
        } catch (NoClassDefFoundError e) {
            throw InvalidInputException.of(QualityError.ARTIFACT_MISSING, name, "a decoder of Zstandard", ARTIFACT);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int n = decoder.read(target, offset, length);
            if (n > 0) frames.decoded(n);
            return n;
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException e) {
            throw frames.truncated();
        } catch (RuntimeException e) { // the decoder's own words are of offsets inside its buffer
            throw frames.damaged("the compressed data are not valid");
        }
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
