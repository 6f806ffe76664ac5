package org.dataassay.valuation.weighting;

/** Small dense systems, the same bits everywhere: elimination with the largest pivot of the column. */
final class Linear {

    private Linear() {}

    /** The solution; the matrix and the right side are used up. Not a number where the matrix is singular. */
    static double[] solved(double[][] m, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) if (Math.abs(m[i][k]) > Math.abs(m[pivot][k])) pivot = i;
            var row = m[pivot];
            m[pivot] = m[k];
            m[k] = row;
            double side = b[pivot];
            b[pivot] = b[k];
            b[k] = side;
            for (int i = k + 1; i < n; i++) {
                double factor = m[i][k] / m[k][k];
                for (int j = k + 1; j < n; j++) m[i][j] -= factor * m[k][j];
                b[i] -= factor * b[k];
            }
        }
        var x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) sum -= m[i][j] * x[j];
            x[i] = sum / m[i][i];
        }
        return x;
    }
}
