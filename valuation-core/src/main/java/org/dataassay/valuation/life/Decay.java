package org.dataassay.valuation.life;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * How much of the original benefit is left in each period: the survival curve S(t), at t counted by the {@link AttritionTiming} of the study that measured it.
 *
 * <p>Content decay, use decay and replenishment are three different curves; state which one is meant in the source.
 */
public sealed interface Decay {

    /** Writes the curve's inputs and {@code survival}, a row in [0, 1]. */
    Row write(Sheet sheet, Axis periods, AttritionTiming timing);

    /** A curve by a formula, which can be read at any age. */
    sealed interface Curve extends Decay {

        /**
         * Writes the curve's inputs.
         *
         * @return S(t) of a row of ages in years
         */
        UnaryOperator<Row> shares(Sheet sheet);

        @Override
        default Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var shares = shares(sheet);
            return survival(sheet, shares.apply(age(sheet, periods, timing)));
        }
    }

    /**
     * S(t) = (1 − a)^t.
     *
     * @param annualLoss a, the share lost per year, in [0, 1)
     */
    record ConstantRate(Input<Double> annualLoss) implements Curve {
        public ConstantRate {
            new Check()
                    .share("annualLoss", annualLoss.value())
                    .that(
                            annualLoss.value() < 1,
                            "annualLoss",
                            "below 1",
                            annualLoss.value(),
                            "All is lost at once: leave the asset out.")
                    .done();
        }

        @Override
        public UnaryOperator<Row> shares(Sheet sheet) {
            var loss = sheet.given("annualLoss", Unit.SHARE, annualLoss);
            return age -> Cell.ONE.minus(loss).power(age);
        }
    }

    /**
     * S(t) = exp(−λt).
     *
     * @param rate λ per year, at least 0
     */
    record Exponential(Input<Double> rate) implements Curve {
        public Exponential {
            new Check()
                    .range("rate", rate.value(), 0, 100, "Give the decay rate per year.")
                    .done();
        }

        @Override
        public UnaryOperator<Row> shares(Sheet sheet) {
            var lambda = sheet.given("decayRate", Unit.FACTOR, rate);
            return age -> lambda.times(age).negated().exp();
        }
    }

    /**
     * S(t) = 2^(−t/h).
     *
     * @param years h, the time in which half is lost, above 0
     */
    record HalfLife(Input<Double> years) implements Curve {
        public HalfLife {
            new Check()
                    .that(
                            years.value() > 0 && years.value() <= 1000,
                            "years",
                            "above 0 and at most 1000",
                            years.value(),
                            "Give the half-life in years.")
                    .done();
        }

        @Override
        public UnaryOperator<Row> shares(Sheet sheet) {
            var half = sheet.given("halfLife", Unit.YEARS, years);
            return age -> Cell.number(2).power(age.dividedBy(half).negated());
        }
    }

    /**
     * S(t) = exp(−(t/η)^β).
     *
     * @param scale η in years, above 0
     * @param shape β, above 0; above 1 the loss quickens with age
     */
    record Weibull(Input<Double> scale, Input<Double> shape) implements Curve {
        public Weibull {
            new Check()
                    .that(
                            scale.value() > 0 && scale.value() <= 1000,
                            "scale",
                            "above 0 and at most 1000",
                            scale.value(),
                            "Give η in years.")
                    .that(
                            shape.value() > 0 && shape.value() <= 50,
                            "shape",
                            "above 0 and at most 50",
                            shape.value(),
                            "Give β.")
                    .done();
        }

        @Override
        public UnaryOperator<Row> shares(Sheet sheet) {
            var eta = sheet.given("scale", Unit.YEARS, scale);
            var beta = sheet.given("shape", Unit.FACTOR, shape);
            return age -> age.dividedBy(eta).power(beta).negated().exp();
        }
    }

    /**
     * S(t) = (1 + exp(−k·m)) / (1 + exp(k·(t − m))): little is lost at first, most around the midpoint; S(0) = 1, and S(m) is a little above one half.
     *
     * @param midpoint m, at which the loss is fastest, in years; at or below 0 it is behind the asset and the curve near an exponential one
     * @param steepness k per year, above 0
     */
    record Logistic(Input<Double> midpoint, Input<Double> steepness) implements Curve {

        /** The exponential of more than this would not be finite; what survives it is nothing. */
        private static final double MOST_EXPONENT = 700;

        public Logistic {
            new Check()
                    .range("midpoint", midpoint.value(), -1000, 1000, "Give the midpoint in years.")
                    .that(
                            steepness.value() > 0 && steepness.value() <= 100,
                            "steepness",
                            "above 0 and at most 100",
                            steepness.value(),
                            "Give k per year.")
                    .done();
        }

        @Override
        public UnaryOperator<Row> shares(Sheet sheet) {
            var m = sheet.given("midpoint", Unit.YEARS, midpoint);
            var k = sheet.given("steepness", Unit.FACTOR, steepness);
            var most = Cell.number(MOST_EXPONENT);
            var whole = Cell.ONE.plus(k.times(m).negated().min(most).exp());
            return age -> whole.dividedBy(
                    Cell.ONE.plus(k.times(age.minus(m)).min(most).exp()));
        }
    }

    /**
     * What is left of an asset that is not new: S(a + t) / S(a). It leaves a constant rate as it is and shortens the life where loss quickens with age.
     *
     * @param curve from new
     * @param age a, in years at the valuation date, above 0
     */
    record Aged(Curve curve, Input<Double> age) implements Decay {
        public Aged {
            new Check()
                    .that(
                            age.value() > 0 && age.value() <= 1000,
                            "age",
                            "above 0 and at most 1000",
                            age.value(),
                            "Give the age at the valuation date in years; leave it out for a new asset.")
                    .done();
        }

        @Override
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var already = sheet.given("ageAtValuation", Unit.YEARS, age);
            var shares = curve.shares(sheet);
            var today = sheet.axis("valuationDate", List.of("0"));
            var left = sheet.let(
                    "survivalToDate",
                    shares.apply(Row.of(today, List.of(already))).at(0).as(Unit.SHARE));
            sheet.require(
                    "somethingLeft",
                    left,
                    Relation.GREATER,
                    Cell.ZERO,
                    "By the curve nothing is left at this age: the curve or the age is wrong.");
            var ages = Decay.age(sheet, periods, timing).plus(already);
            return survival(sheet, shares.apply(ages).dividedBy(left));
        }
    }

    /**
     * S(t) as tabulated.
     *
     * @param survival one share per period, in [0, 1], never rising
     */
    record Stated(InputRow<Double> survival) implements Decay {
        public Stated {
            var check = new Check();
            double previous = 1;
            for (int t = 0; t < survival.size(); t++) {
                double share = survival.values().get(t);
                check.share("survival[" + t + "]", share);
                check.that(
                        share <= previous,
                        "survival[" + t + "]",
                        "at most the share before it, " + previous,
                        share,
                        "What is lost does not come back; model replenishment as revenue.");
                previous = share;
            }
            check.done();
        }

        @Override
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            return sheet.given("survival", Unit.SHARE, periods, survival);
        }
    }

    private static Row age(Sheet sheet, Axis periods, AttritionTiming timing) {
        var ages =
                IntStream.rangeClosed(1, periods.size()).mapToObj(timing::age).toList();
        return sheet.fixed("age", Unit.YEARS, periods, ages);
    }

    private static Row survival(Sheet sheet, Row formula) {
        return sheet.let("survival", formula.as(Unit.SHARE));
    }
}
