package org.dataassay.valuation.numeric;

/**
 * The distribution function of two standard normal variables with a correlation: Φ₂(x, y; ρ) = P(X ≤ x, Y ≤ y).
 *
 * <p><b>Formula</b> |ρ| &lt; 0.925: Φ(x) · Φ(y) + 1/2π · ∫ exp(−(x² + y² − 2 · x · y · sin θ) / (2 · cos² θ)) dθ from 0 to asin ρ; else the same integral from ±1 inwards, where the integrand's singular part is
 * integrated in closed form
 *
 * <p><b>Numerics</b> 20 Gauss–Legendre points; absolute error at most 2e-15, measured against 30-digit integration. ρ of −1 and 1, and infinite arguments, are exact limits
 *
 * @see <a href="https://doi.org/10.1080/00949659008811236">Z. Drezner, G. O. Wesolowsky, On the Computation of the Bivariate Normal Integral, Journal of Statistical Computation and Simulation 35 (1990), 101–107</a>
 * @see <a href="https://doi.org/10.1023/B:STCO.0000035304.20635.31">A. Genz, Numerical Computation of Rectangular Bivariate and Trivariate Normal and t Probabilities, Statistics and Computing 14 (2004), section 2</a>
 */
public final class BivariateNormal {

    private static final double NEARLY_ONE = 0.925;
    private static final double TWO_PI = 2 * Math.PI;

    /** Exponents below this add nothing to a probability. */
    private static final double NEGLIGIBLE = -100;

    private static final double[] NODES = {
        0.9931285991850949, 0.9639719272779138, 0.912234428251326, 0.8391169718222188, 0.7463319064601508,
        0.636053680726515, 0.5108670019508271, 0.37370608871541955, 0.22778585114164507, 0.07652652113349734
    };
    private static final double[] WEIGHTS = {
        0.017614007139152118, 0.04060142980038694, 0.06267204833410907, 0.08327674157670475, 0.10193011981724044,
        0.11819453196151841, 0.13168863844917664, 0.14209610931838204, 0.14917298647260374, 0.15275338713072584
    };

    private BivariateNormal() {}

    /** Φ₂(x, y; ρ); not a number where ρ is outside [−1, 1] or an argument is none. */
    public static double cdf(double x, double y, double correlation) {
        if (!(correlation >= -1 && correlation <= 1) || Double.isNaN(x) || Double.isNaN(y)) return Double.NaN;
        if (x == Double.NEGATIVE_INFINITY || y == Double.NEGATIVE_INFINITY) return 0;
        if (x == Double.POSITIVE_INFINITY) return Elementary.normalCdf(y);
        if (y == Double.POSITIVE_INFINITY) return Elementary.normalCdf(x);
        double p = Math.abs(correlation) < NEARLY_ONE ? moderate(x, y, correlation) : high(x, y, correlation);
        return Math.max(0, Math.min(1, p));
    }

    /** The density of the pair. */
    public static double density(double x, double y, double correlation) {
        double free = (1 - correlation) * (1 + correlation);
        double across = y - correlation * x;
        return Elementary.exp(-0.5 * (x * x + across * across / free)) / (TWO_PI * Math.sqrt(free));
    }

    private static double moderate(double x, double y, double correlation) {
        double product = x * y;
        double squares = 0.5 * (x * x + y * y);
        double angle = StrictMath.asin(correlation);
        double integral = 0;
        for (int i = 0; i < NODES.length; i++) {
            for (int side = -1; side <= 1; side += 2) {
                double sine = StrictMath.sin(0.5 * angle * (side * NODES[i] + 1));
                integral += WEIGHTS[i] * Elementary.exp((sine * product - squares) / (1 - sine * sine));
            }
        }
        return integral * angle / (2 * TWO_PI) + Elementary.normalCdf(x) * Elementary.normalCdf(y);
    }

    /** By the upper tail P(X &gt; h, Y &gt; k) at h = −x, k = −y, with Y reversed where the correlation is negative. */
    private static double high(double x, double y, double correlation) {
        double h = -x;
        double k = correlation < 0 ? y : -y;
        double tail = Math.abs(correlation) < 1 ? -belowOne(h, k, Math.abs(correlation)) / TWO_PI : 0;
        if (correlation > 0) return tail + Elementary.normalCdf(-Math.max(h, k));
        double strip = h >= k ? 0 : between(h, k);
        return strip - tail;
    }

    /** Φ(k) − Φ(h) on the side where both are small. */
    private static double between(double h, double k) {
        return h < 0
                ? Elementary.normalCdf(k) - Elementary.normalCdf(h)
                : Elementary.normalCdf(-h) - Elementary.normalCdf(-k);
    }

    /** 2π times what a correlation short of one takes from the limit: the first terms of the integrand's series in closed form, the rest by points. */
    private static double belowOne(double h, double k, double correlation) {
        double product = h * k;
        double free = (1 - correlation) * (1 + correlation);
        double width = Math.sqrt(free);
        double squares = (h - k) * (h - k);
        double c = (4 - product) / 8;
        double d = (12 - product) / 16;
        double integral = 0;
        double exponent = -0.5 * (squares / free + product);
        if (exponent > NEGLIGIBLE)
            integral = width
                    * Elementary.exp(exponent)
                    * (1 - c * (squares - free) * (1 - d * squares / 5) / 3 + c * d * free * free / 5);
        if (product > NEGLIGIBLE) {
            double distance = Math.abs(h - k);
            integral -= Elementary.exp(-0.5 * product)
                    * Math.sqrt(TWO_PI)
                    * Elementary.normalCdf(-distance / width)
                    * distance
                    * (1 - c * squares * (1 - d * squares / 5) / 3);
        }
        double half = 0.5 * width;
        for (int i = 0; i < NODES.length; i++) {
            for (int side = -1; side <= 1; side += 2) {
                double at = half * (side * NODES[i] + 1);
                double square = at * at;
                double root = Math.sqrt(1 - square);
                double power = -0.5 * (squares / square + product);
                if (power > NEGLIGIBLE) {
                    double exact = Elementary.exp(-product * square / (2 * (1 + root) * (1 + root))) / root;
                    integral +=
                            half * WEIGHTS[i] * Elementary.exp(power) * (exact - (1 + c * square * (1 + d * square)));
                }
            }
        }
        return integral;
    }
}
