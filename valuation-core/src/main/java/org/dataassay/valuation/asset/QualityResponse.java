package org.dataassay.valuation.asset;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;

/**
 * How a quality score acts on a value or a price: declared with its source, never hidden, and never falling in the score.
 *
 * <p><b>Formula</b>  linear: floor + (ceiling − floor)·score · threshold: the factor of the highest step whose least score is reached · gate: 1 from the least score on, refused
 * below
 * <p><b>Units and ranges</b>  score and factor in [0, 1]
 * <p><b>Edge cases</b>  at a step the higher factor holds; the derivative there is that of the step taken, zero
 * <p>Quality counts once: where a response uses the score, nothing else in the appraisal may reflect it.
 */
public sealed interface QualityResponse {

    /** The name of the figure that a response writes. */
    String FACTOR = "qualityFactor";

    /** Who decided so, and why. */
    Source source();

    /** Writes {@value #FACTOR}, a share, as a formula of the score. */
    Cell write(Sheet sheet, Cell score);

    /**
     * In proportion.
     *
     * @param floor what is left at score 0, in [0, 1]
     * @param ceiling what a score of 1 gives, in [0, 1], at least the floor
     * @param source who decided so; must be stated
     */
    record Linear(double floor, double ceiling, Source source) implements QualityResponse {
        public Linear {
            stated(new Check().share("floor", floor).share("ceiling", ceiling), source)
                    .that(
                            ceiling >= floor,
                            "ceiling",
                            "at least the floor " + Plain.of(floor),
                            Plain.of(ceiling),
                            "Better data is not worth less.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet, Cell score) {
            return sheet.let(
                    FACTOR,
                    Cell.number(floor)
                            .plus(Cell.number(ceiling - floor).times(score))
                            .as(Unit.SHARE));
        }
    }

    /**
     * By steps.
     *
     * @param steps 1 to 20, ascending in both score and factor; the first begins at 0
     * @param source who decided so; must be stated
     */
    record Threshold(List<Step> steps, Source source) implements QualityResponse {

        private static final int MOST_STEPS = 20;

        /**
         * One step.
         *
         * @param least score from which it holds, in [0, 1]
         * @param factor in [0, 1]
         */
        public record Step(double least, double factor) {
            public Step {
                new Check().share("least", least).share("factor", factor).done();
            }
        }

        public Threshold {
            steps = List.copyOf(steps);
            boolean ascending = !steps.isEmpty() && steps.get(0).least() == 0;
            for (int i = 1; i < steps.size(); i++)
                ascending &= steps.get(i).least() > steps.get(i - 1).least()
                        && steps.get(i).factor() >= steps.get(i - 1).factor();
            stated(new Check(), source)
                    .that(
                            ascending && steps.size() <= MOST_STEPS,
                            "steps",
                            "1 to " + MOST_STEPS + ", ascending from score 0, with factors that never fall",
                            steps.size() + " steps",
                            "Better data is not worth less.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet, Cell score) {
            var factor = Cell.number(steps.get(0).factor());
            for (int i = 1; i < steps.size(); i++)
                factor = Figure.when(
                        score,
                        Relation.GREATER_OR_EQUAL,
                        Cell.number(steps.get(i).least()),
                        Cell.number(steps.get(i).factor()),
                        factor);
            return sheet.let(FACTOR, factor.as(Unit.SHARE));
        }
    }

    /**
     * A least score, and no influence above it.
     *
     * @param least below it there is no value and no price, in [0, 1]
     * @param source who decided so; must be stated
     */
    record Gate(double least, Source source) implements QualityResponse {
        public Gate {
            stated(new Check().share("least", least), source).done();
        }

        @Override
        public Cell write(Sheet sheet, Cell score) {
            sheet.require(
                    "qualityGate",
                    score,
                    Relation.GREATER_OR_EQUAL,
                    Cell.number(least),
                    "The data are below the quality that was agreed; improve them, or agree on another gate.");
            // 0 · score keeps the score among the causes of the factor
            return sheet.let(FACTOR, Cell.ONE.plus(Cell.ZERO.times(score)).as(Unit.SHARE));
        }
    }

    private static Check stated(Check check, Source source) {
        return check.that(
                source.isStated(), "source", "stated", "not stated", "No response is official; say who decided so.");
    }
}
