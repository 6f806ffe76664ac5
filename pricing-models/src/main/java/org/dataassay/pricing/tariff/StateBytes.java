package org.dataassay.pricing.tariff;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.InvalidInputException;

/** Stored states: numbers and short texts, ended by a digest of all before. What is read is hostile. */
final class StateBytes {

    private static final int LONGEST_TEXT = 1_000;
    private static final int BUFFER = 1 << 16;

    private StateBytes() {}

    static void require(boolean holds, String what) {
        if (!holds)
            throw InvalidInputException.of(
                    PricingError.STATE_INVALID, "state", what, "Restore another checkpoint, or read the events again.");
    }

    /** Writes. */
    static final class Out {
        private final MessageDigest digest = Canonical.sha256();
        private final DataOutputStream to;

        Out(OutputStream out) {
            to = new DataOutputStream(new java.io.BufferedOutputStream(new DigestOutputStream(out, digest), BUFFER));
        }

        void bytes(byte[] bytes) throws IOException {
            to.write(bytes);
        }

        void number(long number) throws IOException {
            to.writeLong(number);
        }

        void text(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            int length = Math.min(bytes.length, LONGEST_TEXT);
            to.writeInt(length);
            to.write(bytes, 0, length);
        }

        String digest() throws IOException {
            to.flush();
            return HexFormat.of().formatHex(digest.digest());
        }

        /** Ends the state. */
        void seal() throws IOException {
            to.flush();
            to.write(digest.digest());
            to.flush();
        }
    }

    /** Reads. */
    static final class In {
        private final MessageDigest digest = Canonical.sha256();
        private final DigestInputStream digested;
        private final DataInputStream from;

        In(InputStream in) {
            digested = new DigestInputStream(new BufferedInputStream(in, BUFFER), digest);
            from = new DataInputStream(digested);
        }

        void require(byte[] expected) throws IOException {
            StateBytes.require(Arrays.equals(bytes(expected.length), expected), "it begins with other bytes");
        }

        private byte[] bytes(int length) throws IOException {
            var bytes = new byte[length];
            try {
                from.readFully(bytes);
            } catch (EOFException e) {
                StateBytes.require(false, "it ends too early");
            }
            return bytes;
        }

        long number() throws IOException {
            try {
                return from.readLong();
            } catch (EOFException e) {
                StateBytes.require(false, "it ends too early");
                throw e;
            }
        }

        /** A number of at least 0. */
        long count() throws IOException {
            long number = number();
            StateBytes.require(number >= 0, "a count is negative");
            return number;
        }

        String text() throws IOException {
            var head = bytes(4);
            int length = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
            StateBytes.require(length >= 0 && length <= LONGEST_TEXT, "a text is too long");
            return new String(bytes(length), StandardCharsets.UTF_8);
        }

        void requireSeal() throws IOException {
            digested.on(false);
            var expected = digest.digest();
            StateBytes.require(Arrays.equals(bytes(expected.length), expected), "its digest is another");
            StateBytes.require(from.read() < 0, "more bytes follow its end");
        }
    }
}
