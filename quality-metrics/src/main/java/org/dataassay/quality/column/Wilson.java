package org.dataassay.quality.column;

import org.dataassay.valuation.numeric.Elementary;

/** The score interval of a share, which stays within [0, 1] and is right for shares near 1 and few rows, where the usual interval is not. */
final class Wilson {

    private Wilson() {}

    /**
     * (p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), p = a/n, z the normal quantile at the confidence; 0 when a or n is.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927),
     *     page 209</a>
     */
    static double lowerBound(long a, long n, double confidence) {
        if (a == 0 || n == 0) return 0;
        double z = Elementary.normalQuantile(confidence);
        double p = (double) a / n;
        double z2 = z * z / n;
        double root = Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n));
        return Math.max(0, Math.min(1, (p + z2 / 2 - z * root) / (1 + z2)));
    }
}
