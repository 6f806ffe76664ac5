package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;

/**
 * Values an asset by a business that starts with this asset and nothing else: what the business brings, less all that must be put into it.
 *
 * <p><b>Formula</b> V = [Σ ((C(t) · ρ(t) · S(t) − F(t) − a(t)) · (1 − τ) + A(t)) · L(t) · D(t) − I₀ − Σ I(t) · L(t) · D′(t)] · TAB; C contribution at the full level, ρ
 * ramp, S survival, F fixed costs, a start-up costs, A depreciation, L the share of the period in force, I investment, D′ by the timing of investment.
 *
 * <p><b>Units and ranges</b> ρ in [0, 1], never falling · τ in [0, 1) · I₀ at least 0, at the valuation date
 *
 * <p><b>Edge cases</b> without ramp and investment it is the income itself · investment beyond what the business brings gives a negative value and a warning
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> the asset is the key to the business, such as a license or a register / the business needs other assets that cannot be bought
 *
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, greenfield method</a>
 */
public record Greenfield(Options options) implements ValuationMethod<GreenfieldFacts> {

    public static final MethodId ID = MethodId.of("income.greenfield");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param investmentTiming when in its period an investment is paid; dated flows keep their dates
     * @param conventions as in every income method
     */
    public record Options(Timing.Regular investmentTiming, IncomeConventions conventions) {

        /** Invested at the start of each period; mid-period flows, after tax. */
        public static final Options STANDARD = new Options(Timing.Regular.START, IncomeConventions.STANDARD);

        public Options withInvestmentTiming(Timing.Regular other) {
            return new Options(other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(investmentTiming, other);
        }
    }

    public static Greenfield standard() {
        return new Greenfield(Options.STANDARD);
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
    public Cell write(Sheet sheet, GreenfieldFacts facts, ValuationContext context) {
        var business = facts.business();
        var forecast = IncomeForecast.open(sheet, facts.terms(), options.conventions(), context, business.periods());
        var flow = operatingFlow(sheet, facts, forecast);
        var brought = forecast.presentValue(flow);
        return investments(sheet, facts, forecast)
                .map(put -> forecast.conclude(sheet.let("netPresentValue", brought.minus(put)), flow.at(0)))
                .orElseGet(() -> forecast.conclude(brought, flow.at(0)));
    }

    private static Row operatingFlow(Sheet sheet, GreenfieldFacts facts, IncomeForecast forecast) {
        var periods = forecast.periods();
        var full = facts.business().income().contribution(sheet, periods);
        var reached = facts.ramp()
                .map(ramp -> sheet.let(
                        "contributionInRamp",
                        full.times(ramp.write(
                                sheet, periods, forecast.conventions().attritionTiming()))))
                .orElse(full);
        var profit = forecast.lasting(reached);
        var fixed = facts.business().income().fixedCosts(sheet, periods);
        if (fixed.isPresent()) profit = profit.minus(forecast.inLife(fixed.get()));
        var startUp = facts.startUpCosts().map(row -> sheet.given("startUpCosts", Unit.MONEY, periods, row));
        if (startUp.isPresent()) profit = profit.minus(forecast.inLife(startUp.get()));
        var earned = forecast.afterTax(sheet.let("operatingProfit", profit));
        var added = facts.business().depreciation().map(row -> sheet.given("depreciation", Unit.MONEY, periods, row));
        return sheet.let(
                "operatingCashFlow",
                added.map(forecast::inLife).map(earned::plus).orElse(earned));
    }

    private Optional<Cell> investments(Sheet sheet, GreenfieldFacts facts, IncomeForecast forecast) {
        var section = sheet.section("investments");
        var later = facts.business()
                .investment()
                .map(row -> section.given("investment", Unit.MONEY, forecast.periods(), row))
                .map(row -> forecast.presentValue(
                        section, forecast.inLife(row), forecast.discountRate(), investmentTiming()));
        var first = facts.initialInvestment().map(amount -> section.given("initialInvestment", Unit.MONEY, amount));
        if (first.isEmpty() && later.isEmpty()) return Optional.empty();
        var all = first.isPresent() && later.isPresent()
                ? first.get().plus(later.get())
                : first.or(() -> later).orElseThrow();
        return Optional.of(sheet.let("presentValueOfInvestments", all));
    }

    private Timing investmentTiming() {
        return options.conventions()
                .timing()
                .<Timing>fold(
                        regular -> options.investmentTiming(),
                        stub -> Timing.stub(stub.firstFraction(), options.investmentTiming()),
                        dated -> dated);
    }

    @Override
    public List<Note> remarks(GreenfieldFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        if (worksheet.has(section + "netPresentValue") && worksheet.value(section + "netPresentValue") < 0)
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "investment-exceeds-income",
                            "More must be put into the business than it brings: on this plan nobody starts it, and the asset has no value in it."));
        if (options.conventions().taxBasis() == TaxBasis.POST_TAX
                && worksheet.values(section + "operatingProfit").stream().anyMatch(profit -> profit < 0))
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "losses-save-tax",
                    "Losses of the start lower the tax on other income in the same period."));
        if (worksheet.has(section + "netPresentValue"))
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "investment-timing",
                    options.investmentTiming().toString()));
        return notes;
    }
}
