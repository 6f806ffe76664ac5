package org.dataassay.valuation.numeric;

/**
 * Random numbers by position: the number at (seed, stream, index) is a function of these three and of nothing else, so any part of a
 * sequence can be drawn by any thread in any order.
 *
 * <p>A Weyl sequence with the golden-ratio increment, mixed by the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014, page 466)
 * with a second key of the stream added between its two multiplications.
 */
public final class CounterRandom {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long FIRST = 0xbf58476d1ce4e5b9L;
    private static final long SECOND = 0x94d049bb133111ebL;

    private CounterRandom() {}

    /** 64 random bits. */
    public static long nextBits(long seed, long stream, long index) {
        long key = key(seed, stream);
        return bits(key, mix(key ^ SECOND), index);
    }

    /** A number strictly between 0 and 1: (z + ½)·2⁻⁵², where z is the upper 52 bits of {@link #nextBits}. */
    public static double uniform(long seed, long stream, long index) {
        return toUnit(nextBits(seed, stream, index));
    }

    /** {@code out[i] = uniform(seed, stream, firstIndex + i)} for i below n. */
    public static void fill(long seed, long stream, long firstIndex, double[] out, int n) {
        long key = key(seed, stream);
        long second = mix(key ^ SECOND);
        for (int i = 0; i < n; i++) out[i] = toUnit(bits(key, second, firstIndex + i));
    }

    /** Exactly {@code ((z >>> 12) + 0.5) · 2⁻⁵²}, by way of [1, 2). */
    static double toUnit(long z) {
        return Double.longBitsToDouble((z >>> 12) | 0x3ff0000000000000L) - 0x1.fffffffffffffp-1;
    }

    private static long key(long seed, long stream) {
        return mix(mix(seed + GOLDEN) + stream * GOLDEN);
    }

    private static long bits(long key, long second, long index) {
        long z = key + index * GOLDEN;
        z = (z ^ (z >>> 30)) * FIRST + second;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }

    /** The finalizer of SplitMix64, a bijection of 64-bit words. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
