package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;

/** Ranks as formulas of scores, so that they move with a draw. */
final class Ranks {

    /** The row that is ranked. */
    static final String SCORE = "score";

    private static final String RANK = "rank";
    private static final String FIRST = "first";
    private static final Cell TIE = Cell.number(Ranking.TIE);
    /** Ranks are whole, so this separates the first from the second. */
    private static final Cell BEFORE_SECOND = Cell.number(1.5);

    /** The best of some scores and, where there are two at least, the next. */
    private record Top(Cell best, List<Cell> next) {

        static Top of(Row scores, int from, int to) {
            if (to - from == 1) return new Top(scores.at(from), List.of());
            int middle = (from + to) / 2;
            return of(scores, from, middle).with(of(scores, middle, to));
        }

        private Top with(Top other) {
            var lesser = best.min(other.best);
            for (var cell : next) lesser = lesser.max(cell);
            for (var cell : other.next) lesser = lesser.max(cell);
            return new Top(best.max(other.best), List.of(lesser));
        }
    }

    private Ranks() {}

    static String rankOf(String alternative) {
        return RANK + "/" + alternative;
    }

    /** Writes {@code score}, a rank and whether it is the first for each alternative, and returns {@code lead}. */
    static Cell write(Sheet sheet, Row figures) {
        var score = sheet.let(SCORE, figures);
        var names = score.axis().elements();
        for (int i = 0; i < names.size(); i++) {
            var better = Figure.when(score, Relation.GREATER, score.at(i).plus(TIE), Cell.ONE, Cell.ZERO)
                    .sum();
            var rank = sheet.section(RANK).let(names.get(i), better.plus(Cell.ONE));
            sheet.section(FIRST)
                    .let(names.get(i), Figure.when(rank, Relation.LESS, BEFORE_SECOND, Cell.ONE, Cell.ZERO));
        }
        var top = Top.of(score, 0, names.size());
        var best = sheet.let("bestScore", top.best());
        var next = sheet.let("nextScore", top.next().get(0));
        return sheet.let("lead", best.minus(next));
    }
}
