package org.dataassay.quality.source;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The text of one cell as UTF-8 bytes, without a String until one is asked for.
 *
 * <p>A view into a reused buffer: valid until its source advances; {@link #copy()} makes a lasting one. Not thread-safe.
 */
public final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final Hasher64 HASHER = Hashing.wyhashFinal4();

    private byte[] bytes = {};
    private int from;
    private int to;

    /** An empty text, to be pointed to others. */
    public Utf8() {}

    /** The text as a lasting cell. */
    public static Utf8 of(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        return new Utf8().set(encoded, 0, encoded.length);
    }

    /** A lasting copy of these bytes. */
    public static Utf8 of(byte[] bytes, int from, int to) {
        var own = Arrays.copyOfRange(bytes, Objects.checkFromToIndex(from, to, bytes.length), to);
        return new Utf8().set(own, 0, own.length);
    }

    /** Writes the bytes into an array, from a place on. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** Whether the bytes are those of a part of an array. */
    public boolean sameAs(byte[] other, int start, int end) {
        return Arrays.equals(bytes, from, to, other, start, end);
    }

    Utf8 set(byte[] buffer, int start, int end) {
        bytes = buffer;
        from = start;
        to = end;
        return this;
    }

    /** A copy that does not change when the source advances. */
    public Utf8 copy() {
        var own = Arrays.copyOfRange(bytes, from, to);
        return new Utf8().set(own, 0, own.length);
    }

    /** Length in bytes. */
    public int length() {
        return to - from;
    }

    public byte byteAt(int index) {
        return bytes[from + Objects.checkIndex(index, to - from)];
    }

    /** Length in Unicode code points: bytes that do not continue a sequence. */
    public int codePoints() {
        int count = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            count += 8 - Long.bitCount(word & ~(word << 1) & HIGH_BITS); // bytes 10xxxxxx
        }
        for (; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) count++;
        }
        return count;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** Whether there is nothing but blanks (space, tab, line ends, no-break and ideographic space); an empty cell is blank too. */
    public boolean isBlank() {
        return isBlank(bytes, from, to);
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b > ' ') return false;
            if (b < 0)
                return mayBeginBlank(b)
                        && new String(bytes, from, to - from, StandardCharsets.UTF_8)
                                .codePoints()
                                .allMatch(c -> c <= ' ' || c == 0xA0 || Character.isWhitespace(c));
        }
        return true;
    }

    /** Whether a sequence with this first byte may be a blank: U+0080–00BF and U+1000–3FFF. */
    static boolean mayBeginBlank(byte b) {
        return b == (byte) 0xC2 || b == (byte) 0xE1 || b == (byte) 0xE2 || b == (byte) 0xE3;
    }

    /** A 64-bit hash of the bytes, the same on every machine. */
    public long hash() {
        return hash(bytes, from, to);
    }

    static long hash(byte[] bytes, int from, int to) {
        return HASHER.hashBytesToLong(bytes, from, to - from);
    }

    byte content(MissingValues.Matcher missing) {
        return missing.content(bytes, from, to);
    }

    /** Whether both are the same text, byte by byte. */
    public boolean sameAs(Utf8 other) {
        return Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }

    /** Order of the bytes as unsigned numbers, which is the order of code points. */
    public int compareBytes(Utf8 other) {
        return Arrays.compareUnsigned(bytes, from, to, other.bytes, other.from, other.to);
    }

    /** The first eight bytes as a number whose unsigned order is that of the texts as far as these bytes tell; missing ones are 0. */
    public long prefix() {
        int length = Math.min(to - from, 8);
        if (length > 0 && from + 8 <= bytes.length)
            return Long.reverseBytes((long) LONGS.get(bytes, from)) & -1L << (64 - 8 * length);
        long word = 0;
        for (int i = 0; i < length; i++) word |= (bytes[from + i] & 0xFFL) << (56 - 8 * i);
        return word;
    }

    /** What the cell looks like. */
    public ValueKind kind() {
        return Literals.kind(bytes, from, to);
    }

    /** The number written in the cell, exactly; empty when it is not one. Leading zeros and up to 400 characters are accepted. */
    public Optional<BigDecimal> decimal() {
        return Optional.ofNullable(Literals.decimal(bytes, from, to));
    }

    /** The nearest double to {@link #decimal()}; empty when the cell is not a number or not a finite double. */
    public OptionalDouble number() {
        return Literals.number(bytes, from, to);
    }

    /** The nearest double to the number written in the cell; NaN when it is not one or not a finite double. */
    public double toDouble() {
        return Literals.toDouble(bytes, from, to);
    }

    /** The day written as {@code yyyy-MM-dd}, also in front of a time of day, as days since 1970-01-01. */
    public OptionalLong epochDay() {
        return Literals.epochDay(bytes, from, to);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
