package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The exact sum of doubles or of their squares, whatever their order: a fixed-point number wide enough for all of them.
 *
 * <p>A compensated sum would be cheaper and good enough for one pass; an exact one also merges without a trace of how the table was cut, which is
 * what a profile owes a reviewer.
 *
 * @see <a href="https://arxiv.org/abs/1505.05571">R. M. Neal, Fast exact summation using small and large superaccumulators, 2015, section 2</a>
 */
final class ExactSum {

    /** The lowest bit has the weight 2^BASE; the square of the smallest double is 2^-2148. */
    private static final int BASE = -2176;

    /** Up to 2^2048, the square of the largest double, and 2^60 of them. */
    private static final int LIMBS = (2048 - BASE) / 32 + 4;

    private static final long MASK = 0xFFFFFFFFL;
    private static final int CARRY_EVERY = 1 << 28;

    /** 32 bits each, signed, with room for 2^28 additions before a carry is due. */
    private final long[] limbs = new long[LIMBS];

    private int additions;

    void add(double x, long times) {
        if (x == 0) return;
        long m = mantissa(x);
        int exponent = exponent(x);
        if (times == 1) {
            addWord(m & MASK, exponent, x < 0);
            addWord(m >>> 32, exponent + 32, x < 0);
            carry();
        } else {
            addMagnitude(BigInteger.valueOf(m).multiply(BigInteger.valueOf(times)), exponent, x < 0);
        }
    }

    void addSquare(double x, long times) {
        if (x == 0) return;
        long m = mantissa(x);
        int exponent = 2 * exponent(x);
        if (times == 1) {
            long high = Math.multiplyHigh(m, m);
            long low = m * m;
            addWord(low & MASK, exponent, false);
            addWord(low >>> 32, exponent + 32, false);
            addWord(high, exponent + 64, false); // below 2^42, so two limbs take it
            carry();
        } else {
            addMagnitude(BigInteger.valueOf(m).pow(2).multiply(BigInteger.valueOf(times)), exponent, false);
        }
    }

    void merge(ExactSum other) {
        normalize();
        other.normalize();
        for (int i = 0; i < LIMBS; i++) limbs[i] += other.limbs[i];
        normalize();
    }

    /** The exact sum. */
    BigDecimal value() {
        var total = BigInteger.ZERO;
        for (int i = LIMBS - 1; i >= 0; i--) total = total.shiftLeft(32).add(BigInteger.valueOf(limbs[i]));
        if (total.signum() == 0) return BigDecimal.ZERO;
        int zeros = total.getLowestSetBit();
        int exponent = BASE + zeros;
        total = total.shiftRight(zeros);
        return exponent >= 0
                ? new BigDecimal(total.shiftLeft(exponent))
                : new BigDecimal(total.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent); // 2^-k = 5^k · 10^-k
    }

    private void addMagnitude(BigInteger magnitude, int exponent, boolean negative) {
        for (int i = 0; magnitude.signum() != 0; i += 32) {
            addWord(magnitude.longValue() & MASK, exponent + i, negative);
            magnitude = magnitude.shiftRight(32);
        }
        carry();
    }

    /** Adds word · 2^exponent; the word has at most 42 bits. */
    private void addWord(long word, int exponent, boolean negative) {
        int place = exponent - BASE;
        int limb = place >>> 5;
        int bit = place & 31;
        long low = (word << bit) & MASK;
        long high = word >>> (32 - bit);
        limbs[limb] += negative ? -low : low;
        limbs[limb + 1] += negative ? -(high & MASK) : high & MASK;
        limbs[limb + 2] += negative ? -(high >>> 32) : high >>> 32;
    }

    private void carry() {
        if (++additions == CARRY_EVERY) normalize();
    }

    private void normalize() {
        additions = 0;
        long carry = 0;
        for (int i = 0; i < LIMBS - 1; i++) {
            long sum = limbs[i] + carry;
            limbs[i] = sum & MASK;
            carry = sum >> 32;
        }
        limbs[LIMBS - 1] += carry;
    }

    private static long mantissa(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & ((1L << 52) - 1);
        return ((bits >>> 52) & 0x7FF) == 0 ? fraction : fraction | (1L << 52);
    }

    private static int exponent(double x) {
        int biased = (int) ((Double.doubleToRawLongBits(x) >>> 52) & 0x7FF);
        return Math.max(biased, 1) - 1075;
    }
}
