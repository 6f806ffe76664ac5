package org.dataassay.valuation.cost;

import java.util.Optional;
import org.dataassay.valuation.asset.QualityResponse;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** 价值调整系数 δ: the gap between the wanted and the actual state of the data at the valuation date. */
public sealed interface ValueAdjustment {

    /** Writes its inputs and {@code valueAdjustment}. */
    Cell write(Sheet sheet);

    /**
     * δ = quality score, or what a declared response makes of it.
     *
     * @param score in [0, 1]; quality counts once, so nothing else in the appraisal may reflect it
     * @param response from the score to δ; the score itself where absent
     */
    record FromQuality(Input<Double> score, Optional<QualityResponse> response) implements ValueAdjustment {
        public FromQuality {
            new Check().share("score", score.value()).done();
        }

        public FromQuality(Input<Double> score) {
            this(score, Optional.empty());
        }

        @Override
        public Cell write(Sheet sheet) {
            var measured = sheet.given("qualityScore", Unit.SHARE, score);
            return sheet.let(
                    "valueAdjustment",
                    response.map(declared -> declared.write(sheet, measured)).orElse(measured));
        }
    }

    /**
     * δ = remaining / (used + remaining).
     *
     * @param usedYears at least 0
     * @param remainingYears above 0
     */
    record FromLife(Input<Double> usedYears, Input<Double> remainingYears) implements ValueAdjustment {
        public FromLife {
            new Check()
                    .range("usedYears", usedYears.value(), 0, 1000, "Give years in use up to the valuation date.")
                    .that(
                            remainingYears.value() > 0 && remainingYears.value() <= 1000,
                            "remainingYears",
                            "above 0",
                            remainingYears.value(),
                            "An asset without remaining life has no value.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var used = sheet.given("usedYears", Unit.YEARS, usedYears);
            var remaining = sheet.given("remainingYears", Unit.YEARS, remainingYears);
            sheet.let("lifeDepreciation", used.dividedBy(used.plus(remaining)).as(Unit.SHARE));
            return sheet.let(
                    "valueAdjustment", remaining.dividedBy(used.plus(remaining)).as(Unit.SHARE));
        }
    }

    /**
     * δ as judged, in whatever way the source says.
     *
     * @param coefficient at least 0; above 1 where the data is better than planned
     */
    record Stated(Input<Double> coefficient) implements ValueAdjustment {
        public Stated {
            new Check()
                    .range("coefficient", coefficient.value(), 0, 10, "Give the coefficient as a decimal.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            return sheet.given("valueAdjustment", Unit.FACTOR, coefficient);
        }
    }
}
