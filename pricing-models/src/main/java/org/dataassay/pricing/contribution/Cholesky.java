package org.dataassay.pricing.contribution;

/** A symmetric positive definite matrix as the product of a lower triangle and its transpose. */
final class Cholesky {

    /** A pivot below this share of its diagonal is nothing but rounding. */
    private static final double SINGULAR = 1e-10;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Takes over a matrix, of which the lower triangle is read; empty where it is not positive definite. */
    static java.util.Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        for (int j = 0; j < n; j++) {
            var row = matrix[j];
            double pivot = row[j];
            for (int k = 0; k < j; k++) pivot -= row[k] * row[k];
            if (!(pivot > SINGULAR * row[j])) return java.util.Optional.empty();
            row[j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= matrix[i][k] * row[k];
                matrix[i][j] = sum / row[j];
            }
        }
        return java.util.Optional.of(new Cholesky(matrix));
    }

    double[] solve(double[] right) {
        int n = lower.length;
        var x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** Diagonal of the inverse. */
    double[] inverseDiagonal() {
        int n = lower.length;
        var diagonal = new double[n];
        var column = new double[n];
        for (int j = 0; j < n; j++) {
            java.util.Arrays.fill(column, 0);
            column[j] = 1 / lower[j][j];
            double sum = column[j] * column[j];
            for (int i = j + 1; i < n; i++) {
                double value = 0;
                for (int k = j; k < i; k++) value -= lower[i][k] * column[k];
                column[i] = value / lower[i][i];
                sum += column[i] * column[i];
            }
            diagonal[j] = sum;
        }
        return diagonal;
    }
}
