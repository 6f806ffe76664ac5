package org.dataassay.quality.source;

import com.dynatrace.hash4j.hashing.Hashing;
import java.math.BigDecimal;
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

    private byte[] bytes = {};
    private int from;
    private int to;

    Utf8() {}

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
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) count++;
        }
        return count;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** Whether there is nothing but blanks (space, tab, line ends, no-break and ideographic space); an empty cell is blank too. */
    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b > ' ') return false;
            if (b < 0) return toString().codePoints().allMatch(c -> c <= ' ' || c == 0xA0 || Character.isWhitespace(c));
        }
        return true;
    }

    /** A 64-bit hash of the bytes, the same on every machine. */
    public long hash() {
        return Hashing.wyhashFinal4().hashBytesToLong(bytes, from, to - from);
    }

    /** Whether both are the same text, byte by byte. */
    public boolean sameAs(Utf8 other) {
        return Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }

    /** Order of the bytes as unsigned numbers, which is the order of code points. */
    public int compareBytes(Utf8 other) {
        return Arrays.compareUnsigned(bytes, from, to, other.bytes, other.from, other.to);
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

    /** The day written as {@code yyyy-MM-dd}, also in front of a time of day, as days since 1970-01-01. */
    public OptionalLong epochDay() {
        return Literals.epochDay(bytes, from, to);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
