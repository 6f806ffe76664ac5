package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.numeric.Elementary;

/**
 * Judgements that were not made, such that the greatest eigenvalue of the matrix is least: as consistent as what was judged allows.
 *
 * <p><b>Formula</b> min λ over the missing a_ij, with a_ji = 1/a_ij; at the least, y_i·x_j·a_ij = y_j·x_i·a_ji for the eigenvectors x and y
 *
 * <p><b>Algorithm</b> in the logarithms t of the missing entries λ is convex, strictly where every element is connected with every other by judgements; Newton's
 * method with the exact second derivatives, started from logarithmic least squares and halved where λ would rise, until no step is above {@link #TOLERANCE}
 *
 * @see <a href="https://doi.org/10.1016/j.mcm.2010.02.047">S. Bozóki, J. Fülöp, L. Rónyai, On optimal completion of incomplete pairwise comparison matrices,
 *     Mathematical and Computer Modelling 52 (2010), section 4</a>
 */
final class Completion {

    /** Greatest step, in the logarithm of an entry, at which the search ends. */
    static final double TOLERANCE = 1e-12;

    static final int MOST_STEPS = 100;

    private static final int MOST_HALVINGS = 60;
    /** How exactly λ is known. */
    private static final double NOISE = 1e-14;

    /**
     * A pair that was not compared.
     *
     * @param row number of the one element
     * @param column number of the other, above the row's
     */
    record Pair(int row, int column) {}

    private final List<Pair> missing;
    private final double[][] a;
    private Perron perron;

    private Completion(double[][] a, List<Pair> missing) {
        this.a = a;
        this.missing = missing;
        this.perron = Perron.of(a);
    }

    /**
     * Completes a matrix.
     *
     * @param a known entries; those of missing pairs are overwritten
     */
    static Completion of(double[][] a, List<Pair> missing) {
        start(a, missing);
        var completion = new Completion(a, missing);
        completion.search();
        return completion;
    }

    /** The missing entries as ratios of the weights that fit the logarithms of the known ones best. */
    private static void start(double[][] a, List<Pair> missing) {
        int n = a.length;
        var laplacian = new double[n][n];
        var b = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i == j || missing.contains(new Pair(Math.min(i, j), Math.max(i, j)))) continue;
                laplacian[i][i]++;
                laplacian[i][j]--;
                b[i] += 0.5 * (Elementary.log(a[i][j]) - Elementary.log(a[j][i]));
            }
        }
        for (int j = 0; j < n; j++) laplacian[0][j] = 1;
        b[0] = 0;
        var logs = Linear.solved(laplacian, b);
        for (var pair : missing) set(a, pair, Elementary.exp(logs[pair.row] - logs[pair.column]));
    }

    private static void set(double[][] a, Pair pair, double value) {
        a[pair.row][pair.column] = value;
        a[pair.column][pair.row] = 1 / value;
    }

    private void search() {
        int m = missing.size();
        for (int count = 0; count < MOST_STEPS; count++) {
            var slopes = new double[m];
            for (int k = 0; k < m; k++) slopes[k] = -slope(missing.get(k));
            var step = Linear.solved(curvature(), slopes);
            double most = 0;
            for (double s : step) most = Math.max(most, Math.abs(s));
            if (!(most > TOLERANCE)) {
                if (Double.isNaN(most)) fail();
                return;
            }
            if (!move(step)) return;
        }
        fail();
    }

    /** Moves by the step, halved until the eigenvalue does not rise; whether it could. */
    private boolean move(double[] step) {
        var before = perron;
        var from = new double[missing.size()];
        for (int k = 0; k < from.length; k++) from[k] = value(k);
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, part /= 2) {
            for (int k = 0; k < from.length; k++) set(a, missing.get(k), from[k] * Elementary.exp(part * step[k]));
            perron = Perron.of(a);
            if (perron.value() <= before.value() * (1 + NOISE)) return true;
        }
        for (int k = 0; k < from.length; k++) set(a, missing.get(k), from[k]);
        perron = before;
        return false;
    }

    private void fail() {
        for (var pair : missing) set(a, pair, Double.NaN);
    }

    /** An entry that was found. */
    double value(int pair) {
        return a[missing.get(pair).row][missing.get(pair).column];
    }

    /** ∂λ/∂t of a missing pair. */
    private double slope(Pair pair) {
        int i = pair.row;
        int j = pair.column;
        return perron.left(i) * a[i][j] * perron.right(j) - perron.left(j) * a[j][i] * perron.right(i);
    }

    /** dA·x in the direction of t. */
    private double[] moved(Pair pair) {
        int i = pair.row;
        int j = pair.column;
        var moved = new double[a.length];
        moved[i] = a[i][j] * perron.right(j);
        moved[j] = -a[j][i] * perron.right(i);
        return moved;
    }

    /** yᵀ·dA·dx, dA in the direction of t. */
    private double across(Pair pair, double[] motion) {
        int i = pair.row;
        int j = pair.column;
        return perron.left(i) * a[i][j] * motion[j] - perron.left(j) * a[j][i] * motion[i];
    }

    /** ∂²λ/∂t∂t. */
    private double[][] curvature() {
        int m = missing.size();
        var motions = new ArrayList<double[]>();
        for (var pair : missing) motions.add(perron.motion(moved(pair)));
        var h = new double[m][m];
        for (int k = 0; k < m; k++) {
            for (int l = 0; l < m; l++)
                h[k][l] = across(missing.get(k), motions.get(l)) + across(missing.get(l), motions.get(k));
            int i = missing.get(k).row;
            int j = missing.get(k).column;
            h[k][k] += perron.left(i) * a[i][j] * perron.right(j) + perron.left(j) * a[j][i] * perron.right(i);
        }
        return h;
    }

    /**
     * The derivatives of an entry found by every known entry: by a_ij it stands at [i][j].
     *
     * @param pair number of the missing pair
     */
    double[][] gradient(int pair) {
        int n = a.length;
        var unit = new double[missing.size()];
        unit[pair] = 1;
        var z = Linear.solved(curvature(), unit); // the curvature is symmetric
        var motions = new ArrayList<double[]>();
        for (var each : missing) motions.add(perron.motion(moved(each)));
        var gradient = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i == j || missing.contains(new Pair(Math.min(i, j), Math.max(i, j)))) continue;
                var moved = new double[n];
                moved[i] = perron.right(j);
                var motion = perron.motion(moved);
                double sum = 0;
                for (int k = 0; k < missing.size(); k++)
                    sum += z[k] * (across(missing.get(k), motion) + perron.left(i) * motions.get(k)[j]);
                gradient[i][j] = -sum * value(pair);
            }
        }
        return gradient;
    }
}
