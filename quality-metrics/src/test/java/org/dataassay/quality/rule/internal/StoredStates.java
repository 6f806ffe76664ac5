package org.dataassay.quality.rule.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.dataassay.valuation.error.InvalidInputException;

/** Stored states, also those that somebody else wrote. */
public final class StoredStates {

    private StoredStates() {}

    public static String sha256(byte[] state) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(state));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Cut, lengthened and foreign bytes are refused; a damaged state is refused or read, and nothing else happens. */
    public static void refuse(byte[] state, Consumer<byte[]> read) {
        for (int length = 0; length < state.length; length += length < 60 ? 1 : 1 + state.length / 50) {
            var cut = Arrays.copyOf(state, length);
            assertThatThrownBy(() -> read.accept(cut)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> read.accept(Arrays.copyOf(state, state.length + 1)))
                .isInstanceOf(InvalidInputException.class);
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            var damaged = state.clone();
            int at = random.nextInt(i % 2 == 0 ? Math.min(60, state.length) : state.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            try {
                read.accept(damaged);
            } catch (InvalidInputException expected) {
                // as it should be
            }
        }
        var noise = new byte[200];
        random.nextBytes(noise);
        assertThatThrownBy(() -> read.accept(noise)).isInstanceOf(InvalidInputException.class);
    }
}
