package org.dataassay.valuation.numeric;

/**
 * Count, mean and variance in one pass without cancellation, mergeable.
 *
 * <p><b>Formula</b>  mean ← mean + (x − mean)/n,  m₂ ← m₂ + (x − mean_before)·(x − mean_after);  merging by Chan, Golub and LeVeque.
 *
 * <p>Mutable, for one thread. Partial moments merged in index order give the same bits however many threads made them.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">B. P. Welford, Technometrics 4 (1962), pages 419–420</a>
 * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">T. F. Chan, G. H. Golub, R. J. LeVeque, The American Statistician 37
 *     (1983), page 243</a>
 */
public final class Welford {

    private long count;
    private double mean;
    private double squares;

    /** The moments of the first n elements. */
    public static Welford of(double[] values, int n) {
        var moments = new Welford();
        for (int i = 0; i < n; i++) moments.add(values[i]);
        return moments;
    }

    /** Adds one observation. */
    public Welford add(double value) {
        count++;
        double difference = value - mean;
        mean += difference / count;
        squares += difference * (value - mean);
        return this;
    }

    /** Adds the observations another one has seen. */
    public Welford add(Welford other) {
        if (other.count == 0) return this;
        long total = count + other.count;
        double difference = other.mean - mean;
        double share = (double) other.count / total;
        squares += other.squares + difference * difference * share * count;
        mean = count == 0 ? other.mean : mean + difference * share;
        count = total;
        return this;
    }

    /** How many observations. */
    public long count() {
        return count;
    }

    /** The arithmetic mean; 0 before the first observation. */
    public double mean() {
        return mean;
    }

    /** The unbiased sample variance, with n − 1; 0 for fewer than two observations. */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /** The sample standard deviation. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** The standard error of the mean, standard deviation / √n; 0 for fewer than two observations. */
    public double standardError() {
        return count < 2 ? 0 : Math.sqrt(variance() / count);
    }
}
