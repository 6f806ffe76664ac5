package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.dataassay.quality.rule.internal.StateBytes;

/**
 * The exact sum of doubles, of their squares or of their cubes, whatever their order: a fixed-point number wide enough for all of them.
 *
 * <p>A compensated sum would be cheaper and good enough for one pass; an exact one also merges without a trace of how the table was cut, which is
 * what a profile owes a reviewer. What is added one by one is first collected by exponent, as words that cannot overflow before 2^30 of them are there.
 *
 * @see <a href="https://arxiv.org/abs/1505.05571">R. M. Neal, Fast exact summation using small and large superaccumulators, 2015, sections 2 and 3</a>
 */
final class ExactSum {

    private static final long MASK = 0xFFFFFFFFL;
    /** Biased exponents, 0 and 1 being the same. */
    private static final int EXPONENTS = 2047;
    /** Words below 2^32 of so many numbers cannot overflow 63 bits. */
    private static final long MOST_COLLECTED = 1L << 30;

    private final int power;
    /** The lowest bit has the weight 2^base; the smallest double is 2^-1074. */
    private final int base;

    /** 32 bits each but the last, which has the sign: up to the power of the largest double, and 2^63 of them. */
    private final long[] limbs;

    /** Words collected by exponent: word w of exponent e has the weight 2^(power·e + 32·w). Made when there is something to collect. */
    private long[][] collected = {};

    /** How many numbers they stand for. */
    private long pending;

    private ExactSum(int power) {
        this.power = power;
        this.base = -1088 * power;
        this.limbs = new long[(1024 * power - base) / 32 + 4];
    }

    /** An empty sum of numbers to this power, 1 to 3. */
    static ExactSum ofPower(int power) {
        return new ExactSum(power);
    }

    /** Adds the power of a number that occurs so many times. */
    void add(double x, long times) {
        if (x == 0) return;
        long bits = Double.doubleToRawLongBits(x);
        int biased = Math.max((int) (bits >>> 52) & 0x7FF, 1);
        long m = mantissa(bits);
        long sign = (power & 1) == 1 ? bits >> 63 : 0;
        if (times > MOST_COLLECTED) {
            var magnitude = BigInteger.valueOf(m).pow(power).multiply(BigInteger.valueOf(times));
            addMagnitude(magnitude, power * (biased - 1075), sign != 0);
            normalize();
            return;
        }
        if (pending + times > MOST_COLLECTED) settle();
        pending += times;
        long factor = (times ^ sign) - sign;
        var words = words(biased);
        if (power == 1) {
            words[0] += (m & MASK) * factor;
            words[1] += (m >>> 32) * factor;
            return;
        }
        long high = Math.multiplyHigh(m, m); // below 2^42
        long low = m * m;
        if (power == 2) {
            words[0] += (low & MASK) * factor;
            words[1] += (low >>> 32) * factor;
            words[2] += (high & MASK) * factor;
            words[3] += (high >>> 32) * factor;
            return;
        }
        long carried = Math.multiplyHigh(low, m) + (low < 0 ? m : 0); // low is unsigned
        long bottom = low * m;
        long middle = high * m + carried;
        long top = Math.multiplyHigh(high, m) + (Long.compareUnsigned(middle, carried) < 0 ? 1 : 0); // below 2^31
        words[0] += (bottom & MASK) * factor;
        words[1] += (bottom >>> 32) * factor;
        words[2] += (middle & MASK) * factor;
        words[3] += (middle >>> 32) * factor;
        words[4] += top * factor;
    }

    private long[] words(int biased) {
        if (collected.length == 0) collected = new long[EXPONENTS][];
        var words = collected[biased];
        if (words == null) collected[biased] = words = new long[power + 2];
        return words;
    }

    void merge(ExactSum other) {
        settle();
        other.settle();
        for (int i = 0; i < limbs.length; i++) limbs[i] += other.limbs[i];
        normalize();
    }

    /** The exact sum. */
    BigDecimal value() {
        settle();
        var total = BigInteger.ZERO;
        for (int i = limbs.length - 1; i >= 0; i--) total = total.shiftLeft(32).add(BigInteger.valueOf(limbs[i]));
        if (total.signum() == 0) return BigDecimal.ZERO;
        int zeros = total.getLowestSetBit();
        int exponent = base + zeros;
        total = total.shiftRight(zeros);
        return exponent >= 0
                ? new BigDecimal(total.shiftLeft(exponent))
                : new BigDecimal(total.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent); // 2^-k = 5^k · 10^-k
    }

    void write(StateBytes.Writer out) {
        settle();
        int first = 0;
        while (first < limbs.length && limbs[first] == 0) first++;
        int end = limbs.length;
        while (end > first && limbs[end - 1] == 0) end--;
        out.put(first == end ? 0 : first).put(end - first);
        for (int i = first; i < end; i++) out.put(limbs[i]);
    }

    void read(StateBytes.Reader in) {
        int first = in.anInt();
        int n = in.length(limbs.length, Long.BYTES);
        in.require(first >= 0 && first <= limbs.length - n, "a sum is out of range");
        for (int i = first; i < first + n; i++) {
            limbs[i] = in.aLong();
            in.require(i == limbs.length - 1 || (limbs[i] & ~MASK) == 0, "a sum is out of range");
            in.require(i > first && i < first + n - 1 || limbs[i] != 0, "a sum is not in its shortest form");
        }
    }

    /** Moves what was collected to its place. */
    private void settle() {
        if (pending == 0) return;
        pending = 0;
        var words = collected;
        collected = new long[0][];
        for (int e = 0; e < EXPONENTS; e++) {
            if (words[e] == null) continue;
            for (int w = 0; w < words[e].length; w++) {
                long word = words[e][w];
                if (word != 0) addMagnitude(Math.abs(word), power * (e - 1075) + 32 * w, word < 0);
            }
            normalize();
        }
    }

    private void addMagnitude(long word, int exponent, boolean negative) {
        addWord(word & MASK, exponent, negative);
        addWord(word >>> 32, exponent + 32, negative);
    }

    private void addMagnitude(BigInteger magnitude, int exponent, boolean negative) {
        var rest = magnitude;
        for (int i = 0; rest.signum() != 0; i += 32) {
            addWord(rest.longValue() & MASK, exponent + i, negative);
            rest = rest.shiftRight(32);
        }
    }

    /** Adds word · 2^exponent; the word has 32 bits. */
    private void addWord(long word, int exponent, boolean negative) {
        int place = exponent - base;
        int limb = place >>> 5;
        long shifted = word << (place & 31);
        limbs[limb] += negative ? -(shifted & MASK) : shifted & MASK;
        limbs[limb + 1] += negative ? -(shifted >>> 32) : shifted >>> 32;
    }

    private void normalize() {
        long carry = 0;
        for (int i = 0; i < limbs.length - 1; i++) {
            long sum = limbs[i] + carry;
            limbs[i] = sum & MASK;
            carry = sum >> 32;
        }
        limbs[limbs.length - 1] += carry;
    }

    private static long mantissa(long bits) {
        long fraction = bits & ((1L << 52) - 1);
        return ((bits >>> 52) & 0x7FF) == 0 ? fraction : fraction | (1L << 52);
    }
}
