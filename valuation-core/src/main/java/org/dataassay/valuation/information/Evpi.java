package org.dataassay.valuation.information;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds what it is worth to know the state before deciding: the most that any data about it can be worth to this decision.
 *
 * <p><b>Formula</b> EVPI = E[max(a) u(a, s)] − max(a) E[u(a, s)]; u the payoff of action a in state s
 *
 * <p><b>Units and ranges</b> probabilities in [0, 1] that sum to 1 · payoffs in the context's currency, losses below zero
 *
 * <p><b>Edge cases</b> one action best in every state: 0 · of actions equally good the first listed is named · a probability that is moved or drawn leaves the others in
 * their proportions
 *
 * <p><b>Numerics</b> left-to-right summation; 0 where rounding alone would make it negative
 *
 * <p><b>Use when / not when</b> one decision, with few states, is what the data is for / the data serves many decisions: income approach
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1109/TSSC.1966.300074">Howard, Information Value Theory, IEEE Transactions on Systems Science and Cybernetics 2 (1966), 22–26</a>
 */
public record Evpi(Options options) implements SheetMethod<DecisionTable, InformationValue> {

    public static final MethodId ID = MethodId.of("information.evpi");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static Evpi standard() {
        return new Evpi(Options.STANDARD);
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
    public Cell write(Sheet sheet, DecisionTable facts, ValuationContext context) {
        var decision = new DecisionSheet(sheet, facts);
        return decision.gain(sheet, "evpi", decision.byState().value());
    }

    @Override
    public List<Note> remarks(DecisionTable facts, ValuationContext context, Worksheet worksheet, String section) {
        return InformationValue.remarks(worksheet, section + "evpi");
    }

    @Override
    public InformationValue evaluate(DecisionTable facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var reading = new InformationReading(facts, worksheet, context);
        return reading.value(
                ID,
                "valueWithInformation",
                reading.advice("", facts.stateNames(), "prior"),
                "evpi",
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }
}
