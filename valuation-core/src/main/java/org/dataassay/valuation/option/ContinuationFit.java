package org.dataassay.valuation.option;

/**
 * What waiting is worth, as a polynomial of the state, fitted by least squares one path after the other: each row is rotated into the triangle R of a QR factorization (Givens), so that normal equations are never formed
 * and no row is kept.
 */
final class ContinuationFit {

    /** A direction that the paths leave shorter than this share of the longest is taken as not there. */
    private static final double RANK_TOLERANCE = 1e-10;

    private final int columns;
    private final double[][] triangle;
    private final double[] right;
    private int rows;

    ContinuationFit(int columns) {
        this.columns = columns;
        triangle = new double[columns][columns];
        right = new double[columns];
    }

    int rows() {
        return rows;
    }

    /** Takes in one path; the row is used up. */
    void add(double[] row, double response) {
        rows++;
        double y = response;
        for (int c = 0; c < columns; c++) {
            if (row[c] == 0) continue;
            double length = Math.sqrt(triangle[c][c] * triangle[c][c] + row[c] * row[c]);
            double cosine = triangle[c][c] / length;
            double sine = row[c] / length;
            for (int k = c; k < columns; k++) {
                double kept = triangle[c][k];
                triangle[c][k] = cosine * kept + sine * row[k];
                row[k] = cosine * row[k] - sine * kept;
            }
            double kept = right[c];
            right[c] = cosine * kept + sine * y;
            y = cosine * y - sine * kept;
        }
    }

    /** The coefficients; a direction that is not there gets none. */
    double[] coefficients() {
        double longest = 0;
        for (int c = 0; c < columns; c++) longest = Math.max(longest, Math.abs(triangle[c][c]));
        var coefficients = new double[columns];
        for (int c = columns - 1; c >= 0; c--) {
            if (Math.abs(triangle[c][c]) <= RANK_TOLERANCE * longest) continue;
            double sum = right[c];
            for (int k = c + 1; k < columns; k++) sum -= triangle[c][k] * coefficients[k];
            coefficients[c] = sum / triangle[c][c];
        }
        return coefficients;
    }
}
