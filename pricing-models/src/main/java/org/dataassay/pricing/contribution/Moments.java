package org.dataassay.pricing.contribution;

/** Count, mean and sum of squared deviations of many cells at once, mergeable (Chan, Golub, LeVeque). Mutable, for one thread. */
final class Moments implements Tally {

    private final double[] counts;
    private final double[] means;
    private final double[] squares;

    Moments(int cells) {
        this(new double[cells], new double[cells], new double[cells]);
    }

    private Moments(double[] counts, double[] means, double[] squares) {
        this.counts = counts;
        this.means = means;
        this.squares = squares;
    }

    int cells() {
        return counts.length;
    }

    void add(int cell, double value) {
        double count = ++counts[cell];
        double difference = value - means[cell];
        means[cell] += difference / count;
        squares[cell] += difference * (value - means[cell]);
    }

    /** Adds observations by their count, mean and squared deviations. */
    void add(int cell, double count, double mean, double squaredDeviations) {
        if (count == 0) return;
        double total = counts[cell] + count;
        double difference = mean - means[cell];
        double share = count / total;
        squares[cell] += squaredDeviations + difference * difference * share * counts[cell];
        means[cell] = counts[cell] == 0 ? mean : means[cell] + difference * share;
        counts[cell] = total;
    }

    @Override
    public void merge(Tally part) {
        var other = (Moments) part;
        for (int cell = 0; cell < counts.length; cell++)
            add(cell, other.counts[cell], other.means[cell], other.squares[cell]);
    }

    long count(int cell) {
        return (long) counts[cell];
    }

    double mean(int cell) {
        return means[cell];
    }

    double variance(int cell) {
        return counts[cell] < 2 ? 0 : squares[cell] / (counts[cell] - 1);
    }

    /** Variance of the mean; 0 where it is not known. */
    double varianceOfMean(int cell) {
        return counts[cell] < 2 ? 0 : variance(cell) / counts[cell];
    }

    @Override
    public double[] toNumbers() {
        int cells = cells();
        var numbers = new double[3 * cells];
        System.arraycopy(counts, 0, numbers, 0, cells);
        System.arraycopy(means, 0, numbers, cells, cells);
        System.arraycopy(squares, 0, numbers, 2 * cells, cells);
        return numbers;
    }

    static Moments of(double[] numbers) {
        int cells = numbers.length / 3;
        return new Moments(
                java.util.Arrays.copyOfRange(numbers, 0, cells),
                java.util.Arrays.copyOfRange(numbers, cells, 2 * cells),
                java.util.Arrays.copyOfRange(numbers, 2 * cells, 3 * cells));
    }
}
