package org.dataassay.quality.rule.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * A state as bytes, big-endian, behind a tag and a version. Equal states have equal bytes. What is read back is hostile: every length is checked against
 * the bytes that are there before anything is made from it, and nothing may be left over.
 */
public final class StateBytes {

    private static final byte VERSION = 1;

    private StateBytes() {}

    /** Writes the parts of a state one behind the other. */
    public static final class Writer {

        private ByteBuffer buffer = ByteBuffer.allocate(256);

        public Writer(char tag) {
            put((byte) tag).put(VERSION);
        }

        public Writer put(byte value) {
            room(1).put(value);
            return this;
        }

        public Writer put(int value) {
            room(Integer.BYTES).putInt(value);
            return this;
        }

        public Writer put(long value) {
            room(Long.BYTES).putLong(value);
            return this;
        }

        public Writer put(double value) {
            return put(Double.doubleToRawLongBits(value));
        }

        public Writer put(byte[] bytes, int from, int length) {
            room(length).put(bytes, from, length);
            return this;
        }

        /** The length, then the bytes: a state within a state, or a text. */
        public Writer put(byte[] bytes) {
            return put(bytes.length).put(bytes, 0, bytes.length);
        }

        /** The text in UTF-8, behind its length. */
        public Writer put(String text) {
            return put(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The length, then the first so many numbers. */
        public Writer put(double[] values, int length) {
            put(length);
            for (int i = 0; i < length; i++) put(values[i]);
            return this;
        }

        public byte[] bytes() {
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

    /** Reads the parts in the order in which they were written, and refuses what cannot have been written. */
    public static final class Reader {

        private final String what;
        private final ByteBuffer buffer;

        public Reader(String what, char tag, byte[] bytes) {
            this.what = what;
            this.buffer = ByteBuffer.wrap(bytes);
            require(bytes.length >= 2 && bytes[0] == (byte) tag, "it does not begin with the tag " + tag);
            buffer.get();
            require(buffer.get() == VERSION, "its version is not " + VERSION);
        }

        public void require(boolean holds, String rule) {
            if (!holds) throw InvalidInputException.of(QualityError.STATE_INVALID, what, rule);
        }

        public byte aByte() {
            return enough(1).get();
        }

        public int anInt() {
            return enough(Integer.BYTES).getInt();
        }

        /** A number of things of so many bytes each, which must all be there. */
        public int length(int maximum, int bytesEach) {
            int length = anInt();
            require(length >= 0 && length <= maximum, "a length is outside [0, " + maximum + "]");
            require(buffer.remaining() >= (long) length * bytesEach, "it ends too early");
            return length;
        }

        public long aLong() {
            return enough(Long.BYTES).getLong();
        }

        /** A number of occurrences. */
        public long count() {
            long count = aLong();
            require(count >= 0, "a count is negative");
            return count;
        }

        public byte[] bytes(int length) {
            enough(length);
            var bytes = new byte[length];
            buffer.get(bytes);
            return bytes;
        }

        /** Bytes behind their length. */
        public byte[] bytes() {
            return bytes(length(Integer.MAX_VALUE - 8, 1));
        }

        /** A text of at most so many bytes. */
        public String text(int maximum) {
            return new String(bytes(length(maximum, 1)), StandardCharsets.UTF_8);
        }

        /** A double, which must be finite. */
        public double aNumber() {
            double number = Double.longBitsToDouble(aLong());
            require(Math.abs(number) <= Double.MAX_VALUE, "a number is not finite");
            return number;
        }

        /** Finite numbers in ascending order. */
        public double[] ascending(int maximum) {
            var values = new double[length(maximum, Double.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = buffer.getDouble() + 0.0;
                require(Math.abs(values[i]) <= Double.MAX_VALUE, "a number is not finite");
                require(i == 0 || values[i - 1] <= values[i], "numbers are not in order");
            }
            return values;
        }

        public void end() {
            require(!buffer.hasRemaining(), "there are bytes left over");
        }

        private ByteBuffer enough(int length) {
            require(buffer.remaining() >= length, "it ends too early");
            return buffer;
        }
    }
}
