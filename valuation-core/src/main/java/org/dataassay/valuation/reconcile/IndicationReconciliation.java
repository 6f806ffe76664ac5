package org.dataassay.valuation.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Reconciles indications to a conclusion by a person's weights, each with a reason; never an automatic average.
 *
 * <p><b>Formula</b> V = Σ wᵢ · Vᵢ, wᵢ at least 0, Σ wᵢ = 1 within 1e-9. Cross-checks: V over cost, V over the firm's value, V per record against the prices in
 * evidence, benefit over profit.
 *
 * <p><b>Units and ranges</b> indications at least 0 in the context's currency and on its basis of value
 *
 * <p><b>Edge cases</b> weighted indications further apart than {@link Options#spreadToExplain} need an explanation · an indication on another basis of value may be
 * shown with weight 0, not weighted · an approach neither used nor given a reason for is flagged
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> two or more methods have spoken / one method is so much better that it is the conclusion: weight it 1 and say why
 *
 * @param options thresholds of the flags
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103, on the use of several methods; IVS 106</a>
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, on the conclusion</a>
 */
public record IndicationReconciliation(Options options)
        implements SheetMethod<ReconciliationFacts, ReconciledIndications> {

    public static final MethodId ID = MethodId.of("reconcile.indications");

    /**
     * Thresholds; ours, not those of a standard, and each is told as an assumption.
     *
     * @param spreadToExplain weighted indications whose highest is more than this many times the lowest need an explanation; above 1
     * @param costMultiple a value above this many times the cost is flagged; above 0
     * @param confidence what makes a grade
     */
    public record Options(double spreadToExplain, double costMultiple, Confidence.Rule confidence) {
        public static final Options STANDARD = new Options(1.5, 5, Confidence.Rule.STANDARD);

        public Options {
            new Check()
                    .that(
                            spreadToExplain > 1 && spreadToExplain <= 1000,
                            "spreadToExplain",
                            "above 1 and at most 1000",
                            spreadToExplain,
                            "1.5 asks for a reason where the highest is half more than the lowest.")
                    .that(
                            costMultiple > 0 && costMultiple <= 1e6,
                            "costMultiple",
                            "above 0 and at most 1e6",
                            costMultiple,
                            "Give the multiple of cost above which a value is flagged.")
                    .done();
        }
    }

    public static IndicationReconciliation standard() {
        return new IndicationReconciliation(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, ReconciliationFacts facts, ValuationContext context) {
        checkBasis(facts, context);
        checkSpread(facts);
        var axis = sheet.axis(
                "indications",
                facts.indications().stream().map(StatedIndication::section).toList());
        var indication = sheet.given(
                "indication",
                Unit.MONEY,
                axis,
                facts.indications().stream().map(StatedIndication::amount).toList());
        var value = WeightedIndications.write(
                sheet,
                indication,
                facts.indications().stream().map(facts::weight).toList());
        facts.conclusion().crossChecks().ifPresent(checks -> checks.write(sheet, value));
        return value;
    }

    private static void checkBasis(ReconciliationFacts facts, ValuationContext context) {
        var check = new Check();
        for (int i = 0; i < facts.indications().size(); i++) {
            var indication = facts.indications().get(i);
            var basis = indication.basisOfValue().orElse(context.basisOfValue());
            check.that(
                    basis == context.basisOfValue() || facts.weight(indication).value() == 0,
                    "indications[" + i + "].basisOfValue",
                    "that of the context, " + context.basisOfValue(),
                    basis,
                    "Values of another basis are shown, not weighted: give it the weight 0.");
        }
        check.done();
    }

    private void checkSpread(ReconciliationFacts facts) {
        double spread = spread(facts);
        if (spread > options.spreadToExplain()
                && facts.conclusion().differencesExplained().isBlank())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "conclusion.differencesExplained",
                    "The indications lie " + Plain.of(spread) + " times apart; say why they differ by more than "
                            + Plain.of(options.spreadToExplain()) + " times.");
    }

    private static List<Money> weighted(ReconciliationFacts facts) {
        return facts.indications().stream()
                .filter(indication -> facts.weight(indication).value() > 0)
                .map(indication -> indication.amount().value())
                .sorted(Comparator.comparing(Money::amount))
                .toList();
    }

    private static double spread(ReconciliationFacts facts) {
        var amounts = weighted(facts);
        double low = amounts.get(0).toDouble();
        double high = amounts.get(amounts.size() - 1).toDouble();
        return low == high ? 1 : high / low;
    }

    @Override
    public List<Note> remarks(
            ReconciliationFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "thresholds",
                "Flagged above " + Plain.of(options.costMultiple()) + " times cost; differences above "
                        + Plain.of(options.spreadToExplain()) + " times are explained; high confidence from "
                        + options.confidence().many() + " transactions of "
                        + options.confidence().recentYears()
                        + " years, medium from " + options.confidence().few() + " transactions or offers of "
                        + options.confidence().oldestYears() + "."));
        for (var unused : facts.approachesNotUsed())
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "approach-not-used",
                    unused.approach().name().toLowerCase(Locale.ROOT) + ": " + unused.reason()));
        for (var approach : unconsidered(facts))
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    "approach-not-considered",
                    approach.name().toLowerCase(Locale.ROOT)));
        notes.addAll(CrossChecks.redFlags(worksheet, section, options.costMultiple()));
        return notes;
    }

    private static EnumSet<Approach> unconsidered(ReconciliationFacts facts) {
        var left = EnumSet.allOf(Approach.class);
        facts.indications()
                .forEach(indication -> Approach.of(indication.method()).ifPresent(left::remove));
        facts.approachesNotUsed().forEach(unused -> left.remove(unused.approach()));
        return left;
    }

    @Override
    public ReconciledIndications evaluate(ReconciliationFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var amounts = weighted(facts);
        var evidence = facts.indications().stream()
                .filter(indication -> facts.weight(indication).value() > 0)
                .flatMap(indication -> indication.evidence().stream())
                .toList();
        return new ReconciledIndications(
                ID,
                facts.conclusion().rounded(worksheet.value(), context),
                amounts.get(0),
                amounts.get(amounts.size() - 1),
                spread(facts),
                options.confidence().grade(evidence, context.valuationDate()),
                facts.conclusion().responsiblePerson(),
                facts.conclusion().differencesExplained(),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }
}
