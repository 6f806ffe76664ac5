package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * One round on a sheet.
 *
 * @param score of each item by all experts together
 * @param concordance Kendall's W
 */
record DelphiRound(Row score, Cell concordance) {

    /** Section of a round, counted from 0. */
    static String section(int round) {
        return "round " + (round + 1);
    }

    /**
     * Writes it.
     *
     * @param authority Cr by expert, where scores count by it
     */
    static DelphiRound write(
            Sheet sheet, List<String> items, DelphiFacts.Round round, Optional<Map<String, Cell>> authority) {
        var axis = sheet.axis("items", items);
        var scores = new ArrayList<Row>();
        for (var answer : round.answers())
            scores.add(sheet.section("score").given(answer.expert(), Unit.FACTOR, axis, answer.scores()));
        int m = scores.size();
        var mean = sheet.let(
                "mean", scores.stream().reduce(Row::plus).orElseThrow().dividedBy(Cell.number(m)));
        sheet.require(
                "scored", mean, Relation.GREATER, Cell.ZERO, "Leave out an item that nobody finds important at all.");
        var squares = scores.stream()
                .map(score -> score.minus(mean).power(2))
                .reduce(Row::plus)
                .orElseThrow();
        var deviation = sheet.let(
                "standardDeviation", squares.dividedBy(Cell.number(m - 1)).sqrt());
        sheet.let("variation", deviation.dividedBy(mean));
        var concordance = concordance(sheet, round, scores, items.size());
        return new DelphiRound(
                authority.map(by -> weighted(sheet, round, scores, by)).orElse(mean), concordance);
    }

    private static Row weighted(Sheet sheet, DelphiFacts.Round round, List<Row> scores, Map<String, Cell> authority) {
        var weights = round.expertNames().stream()
                .map(authority::get)
                .map(Objects::requireNonNull)
                .toList();
        var sum = scores.get(0).times(weights.get(0));
        var total = weights.get(0);
        for (int e = 1; e < weights.size(); e++) {
            sum = sum.plus(scores.get(e).times(weights.get(e)));
            total = total.plus(weights.get(e));
        }
        return sheet.let("meanByAuthority", sum.dividedBy(total));
    }

    private static Cell concordance(Sheet sheet, DelphiFacts.Round round, List<Row> scores, int n) {
        double m = scores.size();
        var ranks = new ArrayList<Row>();
        var ties = new ArrayList<Cell>();
        for (int e = 0; e < scores.size(); e++) {
            var score = scores.get(e);
            // Turned by k, every score meets that of another item, and none its own.
            var higher = new ArrayList<Row>();
            var alike = new ArrayList<Row>();
            for (int k = 1; k < n; k++) {
                var other = score.shift(k, Cell.ZERO).plus(score.shift(k - n, Cell.ZERO));
                higher.add(Figure.when(score, Relation.LESS, other, Cell.ONE, Cell.ZERO));
                alike.add(Figure.when(score, Relation.EQUAL, other, Cell.ONE, Cell.ZERO));
            }
            var expert = round.answers().get(e).expert();
            var tied = sheet.section("tied")
                    .let(expert, alike.stream().reduce(Row::plus).orElseThrow());
            ranks.add(sheet.section("rank")
                    .let(
                            expert,
                            higher.stream()
                                    .reduce(Row::plus)
                                    .orElseThrow()
                                    .plus(tied.dividedBy(Cell.number(2)))
                                    .plus(Cell.ONE)));
            ties.add(tied.plus(Cell.ONE).power(2).minus(Cell.ONE).sum());
        }
        var sum = sheet.let("rankSum", ranks.stream().reduce(Row::plus).orElseThrow());
        var deviation = sheet.let(
                "deviationOfRankSums",
                sum.minus(Cell.number(m * (n + 1) / 2)).power(2).sum());
        var tie = sheet.let("tieCorrection", ties.stream().reduce(Cell::plus).orElseThrow());
        var most = sheet.let(
                "greatestDeviation",
                Cell.number(m * m * ((double) n * n * n - n))
                        .minus(tie.times(Cell.number(m)))
                        .dividedBy(Cell.number(12)));
        sheet.require(
                "ordered",
                most,
                Relation.GREATER,
                Cell.ZERO,
                "Every expert gives all items one score; ask for scores that tell them apart.");
        var concordance = sheet.let("concordance", deviation.dividedBy(most));
        sheet.let("chiSquare", concordance.times(Cell.number(m * (n - 1))));
        return concordance;
    }

    /** What a round says, read from the closed sheet. */
    static DelphiWeights.Round read(
            int number, List<String> items, DelphiFacts.Round round, Worksheet worksheet, String section) {
        var stated = new ArrayList<DelphiWeights.Item>();
        for (int i = 0; i < items.size(); i++)
            stated.add(new DelphiWeights.Item(
                    items.get(i),
                    worksheet.values(section + "mean").get(i),
                    worksheet.values(section + "standardDeviation").get(i),
                    worksheet.values(section + "variation").get(i)));
        double chiSquare = worksheet.value(section + "chiSquare");
        var change = number == 0
                ? OptionalDouble.empty()
                : worksheet.values(section + "changeOfMean").stream()
                        .mapToDouble(Math::abs)
                        .max();
        return new DelphiWeights.Round(
                number + 1,
                round.answers().size(),
                stated,
                worksheet.value(section + "concordance"),
                chiSquare,
                Gamma.regularizedGammaQ((items.size() - 1) / 2.0, chiSquare / 2),
                change);
    }
}
