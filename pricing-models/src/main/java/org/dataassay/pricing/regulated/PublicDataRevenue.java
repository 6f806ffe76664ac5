package org.dataassay.pricing.regulated;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the revenue that an operator of public data may take in at most in a year: reasonable cost, a permitted profit, taxes, less what was taken in excess before.
 *
 * <p><b>Formula</b> R = C + B · (y + s) + T − K; C = Σ (cᵢ − gᵢ) · uᵢ over the lines that count, g subsidy, u share for industry use; B = C, or Σ (aⱼ − gⱼ) · uⱼ over the
 * assets; y yield of the ten-year government bond, s spread, T taxes; K = min(max(A₋₁ − R₋₁, 0) + carried, C + B · (y + s) + T), A revenue taken in
 *
 * <p><b>Units and ranges</b> amounts of one year, at least 0 in the context's currency · s in [0, {@link #MAXIMUM_SPREAD}] · u in [0, 1]
 *
 * <p><b>Edge cases</b> an excess larger than the revenue of the year leaves 0, the rest is carried on · revenue below what was permitted gives no credit: the rule knows deductions only
 *
 * <p><b>Numerics</b> left-to-right summation on the sheet; the result is rounded down to the minor unit, where an amount within 10⁻⁴ of a whole one counts as whole
 *
 * <p><b>Use when / not when</b> registered public data are operated under authorization for industry use / data of a company's own, whose price is free
 *
 * @param options conventions
 * @see <a href="https://www.ndrc.gov.cn">National Development and Reform Commission and National Data Administration, 关于建立公共数据资源授权运营价格形成机制的通知, 发改价格〔2025〕65号, 16 January
 *     2025, section on the maximum permitted revenue</a>
 */
public record PublicDataRevenue(Options options) implements SheetMethod<RevenueFacts, PermittedRevenue> {

    public static final MethodId ID = MethodId.of("price.public-data-revenue");

    /** The rule under which revenue and fees are capped. */
    public static final String RULE = "发改价格〔2025〕65号";

    /** Six percentage points: what the rule allows at most above the ten-year government bond. */
    public static final double MAXIMUM_SPREAD = 0.06;

    /** Decimals beyond the minor unit at which the sheet's result is taken to be exact. */
    private static final int GUARD_DECIMALS = 4;

    /** What the profit rate is applied to. The rule names the rate and leaves the base open. */
    public enum ProfitBase {
        /** Permitted cost. */
        COST,
        /** Net assets in use that the operator paid. */
        ASSETS
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param profitBase what the profit rate is applied to; must be stated
     */
    public record Options(Optional<ProfitBase> profitBase) {
        public static final Options STANDARD = new Options(Optional.empty());
    }

    /** Profit on a stated base. */
    public static PublicDataRevenue on(ProfitBase base) {
        return new PublicDataRevenue(new Options(Optional.of(base)));
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public PermittedRevenue evaluate(RevenueFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var permitted = maximum(worksheet.value(), context);
        return new PermittedRevenue(
                ID,
                permitted,
                facts.yearStart(),
                report(worksheet, context),
                excluded(facts),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    @Override
    public Cell write(Sheet sheet, RevenueFacts facts, ValuationContext context) {
        var base = options.profitBase()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.MISSING,
                        "options.profitBase",
                        "The rule leaves the base open: state cost or assets, as the price authority has decided."));
        var cost = permittedCost(sheet, facts);
        var yield = sheet.given("bondYield", Unit.RATE, facts.bondYield());
        var spread = sheet.given("spread", Unit.RATE, facts.spread());
        var rate = sheet.let("profitRate", yield.plus(spread));
        sheet.require(
                "spreadWithinRule",
                spread,
                Relation.LESS_OR_EQUAL,
                Cell.number(MAXIMUM_SPREAD),
                RULE + " allows at most 6 percentage points.");
        sheet.require(
                "profitRateNotNegative",
                rate,
                Relation.GREATER_OR_EQUAL,
                Cell.ZERO,
                "Bound the distribution of the yield.");
        var profitBase = sheet.let("profitBase", base == ProfitBase.COST ? cost : effectiveAssets(sheet, facts));
        var profit = sheet.let("permittedProfit", profitBase.times(rate));
        var before = cost.plus(profit);
        if (!facts.taxes().isEmpty()) before = before.plus(taxes(sheet, facts.taxes()));
        before = sheet.let("revenueBeforeClawback", before);
        var permitted = sheet.let(
                "permittedRevenue",
                facts.prior().isPresent()
                        ? before.minus(clawback(sheet, facts.prior().get(), before))
                        : before);
        facts.actualRevenue().ifPresent(input -> {
            var actual = sheet.given("actualRevenue", Unit.MONEY, input);
            sheet.let("excessOfYear", actual.max(permitted).minus(permitted));
        });
        return permitted;
    }

    private static Cell permittedCost(Sheet sheet, RevenueFacts facts) {
        var items = facts.costs();
        var axis = sheet.axis("costs", items.stream().map(CostItem::name).toList());
        var paid = sheet.given(
                "costPaid",
                Unit.MONEY,
                axis,
                items.stream().map(CostItem::amount).toList());
        var net = paid;
        if (items.stream().anyMatch(item -> item.subsidy().isPresent())) {
            var subsidy = sheet.given(
                    "subsidy",
                    Unit.MONEY,
                    axis,
                    items.stream()
                            .map(item -> item.subsidy().orElseGet(() -> none(sheet)))
                            .toList());
            net = net.minus(subsidy);
        }
        if (items.stream().anyMatch(item -> item.industryShare().isPresent()))
            net = net.times(sheet.given(
                    "industryShare",
                    Unit.SHARE,
                    axis,
                    items.stream()
                            .map(item -> item.industryShare().orElseGet(PublicDataRevenue::whole))
                            .toList()));
        var byLine = sheet.let(
                "permittedCostByLine",
                counted(
                        sheet,
                        "costCounts",
                        net,
                        items.stream().map(CostItem::exclusion).toList()));
        var cost = sheet.let("permittedCost", byLine.sum());
        sheet.let("costNotPermitted", paid.sum().minus(cost));
        return cost;
    }

    private static Cell effectiveAssets(Sheet sheet, RevenueFacts facts) {
        var items = facts.assets();
        if (items.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "assets",
                    "The profit base is assets: give their mean net values, or state the base cost.");
        var axis = sheet.axis("assets", items.stream().map(AssetItem::name).toList());
        var net = sheet.given(
                "assetNetValue",
                Unit.MONEY,
                axis,
                items.stream().map(AssetItem::netValue).toList());
        if (items.stream().anyMatch(item -> item.granted().isPresent()))
            net = net.minus(sheet.given(
                    "assetGranted",
                    Unit.MONEY,
                    axis,
                    items.stream()
                            .map(item -> item.granted().orElseGet(() -> none(sheet)))
                            .toList()));
        if (items.stream().anyMatch(item -> item.industryShare().isPresent()))
            net = net.times(sheet.given(
                    "assetIndustryShare",
                    Unit.SHARE,
                    axis,
                    items.stream()
                            .map(item -> item.industryShare().orElseGet(PublicDataRevenue::whole))
                            .toList()));
        var byAsset = sheet.let(
                "effectiveAssetsByLine",
                counted(
                        sheet,
                        "assetCounts",
                        net,
                        items.stream().map(AssetItem::exclusion).toList()));
        return sheet.let("effectiveAssets", byAsset.sum());
    }

    /** The row with excluded lines at 0; they stay on the sheet. */
    private static Row counted(Sheet sheet, String name, Row row, List<Optional<Exclusion>> exclusions) {
        if (exclusions.stream().allMatch(Optional::isEmpty)) return row;
        var counts = exclusions.stream().map(e -> e.isEmpty() ? 1.0 : 0.0).toList();
        return row.times(sheet.fixed(name, Unit.SHARE, row.axis(), counts));
    }

    private static Cell taxes(Sheet sheet, List<RevenueFacts.Tax> taxes) {
        var axis = sheet.axis(
                "taxLines", taxes.stream().map(RevenueFacts.Tax::name).toList());
        var amounts = sheet.given(
                "taxByLine",
                Unit.MONEY,
                axis,
                taxes.stream().map(RevenueFacts.Tax::amount).toList());
        return sheet.let("taxes", amounts.sum());
    }

    private static Cell clawback(Sheet sheet, RevenueFacts.PriorYear prior, Cell before) {
        var permitted = sheet.given("priorPermittedRevenue", Unit.MONEY, prior.permittedRevenue());
        var actual = sheet.given("priorActualRevenue", Unit.MONEY, prior.actualRevenue());
        var owed = sheet.let("priorExcess", actual.max(permitted).minus(permitted));
        if (prior.carried().isPresent())
            owed = owed.plus(sheet.given(
                    "carriedFromPriorYear", Unit.MONEY, prior.carried().get()));
        var clawback = sheet.let("clawback", owed.min(before));
        sheet.let("carriedToNextYear", owed.minus(clawback));
        return clawback;
    }

    private static Input<Money> none(Sheet sheet) {
        return Input.of(Money.zero(sheet.currency()), Source.assumed("none is stated"));
    }

    private static Input<Double> whole() {
        return Input.of(1.0, Source.assumed("no other use is stated"));
    }

    private static Money maximum(double value, ValuationContext context) {
        int decimals = context.currency().minorUnits();
        var amount = Plain.decimal(value)
                .setScale(decimals + GUARD_DECIMALS, RoundingMode.HALF_EVEN)
                .setScale(decimals, RoundingMode.FLOOR);
        return Money.of(amount, context.currency());
    }

    private static PermittedRevenue.Report report(Worksheet sheet, ValuationContext context) {
        return new PermittedRevenue.Report(
                money(sheet, "permittedCost", context),
                money(sheet, "costNotPermitted", context),
                money(sheet, "profitBase", context),
                sheet.value("profitRate"),
                money(sheet, "permittedProfit", context),
                money(sheet, "taxes", context),
                money(sheet, "clawback", context),
                money(sheet, "carriedToNextYear", context),
                optional(sheet, "actualRevenue", context),
                optional(sheet, "excessOfYear", context));
    }

    private static Optional<Money> optional(Worksheet sheet, String name, ValuationContext context) {
        return sheet.has(name) ? Optional.of(money(sheet, name, context)) : Optional.empty();
    }

    private static Money money(Worksheet sheet, String name, ValuationContext context) {
        return sheet.has(name)
                ? Money.ofRounded(sheet.value(name), context.currency(), context.roundingMode())
                : Money.zero(context.currency());
    }

    private static List<PermittedRevenue.Excluded> excluded(RevenueFacts facts) {
        var excluded = new ArrayList<PermittedRevenue.Excluded>();
        for (var item : facts.costs())
            item.exclusion()
                    .ifPresent(why -> excluded.add(new PermittedRevenue.Excluded(
                            item.name(), item.amount().value(), why)));
        for (var item : facts.assets())
            item.exclusion()
                    .ifPresent(why -> excluded.add(new PermittedRevenue.Excluded(
                            item.name(), item.netValue().value(), why)));
        return excluded;
    }

    @Override
    public List<Note> remarks(RevenueFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        options.profitBase()
                .ifPresent(base -> notes.add(Note.of(
                        Note.Kind.ASSUMPTION,
                        "profit-base",
                        base == ProfitBase.COST
                                ? "Profit is permitted on cost; the rule leaves the base open."
                                : "Profit is permitted on net assets in use; the rule leaves the base open.")));
        if (facts.costs().stream().allMatch(item -> item.subsidy().isEmpty()))
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "no-subsidy",
                    "No government subsidy is deducted; the rule counts cost net of it."));
        if (options.profitBase().equals(Optional.of(ProfitBase.COST))
                && !facts.assets().isEmpty())
            notes.add(Note.of(
                    Note.Kind.INFO, "assets-not-used", "Assets are given but the profit is permitted on cost."));
        if (facts.prior().isEmpty())
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    "no-prior-year",
                    "No year before is given, so nothing taken in excess is deducted."));
        if (worksheet.has(section + "carriedToNextYear") && worksheet.value(section + "carriedToNextYear") > 0)
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "excess-carried-on",
                            "The excess of earlier years is more than this year's revenue; the rest is carried to the next year."));
        if (worksheet.has(section + "excessOfYear") && worksheet.value(section + "excessOfYear") > 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "revenue-above-permitted",
                    "More was taken in than is permitted; the excess is deducted next year."));
        return notes;
    }
}
