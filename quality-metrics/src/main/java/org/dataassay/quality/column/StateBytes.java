package org.dataassay.quality.column;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * A state as bytes, big-endian, behind a tag and a version. Equal states have equal bytes. What is read back is hostile: every length is checked against
 * the bytes that are there before anything is made from it, and nothing may be left over.
 */
final class StateBytes {

    private static final byte VERSION = 1;

    private StateBytes() {}

    static final class Writer {

        private ByteBuffer buffer = ByteBuffer.allocate(256);

        Writer(char tag) {
            put((byte) tag).put(VERSION);
        }

        Writer put(byte value) {
            room(1).put(value);
            return this;
        }

        Writer put(int value) {
            room(Integer.BYTES).putInt(value);
            return this;
        }

        Writer put(long value) {
            room(Long.BYTES).putLong(value);
            return this;
        }

        Writer put(double value) {
            return put(Double.doubleToRawLongBits(value));
        }

        Writer put(byte[] bytes, int from, int length) {
            room(length).put(bytes, from, length);
            return this;
        }

        /** The length, then the first so many numbers. */
        Writer put(double[] values, int length) {
            put(length);
            for (int i = 0; i < length; i++) put(values[i]);
            return this;
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer.array(), buffer.position());
        }

        private ByteBuffer room(int length) {
            if (buffer.remaining() < length) {
                int more = Math.max(buffer.capacity(), length);
                buffer.flip();
                buffer = ByteBuffer.allocate(buffer.limit() + 2 * more).put(buffer);
            }
            return buffer;
        }
    }

    static final class Reader {

        private final String what;
        private final ByteBuffer buffer;

        Reader(String what, char tag, byte[] bytes) {
            this.what = what;
            this.buffer = ByteBuffer.wrap(bytes);
            require(bytes.length >= 2 && bytes[0] == (byte) tag, "it does not begin with the tag " + tag);
            buffer.get();
            require(buffer.get() == VERSION, "its version is not " + VERSION);
        }

        void require(boolean holds, String rule) {
            if (!holds) throw InvalidInputException.of(QualityError.STATE_INVALID, what, rule);
        }

        byte aByte() {
            return enough(1).get();
        }

        int anInt() {
            return enough(Integer.BYTES).getInt();
        }

        /** A number of things of so many bytes each, which must all be there. */
        int length(int maximum, int bytesEach) {
            int length = anInt();
            require(length >= 0 && length <= maximum, "a length is outside [0, " + maximum + "]");
            enough(length * bytesEach);
            return length;
        }

        long aLong() {
            return enough(Long.BYTES).getLong();
        }

        /** A number of occurrences. */
        long count() {
            long count = aLong();
            require(count >= 0, "a count is negative");
            return count;
        }

        byte[] bytes(int length) {
            enough(length);
            var bytes = new byte[length];
            buffer.get(bytes);
            return bytes;
        }

        /** Finite numbers in ascending order. */
        double[] ascending(int maximum) {
            var values = new double[length(maximum, Double.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = buffer.getDouble() + 0.0;
                require(Math.abs(values[i]) <= Double.MAX_VALUE, "a number is not finite");
                require(i == 0 || values[i - 1] <= values[i], "numbers are not in order");
            }
            return values;
        }

        void end() {
            require(!buffer.hasRemaining(), "there are bytes left over");
        }

        private ByteBuffer enough(int length) {
            require(buffer.remaining() >= length, "it ends too early");
            return buffer;
        }
    }
}
