package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * One expert's pairwise judgements: how many times as important the element of the row is as that of the column. What is left out (null in JSON) is 1 on the
 * diagonal, the reciprocal of its counterpart elsewhere, and a judgement not made where both of a pair are left out.
 *
 * <pre>{@code
 * Judgements.by("Li Na", 3).of(0, 1, 2.0).of(0, 2, 5.0).of(1, 2, 3.0);   // three comparisons are the whole matrix
 * Judgements.matrix("Li Na", List.of(List.of(1.0, 2.0), List.of(0.5, 1.0)));
 * }</pre>
 *
 * @param expert who judged
 * @param matrix as many rows and columns as elements are compared
 */
public record Judgements(String expert, List<List<Optional<Input<Double>>>> matrix) {

    public Judgements {
        matrix = matrix.stream().map(List::copyOf).toList();
        int n = matrix.size();
        var check = new Check();
        Names.check(check, "expert", expert, "the expert");
        boolean square = true;
        for (int i = 0; i < n; i++) {
            int columns = matrix.get(i).size();
            square &= columns == n;
            if (columns != n)
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "matrix[" + i + "]",
                        "it has " + columns + " entries but the matrix has " + n + " rows",
                        "Give a square matrix; what was not judged is null."));
        }
        for (int i = 0; square && i < n; i++) for (int j = 0; j < n; j++) checkEntry(check, matrix, i, j);
        check.done();
    }

    private static void checkEntry(Check check, List<List<Optional<Input<Double>>>> matrix, int i, int j) {
        var entry = matrix.get(i).get(j);
        if (entry.isEmpty()) return;
        var field = at(i, j);
        double value = entry.get().value();
        if (i == j) {
            check.that(
                    value == 1 && entry.get().distribution().isEmpty(),
                    field,
                    "1, as every element against itself",
                    value,
                    "Leave the diagonal out.");
            return;
        }
        check.that(
                value > 0 && Double.isFinite(value),
                field,
                "above 0",
                value,
                "Say how many times as important the row is as the column: 3, or 0.3333333 the other way round. Leave it null where no judgement was made.");
        boolean isDoubled = i < j && matrix.get(j).get(i).isPresent();
        if (isDoubled)
            check.that(
                    entry.get().distribution().isEmpty()
                            && matrix.get(j).get(i).get().distribution().isEmpty(),
                    field,
                    "without distribution where its reciprocal is stated too",
                    "drawn",
                    "Leave " + at(j, i) + " out: it follows.");
    }

    private static String at(int i, int j) {
        return "matrix[" + i + "][" + j + "]";
    }

    /** Starts without a judgement. */
    public static Judgements by(String expert, int elements) {
        return new Judgements(
                expert,
                Collections.nCopies(
                        elements, Collections.<Optional<Input<Double>>>nCopies(elements, Optional.empty())));
    }

    /** A whole matrix of which no source is stated. */
    public static Judgements matrix(String expert, List<List<Double>> matrix) {
        return new Judgements(
                expert,
                matrix.stream()
                        .map(row -> row.stream()
                                .map(value -> Optional.of(Input.of(value)))
                                .toList())
                        .toList());
    }

    /** Adds a judgement of which no source is stated. */
    public Judgements of(int row, int column, double timesAsImportant) {
        return of(row, column, Input.of(timesAsImportant));
    }

    /** Adds a judgement; its reciprocal follows. */
    public Judgements of(int row, int column, Input<Double> timesAsImportant) {
        var rows = new ArrayList<List<Optional<Input<Double>>>>(matrix);
        var changed = new ArrayList<>(rows.get(row));
        changed.set(column, Optional.of(timesAsImportant));
        rows.set(row, changed);
        return new Judgements(expert, rows);
    }

    int size() {
        return matrix.size();
    }

    Optional<Input<Double>> stated(int row, int column) {
        return matrix.get(row).get(column);
    }

    boolean isKnown(int row, int column) {
        return row == column
                || stated(row, column).isPresent()
                || stated(column, row).isPresent();
    }

    /** Pairs that were not compared, row by row. */
    List<Completion.Pair> missing() {
        var missing = new ArrayList<Completion.Pair>();
        for (int i = 0; i < size(); i++)
            for (int j = i + 1; j < size(); j++) if (!isKnown(i, j)) missing.add(new Completion.Pair(i, j));
        return missing;
    }

    /** Refuses judgements that leave elements without any connection. */
    void checkConnected(Check check, String field, List<String> elements) {
        var parts = new ArrayList<List<Integer>>();
        var left = IntStream.range(0, size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            var part = new ArrayList<Integer>(List.of(left.remove(0)));
            for (int k = 0; k < part.size(); k++) {
                int from = part.get(k);
                for (var to : List.copyOf(left)) {
                    if (!isKnown(from, to)) continue;
                    part.add(to);
                    left.remove(to);
                }
            }
            part.sort(null);
            parts.add(part);
        }
        if (parts.size() > 1)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    expert + " compared nothing between "
                            + parts.stream()
                                    .map(part -> part.stream()
                                            .map(elements::get)
                                            .collect(Collectors.joining(", ", "{", "}")))
                                    .collect(Collectors.joining(" and ")),
                    "Add a judgement that connects them."));
    }

    /**
     * Refuses pairs whose two entries are not reciprocal.
     *
     * @param where path of the judgements
     */
    void requireReciprocal(Check check, String where, List<String> elements, double tolerance) {
        for (int i = 0; i < size(); i++) {
            for (int j = i + 1; j < size(); j++) {
                if (stated(i, j).isEmpty() || stated(j, i).isEmpty()) continue;
                double there = stated(i, j).get().value();
                double back = stated(j, i).get().value();
                if (Math.abs(there * back - 1) <= tolerance) continue;
                check.add(Problem.of(
                        ValuationError.OUT_OF_RANGE,
                        where + "." + at(j, i) + " (" + elements.get(j) + " over " + elements.get(i) + ", by " + expert
                                + ")",
                        "the reciprocal of " + Plain.of(there) + ", to within " + Plain.of(tolerance),
                        back,
                        "Give " + Plain.of(1 / there) + ", or leave it null: it follows."));
            }
        }
    }

    /** Whether both entries of a pair are stated and are not exactly reciprocal. */
    boolean isRoughlyReciprocal() {
        for (int i = 0; i < size(); i++)
            for (int j = i + 1; j < size(); j++)
                if (stated(i, j).isPresent()
                        && stated(j, i).isPresent()
                        && Math.abs(stated(i, j).get().value()
                                                * stated(j, i).get().value()
                                        - 1)
                                > EXACTLY) return true;
        return false;
    }

    private static final double EXACTLY = 1e-9;
}
