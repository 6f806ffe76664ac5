package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * One matrix of judgements on a sheet: its rows, the weights found from it and its consistency.
 *
 * @param size how many elements are compared
 * @param weight one per element
 * @param index the consistency index; empty for two elements, which are always consistent
 * @param randomIndex of the table; empty for two elements
 * @param ratio of the two; 0 for two elements
 */
record Priorities(int size, Row weight, Optional<Cell> index, Optional<Cell> randomIndex, Cell ratio) {

    private static final String COMPARISON = "comparison";

    /** Writes the judgements of one expert as inputs, their reciprocals, and what is found for those not made. */
    static Cell[][] judged(Sheet sheet, List<String> elements, Judgements judgements) {
        int n = elements.size();
        var cells = new Cell[n][n];
        for (int i = 0; i < n; i++) {
            cells[i][i] = Cell.ONE;
            for (int j = 0; j < n; j++) {
                var stated = judgements.stated(i, j);
                if (i == j || stated.isEmpty()) continue;
                var name = pair(elements, i, j);
                cells[i][j] = sheet.section("judgement").given(name, Unit.FACTOR, stated.get());
                if (stated.get().distribution().isPresent())
                    sheet.section("positive")
                            .require(
                                    name,
                                    cells[i][j],
                                    Relation.GREATER,
                                    Cell.ZERO,
                                    "Choose a distribution above 0, such as the log-normal.");
            }
        }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (judgements.stated(i, j).isEmpty() && judgements.stated(j, i).isPresent() && i != j)
                    cells[i][j] = Cell.ONE.dividedBy(cells[j][i]);
        complete(sheet, elements, judgements.missing(), cells);
        return cells;
    }

    /** What the judgement of one element against another is called. */
    private static String pair(List<String> elements, int row, int column) {
        return elements.get(row) + "_" + elements.get(column);
    }

    private static void complete(Sheet sheet, List<String> elements, List<Completion.Pair> missing, Cell[][] cells) {
        int n = elements.size();
        var known = new ArrayList<Cell>();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                boolean isMissing = missing.contains(new Completion.Pair(Math.min(i, j), Math.max(i, j)));
                if (i != j && !isMissing) known.add(cells[i][j]);
            }
        for (int k = 0; k < missing.size(); k++) {
            int i = missing.get(k).row();
            int j = missing.get(k).column();
            cells[i][j] = sheet.section("missing")
                    .let(
                            pair(elements, i, j),
                            Figure.apply(JudgementFunctions.completion(n, missing, k), Unit.FACTOR, known));
            cells[j][i] = Cell.ONE.dividedBy(cells[i][j]);
        }
    }

    /** Writes weights and consistency of a matrix. */
    static Priorities write(
            Sheet sheet, List<String> elements, Cell[][] cells, Ahp.Prioritization how, Optional<RandomIndex> table) {
        int n = elements.size();
        var axis = sheet.axis("elements", elements);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < n; i++)
            rows.add(sheet.section(COMPARISON).let(elements.get(i), Row.of(axis, List.of(cells[i]))));
        var weight = sheet.let("weight", weight(sheet, axis, rows, how).as(Unit.SHARE));
        if (n < 3) return new Priorities(n, weight, Optional.empty(), Optional.empty(), Cell.ZERO);
        var products = sheet.let(
                "weightedSum",
                Row.of(axis, rows.stream().map(row -> row.times(weight).sum()).toList()));
        var lambda = sheet.let("lambdaMax", products.dividedBy(weight).sum().dividedBy(Cell.number(n)));
        var index = sheet.let("consistencyIndex", lambda.minus(Cell.number(n)).dividedBy(Cell.number(n - 1)));
        var random = sheet.given("randomIndex", Unit.FACTOR, table.orElseThrow().input(n, "elements"));
        var ratio = sheet.let("consistencyRatio", index.dividedBy(random));
        return new Priorities(n, weight, Optional.of(index), Optional.of(random), ratio);
    }

    private static Row weight(Sheet sheet, Axis axis, List<Row> rows, Ahp.Prioritization how) {
        int n = rows.size();
        return switch (how) {
            case GEOMETRIC_MEAN -> {
                var root = sheet.let(
                        "rowRoot",
                        Row.of(
                                axis,
                                rows.stream()
                                        .map(row -> row.product().power(1.0 / n))
                                        .toList()));
                yield root.dividedBy(root.sum());
            }
            case COLUMN_MEAN -> {
                var sums =
                        sheet.let("columnSum", rows.stream().reduce(Row::plus).orElseThrow());
                yield Row.of(
                        axis,
                        rows.stream()
                                .map(row -> row.dividedBy(sums).sum().dividedBy(Cell.number(n)))
                                .toList());
            }
            case EIGENVECTOR -> {
                var entries = new ArrayList<Cell>();
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                        if (i != j) entries.add(rows.get(i).at(j));
                var elements = new ArrayList<Cell>();
                for (int i = 0; i < n; i++)
                    elements.add(Figure.apply(JudgementFunctions.eigenvector(n, i), Unit.FACTOR, entries));
                yield Row.of(axis, elements);
            }
        };
    }
}
