package org.dataassay.valuation.risk;

import java.util.ArrayList;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Spider;

/**
 * Finds what moves a figure of a stored sheet: its exact derivative by every input, and how far it goes when each uncertain input goes from its 10th to its 90th
 * percentile alone.
 *
 * <p><b>Formula</b> ∂V/∂x by one reverse sweep; elasticity (∂V/∂x) · x / V; swing V(x₁₀) to V(x₉₀), others at base; spider V(x · (1 + c)) at equal
 * changes c
 *
 * <p><b>Units and ranges</b> a derivative is in the unit of the figure per unit of the input; an elasticity is a plain number
 *
 * <p><b>Edge cases</b> at a kink the derivative is that of the branch taken, and is noted · where no input has a distribution each moves by ±10 %, a convention · the
 * elasticity of a figure that is 0 is given as 0
 *
 * <p><b>Numerics</b> derivatives are exact but for rounding
 *
 * <p><b>Use when / not when</b> a reader asks which input matters / inputs move together: simulate
 *
 * @param options how far the inputs of the spider go
 * @see <a href="https://doi.org/10.1137/1.9780898717761">Griewank, Walther, Evaluating Derivatives, 2nd edition 2008, chapter 3</a>
 */
public record RiskSensitivity(Options options) implements Method<StoredSheet, Sensitivities> {

    public static final MethodId ID = MethodId.of("risk.sensitivity");

    /**
     * How far the inputs of the spider go.
     *
     * @param spiderRange widest change of an input, as a share of it; above 0 and below 1
     * @param spiderSteps changes to either side
     */
    public record Options(double spiderRange, int spiderSteps) {
        public static final Options STANDARD = new Options(Spider.RANGE, Spider.STEPS);
    }

    public static RiskSensitivity standard() {
        return new RiskSensitivity(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Sensitivities evaluate(StoredSheet facts, ValuationContext context) {
        new Check()
                .that(
                        facts.figures().size() <= 1,
                        "figures",
                        "at most one",
                        facts.figures().size(),
                        "Ask for one figure at a time.")
                .done();
        var worksheet = facts.replay(context);
        var figure = facts.watched(worksheet).get(0);
        var derivatives = worksheet.derivatives(figure);
        var notes = new ArrayList<Note>(Indication.notesOf(worksheet));
        if (derivatives.atKink())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "at-a-kink",
                    "The derivative is that of the branch taken; beyond it another holds."));
        if (!worksheet.isUncertain())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "swings-by-convention",
                    "No input has a distribution; each moves by a tenth of its value."));
        return new Sensitivities(
                ID,
                figure,
                worksheet.value(figure),
                worksheet.tornado(figure).swings(),
                derivatives.partials(),
                worksheet.spider(figure, options.spiderRange(), options.spiderSteps()),
                worksheet,
                notes,
                Indication.provenance(this, context, worksheet));
    }
}
