package org.dataassay.valuation.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * X = Q · R by Householder reflections in twice the precision, columns in their order and scaled by powers of two. A column that those before it determine is set aside, not pivoted: it is the later column that is named.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718027">N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition 2002, section 19.1</a>
 */
final class HouseholderQr {

    /** In what a set-aside column follows from, a part below this share of its length is not named. */
    private static final double NEGLIGIBLE = 1e-6;

    private final int rows;
    private final int[] exponents;
    private final double[] lengths;
    private final PairVector[] columns;
    private final List<Integer> kept = new ArrayList<>();
    private final List<Integer> setAside = new ArrayList<>();
    private final List<Pair> diagonal = new ArrayList<>();
    private final List<Pair> weights = new ArrayList<>();

    HouseholderQr(List<PairVector> design, double tolerance) {
        rows = design.isEmpty() ? 0 : design.get(0).size();
        int p = design.size();
        exponents = new int[p];
        lengths = new double[p];
        columns = new PairVector[p];
        for (int j = 0; j < p; j++) {
            double greatest = design.get(j).greatest();
            exponents[j] = greatest == 0 ? 0 : -Math.getExponent(greatest);
            columns[j] = design.get(j).scaled(exponents[j]);
            lengths[j] = columns[j].dot(columns[j], 0).sqrt().value();
        }
        for (int j = 0; j < p; j++) eliminate(j, tolerance);
    }

    private void eliminate(int j, double tolerance) {
        int k = kept.size();
        var column = columns[j];
        var rest = k < rows ? column.dot(column, k).sqrt() : Pair.ZERO;
        if (!(rest.value() > tolerance * lengths[j])) {
            setAside.add(j);
            return;
        }
        var pivot = column.at(k);
        var diagonalElement = pivot.high() > 0 ? rest.negated() : rest;
        diagonal.add(diagonalElement);
        column.set(k, pivot.minus(diagonalElement));
        // 2 / v'v, where v'v = 2 · rest · (rest + |pivot|)
        weights.add(Pair.ONE.dividedBy(rest.times(rest.plus(pivot.abs()))));
        kept.add(j);
        for (int later = j + 1; later < columns.length; later++) reflect(k, columns[later]);
    }

    private void reflect(int k, PairVector vector) {
        var v = columns[kept.get(k)];
        vector.addTimes(v.dot(vector, k).times(weights.get(k)).negated(), v, k);
    }

    int rank() {
        return kept.size();
    }

    List<Design.Dependency> dependencies(List<String> names) {
        return setAside.stream()
                .map(j -> new Design.Dependency(names.get(j), on(j, names)))
                .toList();
    }

    private List<String> on(int j, List<String> names) {
        int before = (int) kept.stream().filter(k -> k < j).count();
        var combination = back(columns[j], before);
        return IntStream.range(0, before)
                .filter(k -> Math.abs(combination.value(k)) * lengths[kept.get(k)] > NEGLIGIBLE * lengths[j])
                .mapToObj(k -> names.get(kept.get(k)))
                .toList();
    }

    /** Element of R, of scaled columns; full rank only. */
    private Pair r(int i, int j) {
        return i == j ? diagonal.get(i) : columns[kept.get(j)].at(i);
    }

    /** Solves R · x = the first n of the right side. */
    private PairVector back(PairVector right, int n) {
        var x = new PairVector(n);
        for (int i = n - 1; i >= 0; i--) {
            var sum = right.at(i);
            for (int j = i + 1; j < n; j++) sum = sum.minus(r(i, j).times(x.at(j)));
            x.set(i, sum.dividedBy(diagonal.get(i)));
        }
        return x;
    }

    /** The coefficients that leave the least sum of squares; full rank only. */
    PairVector solve(PairVector response) {
        var reflected = response.copy();
        for (int k = 0; k < rank(); k++) reflect(k, reflected);
        var x = back(reflected, rank());
        for (int j = 0; j < rank(); j++) x.set(j, unscaled(x.at(j), j));
        return x;
    }

    /** R⁻¹ of the design as given, row by row; full rank only. */
    PairVector[] inverse() {
        int p = rank();
        var inverse = new PairVector[p];
        for (int i = 0; i < p; i++) inverse[i] = new PairVector(p);
        for (int j = 0; j < p; j++) {
            var unit = new PairVector(p);
            unit.set(j, Pair.ONE);
            var column = back(unit, j + 1);
            for (int i = 0; i <= j; i++) inverse[i].set(j, unscaled(column.at(i), i));
        }
        return inverse;
    }

    private Pair unscaled(Pair value, int j) {
        return new Pair(Math.scalb(value.high(), exponents[j]), Math.scalb(value.low(), exponents[j]));
    }

    /** R with columns of unit length. */
    double[][] normalized() {
        int p = rank();
        var r = new double[p][p];
        for (int i = 0; i < p; i++) for (int j = i; j < p; j++) r[i][j] = r(i, j).value() / lengths[j];
        return r;
    }

    /** The inverse of {@link #normalized()}. */
    double[][] normalizedInverse() {
        int p = rank();
        var inverse = inverse();
        var r = new double[p][p];
        for (int i = 0; i < p; i++)
            for (int j = i; j < p; j++) r[i][j] = Math.scalb(inverse[i].value(j), -exponents[i]) * lengths[i];
        return r;
    }
}
