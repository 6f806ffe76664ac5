package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/** Ranks as formulas of figures, so that they move with a draw. */
final class Ranks {

    private static final String RANK = "rank";
    private static final String FIRST = "comesFirst";
    private static final Cell TIE = Cell.number(Ranking.TIE);
    /** Ranks are whole, so this separates the first from the second. */
    private static final Cell BEFORE_SECOND = Cell.number(1.5);

    /** The best of some figures and, where there are two at least, the next. */
    private record Top(Cell best, List<Cell> next) {

        static Top of(Row figures, int from, int to) {
            if (to - from == 1) return new Top(figures.at(from), List.of());
            int middle = (from + to) / 2;
            return of(figures, from, middle).with(of(figures, middle, to));
        }

        private Top with(Top other) {
            var lesser = best.min(other.best);
            for (var cell : next) lesser = lesser.max(cell);
            for (var cell : other.next) lesser = lesser.max(cell);
            return new Top(best.max(other.best), List.of(lesser));
        }
    }

    private Ranks() {}

    /** Writes the row under its name, {@code rank/<element>} and {@code comesFirst/<element>} for each element, {@code best}, {@code next} and {@code lead}, the best figure less the next. */
    static RankedMethod.Written write(Sheet sheet, String name, Row row) {
        var figures = sheet.let(name, row);
        var elements = figures.axis().elements();
        for (int i = 0; i < elements.size(); i++) {
            var better = Figure.when(figures, Relation.GREATER, figures.at(i).plus(TIE), Cell.ONE, Cell.ZERO)
                    .sum();
            var rank = sheet.section(RANK).let(elements.get(i), better.plus(Cell.ONE));
            sheet.section(FIRST)
                    .let(elements.get(i), Figure.when(rank, Relation.LESS, BEFORE_SECOND, Cell.ONE, Cell.ZERO));
        }
        var top = Top.of(figures, 0, elements.size());
        var best = sheet.let("best", top.best());
        var next = sheet.let("next", top.next().get(0));
        return new RankedMethod.Written(sheet.let("lead", best.minus(next)), figures);
    }

    /**
     * Ranks of the elements of an axis on a closed sheet.
     *
     * @param section path of the section in which they were written, ending in a slash, or empty
     */
    static List<Integer> of(Worksheet worksheet, String section, List<String> elements) {
        return elements.stream()
                .map(element -> (int) worksheet.value(section + RANK + "/" + element))
                .toList();
    }
}
