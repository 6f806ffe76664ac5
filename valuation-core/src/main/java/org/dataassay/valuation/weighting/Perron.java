package org.dataassay.valuation.weighting;

import java.util.Arrays;

/**
 * The greatest eigenvalue of a positive matrix with its two eigenvectors, and how they move with the entries.
 *
 * <p><b>Algorithm</b> power iteration from equal weights until no element of the vector, summing to 1, moves by more than {@link #TOLERANCE}, at most {@link
 * #MOST_ITERATIONS} times; a positive matrix has one such vector, and the iteration finds it. Derivatives solve the eigenvector's equation bordered by its scaling:
 *
 * <p>(A − λI)·dx − x·dλ = −dA·x,  Σ dx = 0
 */
final class Perron {

    /** Greatest move of an element of the vector at which the iteration ends. */
    static final double TOLERANCE = 2e-15;

    static final int MOST_ITERATIONS = 20_000;

    private final double[][] a;
    private final double[] right;
    private final double[] left;
    private final double value;

    private Perron(double[][] a, double[] right, double[] left, double value) {
        this.a = a;
        this.right = right;
        this.left = left;
        this.value = value;
    }

    /** Of a square matrix, all of whose entries should be above 0; of any other, everything is not a number. */
    static Perron of(double[][] a) {
        int n = a.length;
        var transposed = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) transposed[j][i] = a[i][j];
        var right = iterated(a);
        var left = iterated(transposed);
        double scale = 0;
        double value = 0;
        for (int i = 0; i < n; i++) {
            scale += left[i] * right[i];
            for (int j = 0; j < n; j++) value += left[i] * a[i][j] * right[j];
        }
        for (int i = 0; i < n; i++) left[i] /= scale;
        return new Perron(a, right, left, value / scale);
    }

    /** The eigenvector, summing to 1. */
    static double[] iterated(double[][] a) {
        int n = a.length;
        var x = new double[n];
        Arrays.fill(x, 1.0 / n);
        for (int step = 0; step < MOST_ITERATIONS; step++) {
            var next = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) next[i] += a[i][j] * x[j];
                sum += next[i];
            }
            double moved = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                moved = Math.max(moved, Math.abs(next[i] - x[i]));
            }
            x = next;
            if (moved <= TOLERANCE) return x;
            if (Double.isNaN(moved)) break;
        }
        Arrays.fill(x, Double.NaN);
        return x;
    }

    int size() {
        return a.length;
    }

    double value() {
        return value;
    }

    /** An element of the right eigenvector, which sums to 1. */
    double right(int i) {
        return right[i];
    }

    /** An element of the left eigenvector, whose product with the right one is 1. */
    double left(int i) {
        return left[i];
    }

    /** The derivatives of one element of the right eigenvector: by a_jk it is −z_j · x_k for the z returned. */
    double[] adjointOfElement(int element) {
        int n = size();
        var m = new double[n + 1][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) m[j][i] = a[i][j] - (i == j ? value : 0);
            m[n][i] = -right[i];
            m[i][n] = 1;
        }
        var b = new double[n + 1];
        b[element] = 1;
        return Linear.solved(m, b);
    }

    /**
     * How the right eigenvector moves in a direction of the matrix, kept so that its product with the left one stays 1.
     *
     * @param moved dA·x
     */
    double[] motion(double[] moved) {
        int n = size();
        double slope = 0;
        for (int i = 0; i < n; i++) slope += left[i] * moved[i];
        var m = new double[n + 1][n + 1];
        var b = new double[n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) m[i][j] = a[i][j] - (i == j ? value : 0);
            m[i][n] = right[i];
            m[n][i] = left[i];
            b[i] = slope * right[i] - moved[i];
        }
        return Linear.solved(m, b);
    }
}
