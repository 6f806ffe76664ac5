package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.Elementary;

/**
 * Gaussian copula: turns independent uniforms into dependent ones with given rank correlations. Spearman's ρ becomes the normal correlation 2·sin(πρ/6)
 * (Pearson 1907; exact for the bivariate normal). Inputs that no correlation names stay as they are.
 */
final class Copula {

    /** Eigenvalues above −this count as zero: rounding of a matrix of this size. */
    private static final double TOLERANCE = 1e-12;

    private final int[] members;
    private final double[][] lower;

    private final boolean isRepaired;

    private Copula(int[] members, double[][] lower, boolean isRepaired) {
        this.members = members;
        this.lower = lower;
        this.isRepaired = isRepaired;
    }

    /**
     * @param names of the random inputs, in order
     * @param repair whether a matrix that is not positive semidefinite is replaced by its nearest by eigenvalue clipping; otherwise it is refused
     */
    static Copula of(List<Correlation> correlations, List<String> names, boolean repair) {
        var members = new ArrayList<Integer>();
        for (var correlation : correlations) {
            for (var name : List.of(correlation.first(), correlation.second())) {
                int index = names.indexOf(name);
                if (index < 0)
                    throw InvalidInputException.of(
                            ValuationError.UNKNOWN,
                            "correlations",
                            "the input '" + name + "'",
                            "Inputs with a distribution are " + names + ".");
                if (!members.contains(index)) members.add(index);
            }
        }
        members.sort(null);
        int n = members.size();
        var matrix = new double[n][n];
        for (int i = 0; i < n; i++) matrix[i][i] = 1;
        for (var correlation : correlations) {
            int i = members.indexOf(names.indexOf(correlation.first()));
            int j = members.indexOf(names.indexOf(correlation.second()));
            if (matrix[i][j] != 0)
                throw InvalidInputException.of(
                        ValuationError.DUPLICATE,
                        "correlations",
                        correlation.first() + " with " + correlation.second(),
                        "State each pair once.");
            matrix[i][j] = matrix[j][i] = 2 * StrictMath.sin(Math.PI * correlation.spearman() / 6);
        }
        var consistent = n > 0 ? checked(matrix, repair) : matrix;
        return new Copula(
                members.stream().mapToInt(Integer::intValue).toArray(), cholesky(consistent), consistent != matrix);
    }

    private static double[][] checked(double[][] matrix, boolean repair) {
        var eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix));
        double least = eigen.getRealEigenvalue(matrix.length - 1);
        if (least >= -TOLERANCE) return matrix;
        if (!repair)
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "correlations",
                    "they contradict each other: the least eigenvalue of the matrix is " + Plain.of(least),
                    "Weaken some of them, or set the option to repair the matrix.");
        var vectors = eigen.getV();
        int n = matrix.length;
        var repaired = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(eigen.getRealEigenvalue(k), 0);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) repaired[i][j] += value * vectors.getEntry(i, k) * vectors.getEntry(j, k);
        }
        var scale = new double[n];
        for (int i = 0; i < n; i++) scale[i] = Math.sqrt(repaired[i][i]);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) repaired[i][j] /= scale[i] * scale[j];
        return repaired;
    }

    /** Lower triangle; a pivot that is zero but for rounding makes a zero column. */
    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        var lower = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j][j];
            for (int k = 0; k < j; k++) pivot -= lower[j][k] * lower[j][k];
            lower[j][j] = pivot > TOLERANCE ? Math.sqrt(pivot) : 0;
            for (int i = j + 1; i < n && lower[j][j] > 0; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
                lower[i][j] = sum / lower[j][j];
            }
        }
        return lower;
    }

    /** Makes the uniforms of a tile dependent, in place. */
    void apply(double[][] uniforms, double[][] scratch, int n) {
        for (int m = 0; m < members.length; m++) Elementary.normalQuantile(uniforms[members[m]], scratch[m], n);
        for (int m = members.length - 1; m >= 0; m--) {
            var z = scratch[m];
            for (int i = 0; i < n; i++) z[i] *= lower[m][m];
            for (int k = 0; k < m; k++) {
                double weight = lower[m][k];
                var other = scratch[k];
                for (int i = 0; i < n; i++) z[i] += weight * other[i];
            }
            var u = uniforms[members[m]];
            Elementary.normalCdf(z, u, n);
            for (int i = 0; i < n; i++) u[i] = Math.min(Math.max(u[i], Double.MIN_NORMAL), 1 - 0x1p-53);
        }
    }

    int size() {
        return members.length;
    }

    /** Whether the stated correlations contradicted each other and others were taken. */
    boolean isRepaired() {
        return isRepaired;
    }
}
