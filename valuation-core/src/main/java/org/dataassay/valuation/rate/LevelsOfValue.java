package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the combined discount from one level of value to another: control, marketability, and whatever else is stated, each on what the one before has left.
 *
 * <p><b>Formula</b> d = 1 − Π(1 − d(i)), in the order stated; DLOC = 1 − 1 / (1 + control premium); DLOM as stated or by {@link LevelStep.ChaffePut}, {@link
 * LevelStep.FinnertyAverage} or {@link LevelStep.LongstaffLookback}
 *
 * <p><b>Units and ranges</b> discounts in [0, 1) · premiums at least 0 · volatility and years above 0 · the result is negative where premiums outweigh
 *
 * <p><b>Edge cases</b> a model's discount of 1 or more is refused: it bounds nothing · 20 % and 30 % are 44 %, not 50 %
 *
 * <p><b>Numerics</b> Finnerty's variance by its series below ½, where the closed form loses every digit, and above in a form without overflow
 *
 * <p><b>Use when / not when</b> the evidence is at another level than the interest valued / at fair value under IFRS 13, unless the discount is a characteristic of the asset
 *
 * @param options conventions
 * @see <a href="https://www.ifrs.org/issued-standards/list-of-standards/ifrs-13-fair-value-measurement/">IFRS 13 Fair Value Measurement, premiums and discounts and unit of
 *     account</a>
 */
public record LevelsOfValue(Options options) implements FigureMethod<LevelFacts> {

    public static final MethodId ID = MethodId.of("rate.levels-of-value");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static LevelsOfValue standard() {
        return new LevelsOfValue(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.rounding();
    }

    @Override
    public Cell write(Sheet sheet, LevelFacts facts, ValuationContext context) {
        var combined = Cell.ONE;
        for (int i = 0; i < facts.steps().size(); i++) {
            var part = sheet.section("step " + (i + 1));
            var factor = part.let("factor", facts.steps().get(i).write(part).as(Unit.FACTOR));
            part.require(
                    "factorAboveZero",
                    factor,
                    Relation.GREATER,
                    Cell.ZERO,
                    "A discount of all and more says nothing; use another model or evidence.");
            combined = i == 0 ? factor : combined.times(factor);
        }
        var kept = sheet.let("combinedFactor", combined);
        facts.value()
                .ifPresent(value -> sheet.let(
                        "valueAfterSteps",
                        sheet.given("valueBefore", Unit.MONEY, value).times(kept)));
        return sheet.let("combinedDiscount", Cell.ONE.minus(kept).as(Unit.SHARE));
    }

    @Override
    public List<Note> remarks(LevelFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        if (facts.steps().size() > 1)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "steps-multiply",
                    "Each step is taken on what the one before has left, in the order stated."));
        for (var step : facts.steps())
            if (step instanceof LevelStep.StatedDiscount stated)
                notes.add(Note.of(Note.Kind.ASSUMPTION, "stated-discount", stated.reason()));
        if (facts.steps().stream().anyMatch(LevelStep.LongstaffLookback.class::isInstance))
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "upper-bound",
                    "The look-back discount is an upper bound: it supposes an owner with perfect timing."));
        if (context.basisOfValue() == BasisOfValue.FAIR_VALUE)
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "discount-at-fair-value",
                            "At fair value a discount is allowed only as a characteristic of the asset itself, and never for the size of a holding."));
        return notes;
    }
}
