package org.dataassay.quality.source;

import java.util.Optional;
import org.dataassay.valuation.error.Check;

/**
 * How the bytes of a file become text: its encoding, and how far a compressed file may grow.
 *
 * @param encoding of the text; detected and stated where absent
 * @param maximumTextBytes most bytes that a compressed file may hold
 * @param maximumRatio most bytes of text from one byte of a compressed file, counted beyond the first {@link #FREE_TEXT_BYTES}
 */
public record ByteOptions(Optional<TextEncoding> encoding, long maximumTextBytes, int maximumRatio) {

    /** 256 GiB. */
    public static final long MAXIMUM_TEXT_BYTES = 1L << 38;

    /** Tables with few different rows come to 200; what was made to fill a disk comes to 1 000 and more. */
    public static final int MAXIMUM_RATIO = 500;

    /** Up to 64 MiB of text no ratio is asked for: small tables of one repeated row are no danger. */
    public static final long FREE_TEXT_BYTES = 1L << 26;

    private static final ByteOptions STANDARD = new ByteOptions(Optional.empty(), MAXIMUM_TEXT_BYTES, MAXIMUM_RATIO);

    public ByteOptions {
        new Check()
                .that(
                        maximumTextBytes >= 1,
                        "maximumTextBytes",
                        "at least 1",
                        maximumTextBytes,
                        "Give a number of bytes.")
                .that(maximumRatio >= 1, "maximumRatio", "at least 1", maximumRatio, "Give bytes of text per byte.")
                .done();
    }

    /** Encoding detected, the limits of the constants above. */
    public static ByteOptions standard() {
        return STANDARD;
    }

    public ByteOptions withEncoding(TextEncoding other) {
        return new ByteOptions(Optional.of(other), maximumTextBytes, maximumRatio);
    }

    public ByteOptions withLimits(long textBytes, int ratio) {
        return new ByteOptions(encoding, textBytes, ratio);
    }
}
