package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;

/**
 * Values data that is not yet a product by the product it will be: what the product brings, less all it takes to get there.
 *
 * <p><b>Formula</b> V = (1 + r)^(−T) · Σ (R(t) · S(t) · (1 − s − x) − u(t)) · L(t) · (1 − τ) · D(t) − Σ c(k) · (1 − τ) · (1 + r)^(−e(k)) − profit; T = Σ y(k) years of
 * development, e(k) the time of stage k: the years before it and the part of its own years that the option says; R revenue, s selling costs, x sales taxes, u
 * running costs, c cost of a stage. Developer's profit is a share of the development cost or of the product, both as present values.
 *
 * <p><b>Units and ranges</b> y at least 0 years · s + x at most 1 · τ in [0, 1) · periods, life and decay count from completion
 *
 * <p><b>Edge cases</b> dated flows are refused: their dates count from the valuation date · a product that does not repay its development gives a negative value and a
 * warning
 *
 * <p><b>Numerics</b> left-to-right summation; error at most (n + stages) · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> product, stages and their timing are planned / no product is identified
 *
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="http://www.cas.org.cn">China Appraisal Society, 资产评估执业准则——不动产 (中评协〔2017〕38号), 假设开发法, carried over to data; no rule on data prescribes it</a>
 */
public record HypotheticalDevelopment(Options options) implements ValuationMethod<DevelopmentFacts> {

    public static final MethodId ID = MethodId.of("income.hypothetical-development");

    /** Whether development lowers the tax of other income when it is paid. */
    public enum DevelopmentTax {
        /** The cost is deducted when it is paid. */
        DEDUCTED,
        /** The cost is not deducted. */
        NOT_DEDUCTED
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param stageTiming when within a stage its cost is paid
     * @param developmentTax whether the cost is deducted for tax
     * @param conventions as in every income method
     */
    public record Options(Timing.Regular stageTiming, DevelopmentTax developmentTax, IncomeConventions conventions) {

        /** Costs in the middle of their stage, deducted when paid; mid-period flows, after tax. */
        public static final Options STANDARD =
                new Options(Timing.Regular.MID_PERIOD, DevelopmentTax.DEDUCTED, IncomeConventions.STANDARD);

        public Options withStageTiming(Timing.Regular other) {
            return new Options(other, developmentTax, conventions);
        }

        public Options withDevelopmentTax(DevelopmentTax other) {
            return new Options(stageTiming, other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(stageTiming, developmentTax, other);
        }
    }

    public static HypotheticalDevelopment standard() {
        return new HypotheticalDevelopment(Options.STANDARD);
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
    public Cell write(Sheet sheet, DevelopmentFacts facts, ValuationContext context) {
        requireUndated();
        var forecast = IncomeForecast.open(
                sheet,
                facts.terms(),
                options.conventions(),
                context,
                facts.revenue().size());
        var stages = sheet.axis(
                "stages", facts.stages().stream().map(DevelopmentStage::name).toList());
        var years = sheet.given(
                "stageYears",
                Unit.YEARS,
                stages,
                facts.stages().stream().map(DevelopmentStage::years).toList());
        var flow = productFlow(sheet, facts, forecast);
        var completion = sheet.let("developmentYears", years.sum());
        var wait =
                sheet.let("waitFactor", Cell.ONE.plus(forecast.discountRate()).power(completion.negated()));
        var product =
                sheet.let("presentValueOfProduct", forecast.presentValue(flow).times(wait));
        var development = development(sheet, facts, forecast, stages, years);
        var net = product.minus(development);
        if (facts.developersProfit().isPresent())
            net = net.minus(profit(sheet, facts.developersProfit().get(), development, product));
        return forecast.conclude(sheet.let("valueBeforeDevelopment", net), flow.at(0));
    }

    private void requireUndated() {
        boolean isDated = options.conventions().timing().fold(regular -> false, stub -> false, dated -> true);
        if (isDated)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "timing",
                    "dates count from the valuation date, the product's periods from its completion",
                    "Use end, mid-period or start.");
    }

    private static Row productFlow(Sheet sheet, DevelopmentFacts facts, IncomeForecast forecast) {
        var revenue = forecast.lasting(sheet.given("revenue", Unit.MONEY, forecast.periods(), facts.revenue()));
        var profit = revenue;
        var selling = facts.sellingCosts().map(share -> sheet.given("sellingCostShare", Unit.SHARE, share));
        if (selling.isPresent()) profit = profit.minus(sheet.let("sellingCosts", revenue.times(selling.get())));
        var taxes = facts.salesTaxes().map(share -> sheet.given("salesTaxShare", Unit.SHARE, share));
        if (taxes.isPresent()) profit = profit.minus(sheet.let("salesTaxes", revenue.times(taxes.get())));
        var running = facts.runningCosts().map(row -> sheet.given("runningCosts", Unit.MONEY, forecast.periods(), row));
        if (running.isPresent()) profit = profit.minus(forecast.inLife(running.get()));
        return sheet.let("productCashFlow", forecast.afterTax(profit));
    }

    private Cell development(Sheet sheet, DevelopmentFacts facts, IncomeForecast forecast, Axis stages, Row years) {
        var cost = sheet.given(
                "stageCost",
                Unit.MONEY,
                stages,
                facts.stages().stream().map(DevelopmentStage::cost).toList());
        var end = years.runningSum();
        var time = sheet.let(
                "stageTime",
                switch (options.stageTiming()) {
                    case START -> end.minus(years);
                    case MID_PERIOD -> end.minus(years.times(Cell.number(0.5)));
                    case END -> end;
                });
        var factor = sheet.let(
                "stageDiscountFactor", Cell.ONE.plus(forecast.discountRate()).power(time.negated()));
        var borne = options.developmentTax() == DevelopmentTax.DEDUCTED ? forecast.afterTax(cost) : cost;
        return sheet.let(
                "presentValueOfDevelopment",
                sheet.let("presentValueByStage", borne.times(factor)).sum());
    }

    private static Cell profit(Sheet sheet, DevelopersProfit kept, Cell development, Cell product) {
        var share = sheet.given("developersProfitShare", Unit.SHARE, kept.share());
        return sheet.let(
                "developersProfit",
                share.times(kept.base() == DevelopersProfit.Base.DEVELOPMENT_COST ? development : product));
    }

    @Override
    public List<Note> remarks(DevelopmentFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.add(Note.of(
                Note.Kind.ASSUMPTION, "stage-timing", options.stageTiming().toString()));
        if (facts.developersProfit().isPresent())
            notes.add(
                    Note.of(
                            Note.Kind.ASSUMPTION,
                            "profit-beside-the-rate",
                            "The developer's profit rewards the risk of development; the discount rate must not reward it again."));
        if (worksheet.value(section + "valueBeforeDevelopment") < 0)
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "development-not-repaid",
                            "The product does not repay its development: on this plan nobody develops it, and the data has no value in it."));
        return notes;
    }
}
