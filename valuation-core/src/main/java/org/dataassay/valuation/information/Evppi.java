package org.dataassay.valuation.information;

import java.util.ArrayList;
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
 * Finds what it is worth to know some of the parameters that make up the state, the others staying uncertain; every single parameter is given beside it, for comparison.
 *
 * <p><b>Formula</b> EVPPI(φ) = E(φ)[max(a) E(u | φ)] − max(a) E[u]; states with the same values of φ cannot be told apart
 *
 * <p><b>Units and ranges</b> as of {@link Evpi}; 0 ≤ EVPPI ≤ EVPI
 *
 * <p><b>Edge cases</b> all parameters together, where they tell all states apart, give EVPI · a parameter alone may be worth nothing and two together much
 *
 * <p><b>Numerics</b> conditional expectations are never divided out: Σ max Σ p · u
 *
 * <p><b>Use when / not when</b> to choose what to find out / what would be found out is only a signal: {@link Evsi}
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1177/0272989X9801800113">Felli, Hazen, Sensitivity Analysis and the Expected Value of Perfect Information, Medical Decision Making 18
 *     (1998), 95–109</a>
 */
public record Evppi(Options options) implements SheetMethod<PartialFacts, InformationValue> {

    public static final MethodId ID = MethodId.of("information.evppi");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static Evppi standard() {
        return new Evppi(Options.STANDARD);
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
    public Cell write(Sheet sheet, PartialFacts facts, ValuationContext context) {
        var decision = new DecisionSheet(sheet, facts.table());
        var perfect = decision.byState().value();
        decision.gain(sheet, "evpi", perfect);
        var partitions = new ArrayList<Partition>();
        for (var parameter : facts.table().parameters())
            partitions.add(Partition.of(facts.table(), List.of(parameter)));
        var asked = Partition.of(facts.table(), facts.known());
        if (!partitions.contains(asked)) partitions.add(asked);
        var found = Cell.ZERO;
        for (var partition : partitions) {
            var section = sheet.section(partition.name());
            var known = decision.by(partition);
            decision.requireAtMost(partition.name() + " at most perfect", known.value(), perfect);
            var worth = decision.gain(section, "evppi", known.value());
            if (partition.equals(asked)) found = worth;
        }
        return sheet.let("evppi", found);
    }

    @Override
    public List<Note> remarks(PartialFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return InformationValue.remarks(worksheet, section + "evppi");
    }

    @Override
    public InformationValue evaluate(PartialFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var reading = new InformationReading(facts.table(), worksheet, context);
        var partition = Partition.of(facts.table(), facts.known());
        var path = partition.name() + "/";
        return reading.value(
                ID,
                path + "valueWithInformation",
                reading.advice(path, partition.names(), path + DecisionSheet.PROBABILITY),
                "evppi",
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }
}
