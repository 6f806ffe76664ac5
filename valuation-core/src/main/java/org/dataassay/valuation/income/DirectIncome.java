package org.dataassay.valuation.income;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by the income that it earns by itself, such as license fees or calls of an interface.
 *
 * <p><b>Formula</b> V = [Σ CF(t) · D(t) + TV] · TAB over t = 1 … n, where CF(t) is the net cash flow F(t) · S(t) · L(t), or the profit P(t) · S(t) · L(t) · (1 −
 * τ), or ((R(t) − v(t)) · S(t) − f(t)) · L(t) · (1 − τ); R revenue, v and f variable and fixed costs, S survival, L the share of the period in force, τ tax rate, D
 * discount factor, TV and TAB only when asked for.
 *
 * <p><b>Units and ranges</b> flows and profits may be negative, revenue and costs not · τ in [0, 1) · discount rate above −1 and below {@link
 * org.dataassay.valuation.time.Rate#PLAUSIBLE_MAXIMUM} per year · at least one period
 *
 * <p><b>Edge cases</b> from a net cash flow no tax is deducted: it must be of the tax basis that is discounted · a loss is taxed negatively, as if other profit
 * could use it · growth at or above the discount rate is refused · a life beyond the forecast is refused
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> contracts or price lists tie the income to the data / the income needs other assets as well: then deduct their charges, see
 * {@link MultiPeriodExcessEarnings}
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, income approach, discounted cash flow</a>
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, income approach, 直接收益预测</a>
 */
public record DirectIncome(Options options) implements ValuationMethod<DirectIncomeFacts> {

    public static final MethodId ID = MethodId.of("income.direct-income");

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

    public static DirectIncome standard() {
        return new DirectIncome(Options.STANDARD);
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
    public Cell write(Sheet sheet, DirectIncomeFacts facts, ValuationContext context) {
        var forecast = IncomeForecast.open(
                sheet,
                facts.terms(),
                options.conventions(),
                context,
                facts.income().size());
        Row flow = facts.income()
                .fold(
                        netCashFlow -> cashFlow(sheet, forecast, netCashFlow),
                        profit -> afterTax(sheet, forecast, profit(sheet, forecast, profit)),
                        income -> afterTax(sheet, forecast, operatingIncome(sheet, forecast, income)));
        return forecast.value(flow);
    }

    private static Row cashFlow(Sheet sheet, IncomeForecast forecast, IncomeStream.NetCashFlow income) {
        var amounts = sheet.given("netCashFlow", Unit.MONEY, forecast.periods(), income.amounts());
        return sheet.let("lastingCashFlow", forecast.lasting(amounts));
    }

    private static Row profit(Sheet sheet, IncomeForecast forecast, IncomeStream.Profit income) {
        var amounts = sheet.given("operatingProfit", Unit.MONEY, forecast.periods(), income.amounts());
        return sheet.let("directIncome", forecast.lasting(amounts));
    }

    private static Row operatingIncome(Sheet sheet, IncomeForecast forecast, IncomeStream.RevenueLessCosts income) {
        var revenue = sheet.given("revenue", Unit.MONEY, forecast.periods(), income.revenue());
        var contribution = income.variableCosts()
                .map(costs -> sheet.let(
                        "contribution",
                        revenue.minus(sheet.given("variableCosts", Unit.MONEY, forecast.periods(), costs))))
                .orElse(revenue);
        var lasting = forecast.lasting(contribution);
        var fixed = income.fixedCosts().map(costs -> sheet.given("fixedCosts", Unit.MONEY, forecast.periods(), costs));
        return sheet.let(
                "directIncome",
                fixed.map(costs -> lasting.minus(forecast.inLife(costs))).orElse(lasting));
    }

    private static Row afterTax(Sheet sheet, IncomeForecast forecast, Row income) {
        return sheet.let("afterTaxIncome", forecast.afterTax(income));
    }

    @Override
    public List<Note> remarks(DirectIncomeFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section);
    }
}
