package org.dataassay.valuation.life;

import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
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

    /**
     * S(t) = (1 − a)^t.
     *
     * @param annualLoss a, the share lost per year, in [0, 1)
     */
    record ConstantRate(Input<Double> annualLoss) implements Decay {
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
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var loss = sheet.given("annualLoss", Unit.SHARE, annualLoss);
            return survival(sheet, Cell.ONE.minus(loss).power(age(sheet, periods, timing)));
        }
    }

    /**
     * S(t) = exp(−λt).
     *
     * @param rate λ per year, at least 0
     */
    record Exponential(Input<Double> rate) implements Decay {
        public Exponential {
            new Check()
                    .range("rate", rate.value(), 0, 100, "Give the decay rate per year.")
                    .done();
        }

        @Override
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var lambda = sheet.given("decayRate", Unit.FACTOR, rate);
            return survival(
                    sheet, lambda.times(age(sheet, periods, timing)).negated().exp());
        }
    }

    /**
     * S(t) = 2^(−t/h).
     *
     * @param years h, the time in which half is lost, above 0
     */
    record HalfLife(Input<Double> years) implements Decay {
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
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var half = sheet.given("halfLife", Unit.YEARS, years);
            return survival(
                    sheet,
                    Cell.number(2)
                            .power(age(sheet, periods, timing).dividedBy(half).negated()));
        }
    }

    /**
     * S(t) = exp(−(t/η)^β).
     *
     * @param scale η in years, above 0
     * @param shape β, above 0; above 1 the loss quickens with age
     */
    record Weibull(Input<Double> scale, Input<Double> shape) implements Decay {
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
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var eta = sheet.given("scale", Unit.YEARS, scale);
            var beta = sheet.given("shape", Unit.FACTOR, shape);
            return survival(
                    sheet,
                    age(sheet, periods, timing)
                            .dividedBy(eta)
                            .power(beta)
                            .negated()
                            .exp());
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
