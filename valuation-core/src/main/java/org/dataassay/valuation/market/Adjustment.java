package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * One column of the adjustment grid: it moves every comparable's price toward the subject. Adjustments act in the order given; those of the transaction (rights,
 * financing, conditions, time) come before those of characteristics.
 */
public sealed interface Adjustment {

    /** Name of the column, a figure name. */
    String name();

    /** Comparables it covers. */
    int size();

    /** Writes its inputs and returns the factor on the price, a row along the comparables. */
    Row write(Sheet sheet, Axis comparables);

    /** Whether a ratio multiplies the price or divides it. */
    enum Direction {
        /** The ratio is subject ÷ comparable. */
        MULTIPLY,
        /** The ratio is comparable ÷ subject: a comparable better by p has 1 + p and is divided by it. */
        DIVIDE
    }

    /**
     * Ratios as judged or measured.
     *
     * @param name of the column
     * @param direction in which the ratios act
     * @param ratios one per comparable, above 0
     */
    record Ratios(String name, Direction direction, List<Input<Double>> ratios) implements Adjustment {
        public Ratios {
            ratios = List.copyOf(ratios);
            var check = new Check();
            for (int i = 0; i < ratios.size(); i++)
                check.that(
                        ratios.get(i).value() > 0 && ratios.get(i).value() <= 1000,
                        "ratios[" + i + "]",
                        "above 0",
                        ratios.get(i).value(),
                        "1 leaves the price as it is.");
            check.done();
        }

        @Override
        public int size() {
            return ratios.size();
        }

        @Override
        public Row write(Sheet sheet, Axis comparables) {
            return directed(sheet.given(name, Unit.FACTOR, comparables, ratios), direction);
        }
    }

    /**
     * Differences in percent: a comparable better by p has its price divided by 1 + p, worse by p by 1 − p.
     *
     * @param name of the column
     * @param differences one per comparable, above −1, as decimals
     */
    record Differences(String name, List<Input<Double>> differences) implements Adjustment {
        public Differences {
            differences = List.copyOf(differences);
            var check = new Check();
            for (int i = 0; i < differences.size(); i++)
                check.that(
                        differences.get(i).value() > -1 && differences.get(i).value() <= 100,
                        "differences[" + i + "]",
                        "above -1",
                        differences.get(i).value(),
                        "0.05 says that the comparable is 5 % better.");
            check.done();
        }

        @Override
        public int size() {
            return differences.size();
        }

        @Override
        public Row write(Sheet sheet, Axis comparables) {
            return Cell.ONE.dividedBy(Cell.ONE.plus(sheet.given(name, Unit.SHARE, comparables, differences)));
        }
    }

    /**
     * A quantity measured on both sides: factor = (subject ÷ comparable)^x where more of it is worth more, its reciprocal where less is. So volume, value density
     * (valid ÷ total data), scores, or the price index at the valuation date ÷ that at the date of the deal.
     *
     * @param name of the column
     * @param direction {@link Direction#MULTIPLY} where more is worth more, {@link Direction#DIVIDE} where less is
     * @param subject one for all, or one per comparable; above 0
     * @param comparables one per comparable, in the same unit, above 0
     * @param exponent x; linear where absent, below 1 where the tenth million of records is worth less than the first
     */
    record Measures(
            String name,
            Direction direction,
            List<Input<Double>> subject,
            List<Input<Double>> comparables,
            Optional<Input<Double>> exponent)
            implements Adjustment {

        private static final double MOST = 1e15;

        public Measures {
            subject = List.copyOf(subject);
            comparables = List.copyOf(comparables);
            var check = new Check()
                    .that(
                            subject.size() == 1 || subject.size() == comparables.size(),
                            "subject",
                            "one for all or one for each of the " + comparables.size() + " comparables",
                            subject.size(),
                            "Measure the subject.");
            positive(check, "subject", subject);
            positive(check, "comparables", comparables);
            exponent.ifPresent(x -> check.range(
                    "exponent", x.value(), 0, 3, "1 is linear; an exponent of the sector is usually below 1."));
            check.done();
        }

        private static void positive(Check check, String field, List<Input<Double>> measures) {
            for (int i = 0; i < measures.size(); i++)
                check.that(
                        measures.get(i).value() > 0 && measures.get(i).value() <= MOST,
                        field + "[" + i + "]",
                        "above 0",
                        measures.get(i).value(),
                        "Measure both sides in one unit.");
        }

        @Override
        public int size() {
            return comparables.size();
        }

        @Override
        public Row write(Sheet sheet, Axis axis) {
            var own = sheet.section(name);
            var theirs = own.given("comparable", Unit.INDEX, axis, comparables);
            var ratio = subject.size() == 1
                    ? own.given("subject", Unit.INDEX, subject.get(0)).dividedBy(theirs)
                    : own.given("subject", Unit.INDEX, axis, subject).dividedBy(theirs);
            if (exponent.isPresent()) ratio = ratio.power(own.given("exponent", Unit.FACTOR, exponent.get()));
            return directed(ratio, direction);
        }
    }

    /**
     * Price level: the product of an index's links from the comparable's date to the valuation date.
     *
     * @param name of the column
     * @param links one chain per comparable; an empty chain leaves the price as it is
     */
    record ChainedIndex(String name, List<List<Input<Double>>> links) implements Adjustment {
        public ChainedIndex {
            links = links.stream().map(List::copyOf).toList();
            var check = new Check();
            for (int i = 0; i < links.size(); i++) {
                for (int k = 0; k < links.get(i).size(); k++) {
                    double link = links.get(i).get(k).value();
                    check.that(
                            link > 0 && link <= 100,
                            "links[" + i + "][" + k + "]",
                            "above 0",
                            link,
                            "Give each period's change as a ratio: 1.026 is +2.6 %.");
                }
            }
            check.done();
        }

        @Override
        public int size() {
            return links.size();
        }

        @Override
        public Row write(Sheet sheet, Axis comparables) {
            var factors = new ArrayList<Cell>();
            for (int i = 0; i < links.size(); i++) {
                var product = Cell.ONE;
                for (int k = 0; k < links.get(i).size(); k++)
                    product = product.times(sheet.given(
                            name + "Link" + (i + 1) + "." + (k + 1),
                            Unit.FACTOR,
                            links.get(i).get(k)));
                factors.add(sheet.let(name + (i + 1), product));
            }
            return Row.of(comparables, factors);
        }
    }

    /**
     * Characteristics scored against the subject: factor = subject score ÷ Σ weight · score, so a better comparable's price falls.
     *
     * @param name of the column
     * @param subjectScore of the subject on the same scale, above 0
     * @param criteria weights summing to 1, with a score per comparable
     */
    record WeightedScores(String name, Input<Double> subjectScore, List<Criterion> criteria) implements Adjustment {

        private static final double SUM_TOLERANCE = 1e-9;

        public WeightedScores {
            criteria = List.copyOf(criteria);
            var check = new Check()
                    .that(subjectScore.value() > 0, "subjectScore", "above 0", subjectScore.value(), "Usually 100.")
                    .that(!criteria.isEmpty(), "criteria", "at least one", 0, "Name what is scored.");
            double sum = 0;
            for (var criterion : criteria) {
                sum += criterion.weight.value();
                check.that(
                        criterion.scores.size() == criteria.get(0).scores.size(),
                        "criteria",
                        "scored for each comparable",
                        criterion.name,
                        "Give a score for each comparable.");
            }
            check.that(
                            Math.abs(sum - 1) <= SUM_TOLERANCE,
                            "criteria",
                            "of weights that sum to 1",
                            sum,
                            "Weights are not rescaled silently.")
                    .done();
        }

        /**
         * One scored characteristic.
         *
         * @param name of the characteristic
         * @param weight in [0, 1]
         * @param scores one per comparable, above 0
         */
        public record Criterion(String name, Input<Double> weight, List<Input<Double>> scores) {
            public Criterion {
                scores = List.copyOf(scores);
                var check = new Check().share("weight", weight.value());
                for (int i = 0; i < scores.size(); i++)
                    check.that(
                            scores.get(i).value() > 0,
                            "scores[" + i + "]",
                            "above 0",
                            scores.get(i).value(),
                            "Score on the subject's scale.");
                check.done();
            }

            private Row write(Sheet sheet, Axis comparables) {
                return sheet.given(name, Unit.INDEX, comparables, scores)
                        .times(sheet.given(name + " weight", Unit.SHARE, weight));
            }
        }

        @Override
        public int size() {
            return criteria.isEmpty() ? 0 : criteria.get(0).scores.size();
        }

        @Override
        public Row write(Sheet sheet, Axis comparables) {
            var own = sheet.section(name);
            var subject = own.given("subjectScore", Unit.INDEX, subjectScore);
            var parts = criteria.stream()
                    .map(criterion -> criterion.write(own, comparables))
                    .toList();
            var score = own.let(
                    "score", parts.stream().reduce(Row::plus).orElseThrow().dividedBy(subject));
            return Cell.ONE.dividedBy(score);
        }
    }

    private static Row directed(Row ratios, Direction direction) {
        return direction == Direction.MULTIPLY ? ratios : Cell.ONE.dividedBy(ratios);
    }
}
