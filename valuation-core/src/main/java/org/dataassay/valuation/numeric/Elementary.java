package org.dataassay.valuation.numeric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exponential, logarithm, power and the normal distribution, built from + − × ÷ √ and bit operations only, so that every Java
 * virtual machine gives the same bits.
 *
 * <p>Largest errors, in units in the last place (ulp), measured by the tests against 40-digit decimals:
 *
 * <ul>
 *   <li>{@code exp} 0.51, {@code log} 0.51, {@code pow} 0.53, over the whole range with subnormal results;
 *   <li>{@code expm1}, {@code log1p} 1;
 *   <li>{@code normalCdf} 6 (in the lower tail as well), {@code normalQuantile} 7.
 * </ul>
 *
 * <p>The array forms give for each element exactly the bits of the scalar form. They write {@code out[0 … n-1]}; an output array
 * may be one of the input arrays, but must not overlap an input otherwise. Special values are those of {@link StrictMath}.
 *
 * <p><b>Algorithms</b>  Table lookup and a short polynomial (P. T. P. Tang, ACM TOMS 15 (1989) 144 and 16 (1990) 378); the logarithm
 * is carried as an unevaluated sum of two doubles with a relative error below 2⁻⁶⁷, which makes the power accurate. Φ: a rational
 * approximation of e^(y²/2)·Φ(−y) in the manner of W. J. Cody (Math. Comp. 23 (1969) 631), ours in one piece for all y. Φ⁻¹: M. J. Wichura, Algorithm AS 241, Applied
 * Statistics 37 (1988) 477.
 */
public final class Elementary {

    /**
     * Elements handled between two loops of an array kernel, so that scratch stays in the first-level cache. C2 vectorizes a loop only
     * when all its arrays have the same index; hence the copies into scratch, and loops with a table look-up apart from loops without.
     */
    private static final int BLOCK = 256;

    private static final double SHIFTER = 0x1.8p52;
    private static final double STEPS_PER_UNIT = 0x1.71547652b82fep7; // 128 / ln 2
    private static final double STEP_HIGH = 0x1.62e42fef8p-8; // ln 2 / 128, 34 bits
    private static final double STEP_LOW = 0x1.1cf79abc9e3b4p-43;

    /** Within this many steps of ln 2 / 128 (900 · 128) neither the power of two nor a correction to it is subnormal. */
    private static final double MOST_STEPS = 115_200;

    private static final double LN2_HIGH = 0x1.62e42fefa38p-1; // a multiple of 2^-43
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    private static final long CELL_ORIGIN = 0x3fe68c0000000000L;
    private static final long EXPONENT_MASK = 0xfff0000000000000L;
    private static final double TO_TWENTY_BITS = 0x1.8p32;
    private static final double SPLITTER = 0x1.0000002p27; // Dekker, 2^27 + 1

    private static final double THIRD = 1.0 / 3;
    private static final double FIFTH = 1.0 / 5;
    private static final double SIXTH = 1.0 / 6;
    private static final double SEVENTH = 1.0 / 7;
    private static final double NINTH = 1.0 / 9;
    private static final double FACTORIAL_4 = 1.0 / 24;
    private static final double FACTORIAL_5 = 1.0 / 120;

    private Elementary() {}

    // ---------------------------------------------------------------------------------------------------- exponential

    /** e to the power x; 0 below −745.13, infinity above 709.78. */
    public static double exp(double x) {
        double t = x * STEPS_PER_UNIT + SHIFTER;
        double k = t - SHIFTER;
        double p = expPolynomial((x - k * STEP_HIGH) - k * STEP_LOW);
        return Math.abs(k) <= MOST_STEPS ? scale(t, p) : scaleFar(x, t, p);
    }

    /** {@code out[i] = exp(x[i])} for i below n. */
    public static void exp(double[] x, double[] out, int n) {
        double[] v = new double[Math.min(n, BLOCK)];
        double[] polynomial = new double[v.length];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            System.arraycopy(x, from, v, 0, length);
            expReduce(v, polynomial, length);
            for (int i = 0; i < length; i++) {
                double t = v[i] * STEPS_PER_UNIT + SHIFTER;
                polynomial[i] = Math.abs(t - SHIFTER) <= MOST_STEPS ? scale(t, polynomial[i]) : exp(v[i]);
            }
            System.arraycopy(polynomial, 0, out, from, length);
        }
    }

    private static void expReduce(double[] x, double[] polynomial, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[i];
            double k = (v * STEPS_PER_UNIT + SHIFTER) - SHIFTER;
            polynomial[i] = expPolynomial((v - k * STEP_HIGH) - k * STEP_LOW);
        }
    }

    /** e to the power x, less 1, without cancellation near 0. */
    public static double expm1(double x) {
        if (Math.abs(x) < 0.125) {
            // x + x²·(1/2! + x/3! + … ), truncated below 2^-60 of x
            double sum = 1.0 / 6227020800.0;
            for (double divisor : EXPM1_DIVISORS) sum = sum * x + 1 / divisor;
            return Math.abs(x) < 0x1p-54 ? x : x + x * x * sum;
        }
        if (!(x < 40)) return exp(x);
        if (x < -40) return -1;
        double t = x * STEPS_PER_UNIT + SHIFTER;
        double k = t - SHIFTER;
        double p = expPolynomial((x - k * STEP_HIGH) - k * STEP_LOW);
        int step = (int) Double.doubleToRawLongBits(t);
        int i = step & 127;
        double s = Double.longBitsToDouble(ElementaryTables.POWER[i] + ((long) step << 45));
        return (s - 1) + s * (p + ElementaryTables.POWER_TAIL[i]);
    }

    private static final double[] EXPM1_DIVISORS = {
        479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0, 720.0, 120.0, 24.0, 6.0, 2.0
    };

    /** e^r − 1 for |r| ≤ 0.0028. */
    private static double expPolynomial(double r) {
        double r2 = r * r;
        return r + (r2 * (0.5 + r * SIXTH) + r2 * r2 * (FACTORIAL_4 + r * FACTORIAL_5));
    }

    /** 2^(k/128)·(1 + p), where k is the integer in the low bits of t. */
    private static double scale(double t, double p) {
        int step = (int) Double.doubleToRawLongBits(t);
        int i = step & 127;
        double s = Double.longBitsToDouble(ElementaryTables.POWER[i] + ((long) step << 45));
        return s + s * (p + ElementaryTables.POWER_TAIL[i]);
    }

    /** The same where the result may overflow, be subnormal, or x be no number; x decides the sign of what is out of reach. */
    private static double scaleFar(double x, double t, double p) {
        if (!(x < 710)) return x * Double.POSITIVE_INFINITY; // also NaN
        if (x < -746) return 0;
        int step = (int) Double.doubleToRawLongBits(t);
        int i = step & 127;
        double tail = p + ElementaryTables.POWER_TAIL[i];
        long bits = ElementaryTables.POWER[i] + ((long) step << 45);
        if (step > 0) {
            double s = Double.longBitsToDouble(bits - (1009L << 52));
            return 0x1p1009 * (s + s * tail);
        }
        double s = Double.longBitsToDouble(bits + (1022L << 52));
        double y = s + s * tail;
        if (y < 1) { // round once, at the subnormal place
            double low = (s - y) + s * tail;
            double high = 1 + y;
            low = (1 - high) + y + low;
            y = (high + low) - 1;
        }
        return 0x1p-1022 * y;
    }

    /** exp(high + low), where low is small beside high. */
    private static double expOfSum(double high, double low) {
        double t = high * STEPS_PER_UNIT + SHIFTER;
        double k = t - SHIFTER;
        double p = expPolynomial(((high - k * STEP_HIGH) - k * STEP_LOW) + low);
        return Math.abs(k) <= MOST_STEPS ? scale(t, p) : scaleFar(high, t, p);
    }

    // ------------------------------------------------------------------------------------------------------ logarithm

    /** The natural logarithm; −∞ at 0, NaN below. Equals {@link #logHigh(double)}. */
    public static double log(double x) {
        return logHigh(x);
    }

    /** {@code out[i] = log(x[i])} for i below n. */
    public static void log(double[] x, double[] out, int n) {
        logBlocks(x, out, null, n);
    }

    /** The logarithm rounded to a double. */
    public static double logHigh(double x) {
        double z = isPositiveNormal(x) ? x : x * 0x1p54;
        if (!isPositiveNormal(z)) return logOfSpecial(x);
        long bits = Double.doubleToRawLongBits(z);
        long offset = bits - CELL_ORIGIN;
        int cell = (int) (offset >>> 43) & (127 << 2);
        double k = exponent(offset) - (z == x ? 0 : 54);
        z = Double.longBitsToDouble(bits - (offset & EXPONENT_MASK));
        double[] table = ElementaryTables.LOGARITHM;
        double c = table[cell];
        double t1 = k * LN2_HIGH + table[cell + 1];
        double low1 = k * LN2_LOW + table[cell + 2];
        double zHigh = (z + TO_TWENTY_BITS) - TO_TWENTY_BITS;
        double rHigh = zHigh * c - 1;
        double rLow = (z - zHigh) * c;
        double r = rHigh + rLow;
        double t2 = t1 + r;
        double high = t2 - 0.5 * rHigh * rHigh;
        return high + logLow(rHigh, rLow, r, t1, t2, high, low1);
    }

    /** The logarithm less {@link #logHigh(double)}: together they carry it with a relative error below 2⁻⁶⁷; 0 where it is infinite. */
    public static double logLow(double x) {
        double z = isPositiveNormal(x) ? x : x * 0x1p54;
        if (!isPositiveNormal(z)) return Double.isNaN(logOfSpecial(x)) ? Double.NaN : 0;
        long bits = Double.doubleToRawLongBits(z);
        long offset = bits - CELL_ORIGIN;
        int cell = (int) (offset >>> 43) & (127 << 2);
        double k = exponent(offset) - (z == x ? 0 : 54);
        z = Double.longBitsToDouble(bits - (offset & EXPONENT_MASK));
        double[] table = ElementaryTables.LOGARITHM;
        double c = table[cell];
        double t1 = k * LN2_HIGH + table[cell + 1];
        double low1 = k * LN2_LOW + table[cell + 2];
        double zHigh = (z + TO_TWENTY_BITS) - TO_TWENTY_BITS;
        double rHigh = zHigh * c - 1;
        double rLow = (z - zHigh) * c;
        double r = rHigh + rLow;
        double t2 = t1 + r;
        double high = t2 - 0.5 * rHigh * rHigh;
        double low = logLow(rHigh, rLow, r, t1, t2, high, low1);
        return (high - (high + low)) + low;
    }

    /** {@code high[i] + low[i] = log(x[i])} for i below n, as {@link #logHigh(double)} and {@link #logLow(double)}. */
    public static void logPair(double[] x, double[] high, double[] low, int n) {
        logBlocks(x, high, low, n);
    }

    private static void logBlocks(double[] x, double[] high, double @Nullable [] low, int n) {
        double[] z = new double[Math.min(n, BLOCK)];
        double[] c = new double[z.length];
        double[] sum = new double[z.length];
        double[] rest = new double[z.length];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            if (!logReduce(x, from, length, z, c, sum, rest)) {
                for (int i = from; i < from + length; i++) {
                    double v = x[i];
                    high[i] = logHigh(v);
                    if (low != null) low[i] = logLow(v);
                }
                continue;
            }
            logFinish(z, c, sum, rest, length);
            System.arraycopy(z, 0, high, from, length);
            if (low != null) System.arraycopy(c, 0, low, from, length);
        }
    }

    /** Splits a block into significand, reciprocal, k·ln 2 − ln c and its low part; false when some x is not a positive normal number. */
    private static boolean logReduce(
            double[] x, int from, int length, double[] z, double[] c, double[] sum, double[] rest) {
        double[] table = ElementaryTables.LOGARITHM;
        boolean ordinary = true;
        for (int i = 0; i < length; i++) {
            double v = x[from + i];
            ordinary &= isPositiveNormal(v);
            long bits = Double.doubleToRawLongBits(v);
            long offset = bits - CELL_ORIGIN;
            int cell = (int) (offset >>> 43) & (127 << 2);
            double k = exponent(offset);
            z[i] = Double.longBitsToDouble(bits - (offset & EXPONENT_MASK));
            c[i] = table[cell];
            sum[i] = k * LN2_HIGH + table[cell + 1];
            rest[i] = k * LN2_LOW + table[cell + 2];
        }
        return ordinary;
    }

    /** Leaves the logarithm in z and what its rounding left in c. */
    private static void logFinish(double[] z, double[] c, double[] sum, double[] rest, int n) {
        for (int i = 0; i < n; i++) {
            double zHigh = (z[i] + TO_TWENTY_BITS) - TO_TWENTY_BITS;
            double rHigh = zHigh * c[i] - 1;
            double rLow = (z[i] - zHigh) * c[i];
            double r = rHigh + rLow;
            double t2 = sum[i] + r;
            double high = t2 - 0.5 * rHigh * rHigh;
            double low = logLow(rHigh, rLow, r, sum[i], t2, high, rest[i]);
            double rounded = high + low;
            z[i] = rounded;
            c[i] = (high - rounded) + low;
        }
    }

    /** What must be added to {@code high} to make it the logarithm: the roundings so far and the polynomial's higher terms. */
    private static double logLow(double rHigh, double rLow, double r, double t1, double t2, double high, double low1) {
        double r2 = r * r;
        double low2 = (t1 - t2) + r;
        double low3 = -0.5 * rLow * (r + rHigh);
        double low4 = (t2 - high) - 0.5 * rHigh * rHigh;
        double p = r2 * r * (THIRD - 0.25 * r + r2 * (FIFTH - SIXTH * r + r2 * (SEVENTH - 0.125 * r + r2 * NINTH)));
        return low1 + low2 + low3 + low4 + p;
    }

    /** The upper twelve bits, signed, as a number; exact. */
    private static double exponent(long offset) {
        return Double.longBitsToDouble((offset >> 52) + 0x4338000000000000L) - SHIFTER;
    }

    private static boolean isPositiveNormal(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    private static double logOfSpecial(double x) {
        if (x == 0) return Double.NEGATIVE_INFINITY;
        return x > 0 ? x : Double.NaN;
    }

    /** The logarithm of 1 + x, without cancellation near 0. */
    public static double log1p(double x) {
        if (Math.abs(x) < 0x1p-40) return x - 0.5 * x * x;
        double u = 1 + x;
        double high = logHigh(u);
        if (!(Math.abs(high) < Double.POSITIVE_INFINITY)) return high;
        double lost = u > 2 ? 1 - (u - x) : x - (u - 1);
        double d = lost / u;
        return high + (logLow(u) + (d - 0.5 * d * d));
    }

    // ---------------------------------------------------------------------------------------------------------- power

    /** x to the power y, with the special cases of {@link StrictMath#pow(double, double)}. */
    public static double pow(double x, double y) {
        if (x > 0) return expOfProduct(y, logHigh(x), logLow(x)); // also x = ∞
        if (y == 0) return 1;
        if (!(x <= 0) || Double.isNaN(y)) return Double.NaN;
        boolean integer = Math.rint(y) == y; // infinities and all from 2^53 are even integers
        boolean odd = integer && Math.abs(y) < 0x1p53 && ((long) y & 1) != 0;
        if (x < 0 && x > Double.NEGATIVE_INFINITY && !integer) return Double.NaN;
        double magnitude = expOfProduct(y, logHigh(-x), logLow(-x));
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        return odd && negative ? -magnitude : magnitude;
    }

    /** {@code out[i] = pow(x[i], y)} for i below n. */
    public static void pow(double[] x, double y, double[] out, int n) {
        double[] base = Arrays.copyOf(x, n);
        double[] high = new double[n];
        double[] low = new double[n];
        logPair(base, high, low, n);
        powFromLog(high, low, y, out, n);
        for (int i = 0; i < n; i++) if (!(base[i] > 0)) out[i] = pow(base[i], y);
    }

    /** {@code out[i] = pow(x[i], y[i])} for i below n. */
    public static void pow(double[] x, double[] y, double[] out, int n) {
        double[] base = Arrays.copyOf(x, n);
        double[] exponent = Arrays.copyOf(y, n);
        double[] high = new double[n];
        double[] low = new double[n];
        logPair(base, high, low, n);
        powFromLog(high, low, exponent, out, n);
        for (int i = 0; i < n; i++) if (!(base[i] > 0)) out[i] = pow(base[i], exponent[i]);
    }

    /**
     * e to the power y·(high + low). With the two parts of log x this is {@code pow(x, y)}, to the bit, for every x ≥ 0: powers of one
     * base share one logarithm. For x below 0 the logarithm, hence the result, is NaN unless y is 0.
     */
    public static double expOfProduct(double y, double high, double low) {
        double ySplit = SPLITTER * y;
        double yHigh = ySplit - (ySplit - y);
        double lSplit = SPLITTER * high;
        double lHigh = lSplit - (lSplit - high);
        double e = yHigh * lHigh;
        double eLow = (y - yHigh) * lHigh + y * ((high - lHigh) + low);
        double t = e * STEPS_PER_UNIT + SHIFTER;
        double k = t - SHIFTER;
        double p = expPolynomial(((e - k * STEP_HIGH) - k * STEP_LOW) + eLow);
        return Math.abs(k) <= MOST_STEPS ? scale(t, p) : expOfFarProduct(y, high, e, t, p);
    }

    private static double expOfFarProduct(double y, double high, double e, double t, double p) {
        if (y == 0) return 1;
        double product = y * high; // the splitting fails for infinities and near them, the product does not
        if (product == 0) return 1;
        return scaleFar(Double.isNaN(e) ? product : e, t, p);
    }

    /** {@code out[i] = expOfProduct(y[i], high[i], low[i])} for i below n. */
    public static void powFromLog(double[] high, double[] low, double[] y, double[] out, int n) {
        powBlocks(high, low, y, new double[Math.min(n, BLOCK)], out, n);
    }

    /** {@code out[i] = expOfProduct(y, high[i], low[i])} for i below n. */
    public static void powFromLog(double[] high, double[] low, double y, double[] out, int n) {
        double[] factor = new double[Math.min(n, BLOCK)];
        Arrays.fill(factor, y);
        powBlocks(high, low, null, factor, out, n);
    }

    private static void powBlocks(
            double[] high, double[] low, double @Nullable [] y, double[] factor, double[] out, int n) {
        double[] h = new double[factor.length];
        double[] l = new double[factor.length];
        double[] steps = new double[factor.length];
        double[] polynomial = new double[factor.length];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            if (y != null) System.arraycopy(y, from, factor, 0, length);
            System.arraycopy(high, from, h, 0, length);
            System.arraycopy(low, from, l, 0, length);
            productReduce(factor, h, l, steps, polynomial, length);
            for (int i = 0; i < length; i++) {
                double t = steps[i];
                polynomial[i] = Math.abs(t - SHIFTER) <= MOST_STEPS
                        ? scale(t, polynomial[i])
                        : expOfProduct(factor[i], h[i], l[i]);
            }
            System.arraycopy(polynomial, 0, out, from, length);
        }
    }

    private static void productReduce(
            double[] factor, double[] h, double[] l, double[] steps, double[] polynomial, int n) {
        for (int i = 0; i < n; i++) {
            double y = factor[i];
            double high = h[i];
            double ySplit = SPLITTER * y;
            double yHigh = ySplit - (ySplit - y);
            double lSplit = SPLITTER * high;
            double lHigh = lSplit - (lSplit - high);
            double e = yHigh * lHigh;
            double eLow = (y - yHigh) * lHigh + y * ((high - lHigh) + l[i]);
            double t = e * STEPS_PER_UNIT + SHIFTER;
            double k = t - SHIFTER;
            steps[i] = t;
            polynomial[i] = expPolynomial(((e - k * STEP_HIGH) - k * STEP_LOW) + eLow);
        }
    }

    // ------------------------------------------------------------------------------------------- normal distribution

    /** Φ(x), the probability that a standard normal variable is at most x; accurate in relative terms in the lower tail. */
    public static double normalCdf(double x) {
        double y = Math.abs(x);
        if (!(y <= 39)) return x > 0 ? 1 : x < 0 ? 0 : Double.NaN;
        double split = SPLITTER * y;
        double high = split - (split - y);
        double tail = millsRatio(y) * expOfSum(-0.5 * high * high, -0.5 * (y - high) * (y + high));
        return fromTail(x, tail);
    }

    /**
     * Φ(−y)·e^(y²/2) for 0 ≤ y ≤ 39: interpolates at 22 Chebyshev points of (y − 4)/(y + 4), relative error 2.5e-18. No term is negative,
     * so nothing cancels; in this order of evaluation the rounding of y² and y⁴ drops out of the quotient.
     */
    private static double millsRatio(double y) {
        double y2 = y * y;
        double y4 = y2 * y2;
        double n = (0.5 + 0x1.a4b532d0b01c4p-1 * y)
                + (0x1.56ede6fc2707ep-1 + 0x1.66155f918c912p-2 * y) * y2
                + ((0x1.06abd64c690f1p-3 + 0x1.198783e7eadaap-5 * y)
                                + (0x1.bdcb780bba975p-8 + 0x1.01b36ef694963p-10 * y) * y2
                                + ((0x1.a1ce9b23acf76p-14 + 0x1.afa613119e165p-18 * y) + 0x1.b463a231760bep-23 * y2)
                                        * y4)
                        * y4;
        double d = (1 + 0x1.387bae37a8e76p1 * y)
                + (0x1.64ca4502c911fp1 + 0x1.f7ffd9bba5045p0 * y) * y2
                + ((0x1.ea74bf4c22d75p-1 + 0x1.5a29d75576553p-2 * y)
                                + (0x1.6ace476a131cbp-4 + 0x1.1b6f4ae2932f5p-6 * y) * y2
                                + ((0x1.4517ebf236918p-9 + 0x1.065b1985c177cp-12 * y)
                                                + (0x1.0e7ee7f4cdb42p-16 + 0x1.117764365be26p-21 * y) * y2)
                                        * y4)
                        * y4;
        return n / d;
    }

    /** {@code out[i] = normalCdf(x[i])} for i below n. */
    public static void normalCdf(double[] x, double[] out, int n) {
        double[] v = new double[Math.min(n, BLOCK)];
        double[] ratio = new double[v.length];
        double[] steps = new double[v.length];
        double[] polynomial = new double[v.length];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            System.arraycopy(x, from, v, 0, length);
            millsRatios(v, ratio, length);
            densityReduce(v, steps, polynomial, length);
            for (int i = 0; i < length; i++) {
                double t = steps[i];
                double tail = ratio[i] * scale(t, polynomial[i]);
                v[i] = Math.abs(t - SHIFTER) <= MOST_STEPS ? fromTail(v[i], tail) : normalCdf(v[i]);
            }
            System.arraycopy(v, 0, out, from, length);
        }
    }

    /** 1 − tail above 0, tail below, without a branch. */
    private static double fromTail(double x, double tail) {
        return (0.5 + Math.copySign(0.5, x)) - Math.copySign(tail, x);
    }

    private static void millsRatios(double[] x, double[] ratio, int n) {
        for (int i = 0; i < n; i++) ratio[i] = millsRatio(Math.abs(x[i]));
    }

    private static void densityReduce(double[] x, double[] steps, double[] polynomial, int n) {
        for (int i = 0; i < n; i++) {
            double y = Math.abs(x[i]);
            double split = SPLITTER * y;
            double high = split - (split - y);
            double e = -0.5 * high * high;
            double t = e * STEPS_PER_UNIT + SHIFTER;
            double k = t - SHIFTER;
            steps[i] = t;
            polynomial[i] = expPolynomial(((e - k * STEP_HIGH) - k * STEP_LOW) + -0.5 * (y - high) * (y + high));
        }
    }

    /** Φ⁻¹(p), the standard normal quantile; −∞ at 0, +∞ at 1, NaN outside [0, 1]. */
    public static double normalQuantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) return quantileCentre(q);
        double value = quantileTail(Math.min(p, 1 - p));
        return p < 0.5 ? -value : value;
    }

    private static double quantileTail(double smaller) {
        double r = Math.sqrt(-logHigh(smaller));
        return r <= 5 ? quantileNearTail(r) : quantileFarTail(r);
    }

    /** {@code out[i] = normalQuantile(p[i])} for i below n. */
    public static void normalQuantile(double[] p, double[] out, int n) {
        double[] v = new double[Math.min(n, BLOCK)];
        double[] value = new double[v.length];
        double[] tail = new double[v.length];
        int[] index = new int[v.length];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            System.arraycopy(p, from, v, 0, length);
            for (int i = 0; i < length; i++) value[i] = quantileCentre(v[i] - 0.5);
            int tails = 0;
            for (int i = 0; i < length; i++) { // without a branch: the next one overwrites what was no tail
                index[tails] = i;
                tail[tails] = Math.min(v[i], 1 - v[i]);
                tails += Math.abs(v[i] - 0.5) <= 0.425 ? 0 : 1;
            }
            log(tail, tail, tails);
            for (int i = 0; i < tails; i++) tail[i] = Math.sqrt(-tail[i]);
            for (int i = 0; i < tails; i++) {
                double root = tail[i];
                double size = root <= 5 ? quantileNearTail(root) : quantileFarTail(root);
                value[index[i]] = v[index[i]] < 0.5 ? -size : size;
            }
            System.arraycopy(value, 0, out, from, length);
        }
    }

    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits as printed
    private static double quantileCentre(double q) {
        double r = 0.180625 - q * q;
        double n = 2.5090809287301226727e3 * r + 3.3430575583588128105e4;
        double d = 5.2264952788528545610e3 * r + 2.8729085735721942674e4;
        n = n * r + 6.7265770927008700853e4;
        d = d * r + 3.9307895800092710610e4;
        n = n * r + 4.5921953931549871457e4;
        d = d * r + 2.1213794301586595867e4;
        n = n * r + 1.3731693765509461125e4;
        d = d * r + 5.3941960214247511077e3;
        n = n * r + 1.9715909503065514427e3;
        d = d * r + 6.8718700749205790830e2;
        n = n * r + 1.3314166789178437745e2;
        d = d * r + 4.2313330701600911252e1;
        n = n * r + 3.3871328727963666080;
        d = d * r + 1;
        return q * n / d;
    }

    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits as printed
    private static double quantileNearTail(double root) {
        double r = root - 1.6;
        double n = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2;
        double d = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4;
        n = n * r + 2.41780725177450611770e-1;
        d = d * r + 1.51986665636164571966e-2;
        n = n * r + 1.27045825245236838258;
        d = d * r + 1.48103976427480074590e-1;
        n = n * r + 3.64784832476320460504;
        d = d * r + 6.89767334985100004550e-1;
        n = n * r + 5.76949722146069140550;
        d = d * r + 1.67638483018380384940;
        n = n * r + 4.63033784615654529590;
        d = d * r + 2.05319162663775882187;
        n = n * r + 1.42343711074968357734;
        d = d * r + 1;
        return n / d;
    }

    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits as printed
    private static double quantileFarTail(double root) {
        if (root == Double.POSITIVE_INFINITY) return root;
        double r = root - 5;
        double n = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
        double d = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7;
        n = n * r + 1.24266094738807843860e-3;
        d = d * r + 1.84631831751005468180e-5;
        n = n * r + 2.65321895265761230930e-2;
        d = d * r + 7.86869131145613259100e-4;
        n = n * r + 2.96560571828504891230e-1;
        d = d * r + 1.48753612908506148525e-2;
        n = n * r + 1.78482653991729133580;
        d = d * r + 1.36929880922735805310e-1;
        n = n * r + 5.46378491116411436990;
        d = d * r + 5.99832206555887937690e-1;
        n = n * r + 6.65790464350110377720;
        d = d * r + 1;
        return n / d;
    }
}
