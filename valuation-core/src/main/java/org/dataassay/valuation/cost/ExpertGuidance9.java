package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values a data asset by the cost approach of the Chinese expert advice of 2019: total cost with its return, times the utility of the data.
 *
 * <p><b>Formula</b> P = TC · (1 + R) · U, U = α · β · (1 + l) · (1 − r); TC total cost, R return on cost, α data quality, β circulation, l monopoly, r risk of realization
 *
 * <p><b>Units and ranges</b> TC in the context's currency · R ≥ 0 · α, l, r in [0, 1] · β ≥ 0, may exceed 1
 *
 * <p><b>Edge cases</b> β multiplies, so data that do not circulate at all get 0: the literal result is given, with a warning · lines of another cost tree are refused
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> an older appraisal by No. 9 is to be repeated or continued / the guidance of 2023 governs: {@link Cas2023Cost}; the two never mix
 *
 * @param options conventions
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 资产评估专家指引第9号——数据资产评估, 中评协〔2019〕40号, cost approach</a>
 */
public record ExpertGuidance9(Options options) implements ValuationMethod<ExpertGuidance9Facts> {

    public static final MethodId ID = MethodId.of("cost.expert-guidance-9");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);

        public Options withRounding(Rounding how) {
            return new Options(how);
        }
    }

    public static ExpertGuidance9 standard() {
        return new ExpertGuidance9(Options.STANDARD);
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
    public Cell write(Sheet sheet, ExpertGuidance9Facts facts, ValuationContext context) {
        var terms = CostTree.Terms.write(sheet, facts.index(), Optional.empty());
        var cost = sheet.let("cost", new CostTree(sheet, facts.lines(), terms).total());
        var profit = sheet.given("returnOnCost", Unit.SHARE, facts.returnOnCost());
        var withReturn = sheet.let("costWithReturn", cost.times(Cell.ONE.plus(profit)));
        var quality = facts.dataQuality().write(sheet, "dataQuality");
        var circulation = facts.circulation().write(sheet);
        var monopoly = facts.monopoly().write(sheet);
        var risk = facts.realizationRisk().write(sheet, "realizationRisk");
        var utility = sheet.let(
                "utility",
                quality.times(circulation).times(Cell.ONE.plus(monopoly)).times(Cell.ONE.minus(risk)));
        return sheet.let("value", withReturn.times(utility));
    }

    @Override
    public List<Note> remarks(
            ExpertGuidance9Facts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(CostTree.notesOnFunding(facts.lines()));
        if (worksheet.value(section + "circulation") == 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "no-circulation",
                    "The circulation coefficient is 0 and multiplies, so the value is 0 whatever the data cost."));
        var stated = facts.lines().stream().map(CostLine::category).toList();
        var missing = Arrays.stream(Gbt37550Cost.values())
                .filter(item -> !stated.contains(item))
                .map(item -> item.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) notes.add(Note.of(Note.Kind.MISSING, "cost-items-without-line", missing));
        return notes;
    }
}
