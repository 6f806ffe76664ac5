package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.TaxBasis;

/**
 * Values an asset by its share of an income that it earns together with others.
 *
 * <p><b>Formula</b> V = [Σ R(t) · S(t) · L(t) · k · (1 − τ) · D(t) + TV] · TAB over t = 1 … n; R revenue or profit that is divided, k split rate, S survival, L the
 * share of the period in force, τ tax rate (of a net profit no tax is deducted), D discount factor, TV and TAB only when asked for. A split rate that falls over
 * time is k · S(t). By equivalent investment k = C(1 + m) / Σ Cᵢ(1 + mᵢ).
 *
 * <p><b>Units and ranges</b> k in (0, 1), decimal; with the shares of others it sums to 1 · revenue at least 0, profit any · τ in [0, 1) · discount rate above −1
 * and below {@link org.dataassay.valuation.time.Rate#PLAUSIBLE_MAXIMUM} per year
 *
 * <p><b>Edge cases</b> a net profit with flows before tax is refused · a share of revenue above the margin takes more than the profit and is warned of · an assumed
 * share is a rule of thumb and is warned of
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> a negotiation, licenses or investments give the share a reason / the share is a rule of thumb such as 25 %
 *
 * @param options conventions
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, income approach, 分成收益预测</a>
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, on profit splits</a>
 */
public record IncomeShare(Options options) implements ValuationMethod<IncomeShareFacts> {

    public static final MethodId ID = MethodId.of("income.income-share");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param conventions as in every income method
     */
    public record Options(IncomeConventions conventions) {

        /** Mid-period flows, after tax. */
        public static final Options STANDARD = new Options(IncomeConventions.STANDARD);

        public Options withConventions(IncomeConventions other) {
            return new Options(other);
        }
    }

    public static IncomeShare standard() {
        return new IncomeShare(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.conventions().rounding();
    }

    @Override
    public Cell write(Sheet sheet, IncomeShareFacts facts, ValuationContext context) {
        boolean isTaxed = facts.base() == IncomeShareFacts.Base.NET_PROFIT;
        if (isTaxed && options.conventions().taxBasis() == TaxBasis.PRE_TAX)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "base",
                    "a net profit is after tax but the flows are PRE_TAX",
                    "Divide the operating profit, or set the option taxBasis to post-tax.");
        var forecast = IncomeForecast.open(
                sheet,
                facts.terms(),
                options.conventions(),
                context,
                facts.income().size());
        var income = sheet.given(income(facts.base()), Unit.MONEY, forecast.periods(), facts.income());
        var split = facts.split().write(sheet);
        facts.operatingMargin().ifPresent(margin -> ImpliedProfitSplit.write(sheet, split, margin));
        var share = sheet.let("incomeShare", forecast.lasting(income).times(split));
        return forecast.value(isTaxed ? share : sheet.let("afterTaxShare", forecast.afterTax(share)));
    }

    private static String income(IncomeShareFacts.Base base) {
        return switch (base) {
            case REVENUE -> "revenue";
            case OPERATING_PROFIT -> "operatingProfit";
            case NET_PROFIT -> "netProfit";
        };
    }

    @Override
    public List<Note> remarks(IncomeShareFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        facts.split()
                .<List<Note>>fold(IncomeShare::remarks, investment -> List.of())
                .forEach(notes::add);
        ImpliedProfitSplit.warning(worksheet, section, "share-above-profit", "The share of revenue")
                .ifPresent(notes::add);
        return notes;
    }

    private static List<Note> remarks(SplitRate.Agreed split) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(Note.Kind.ASSUMPTION, "split-rate-reason", split.reason()));
        if (split.share().source().kind() == Source.Kind.ASSUMED)
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "rule-of-thumb",
                            "The split rate is assumed: a rule of thumb is no evidence. Derive it from licenses, investments or a negotiation."));
        return notes;
    }
}
