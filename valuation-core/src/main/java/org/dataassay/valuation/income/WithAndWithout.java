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

/**
 * Values an asset by the difference it makes to a business: what the business earns with it, less what it earns without it.
 *
 * <p><b>Formula</b> V = p · Σ (CF₁(t) − CF₀(t)) · D(t) · TAB, CF₁ cash flow with the asset, CF₀ without it, CF = operating profit · (1 − τ) + depreciation −
 * investment, p probability that the difference arises. With ramp-back the gap in profit closes: (P₁ − P₀) · (1 − ρ(t)) plus the costs of rebuilding. At two rates
 * V = p · (Σ CF₁ · D₁ − Σ CF₀ · D₀). Several uses: see {@link IncomeScenarios}.
 *
 * <p><b>Units and ranges</b> both cases over the same periods · p and ρ in [0, 1] · τ in [0, 1)
 *
 * <p><b>Edge cases</b> a case without its base is refused · a base that earns nothing is warned of · an asset that harms the business has a negative value · at
 * two rates decay and terminal value are refused: they act on an increment, and there is none
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|, x the terms of both cases: a small difference of large cases loses digits
 *
 * <p><b>Use when / not when</b> both cases can be forecast / only the case with the asset is known
 *
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, premium profit method or with-and-without method</a>
 * @see <a href="http://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见 (中评协〔2023〕17号), annex, 增量收益预测</a>
 */
public record WithAndWithout(Options options) implements ValuationMethod<WithAndWithoutFacts> {

    public static final MethodId ID = MethodId.of("income.with-and-without");

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

    /** A discounted increment, with the flows that terminal value and replication cap ask for. */
    private record Increment(Cell presentValue, Cell first, Cell last) {}

    public static WithAndWithout standard() {
        return new WithAndWithout(Options.STANDARD);
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
    public Cell write(Sheet sheet, WithAndWithoutFacts facts, ValuationContext context) {
        int n = facts.comparisons().get(0).periods();
        var forecast = IncomeForecast.open(sheet, facts.terms(), options.conventions(), context, n);
        var rateWithout = facts.discountRateWithout().map(rate -> sheet.given("discountRateWithout", Unit.RATE, rate));
        var increment = facts.scenarios()
                .map(scenarios -> together(sheet, scenarios, forecast, rateWithout))
                .orElseGet(() -> increment(sheet, facts.comparison().orElseThrow(), forecast, rateWithout));
        return forecast.conclude(
                forecast.withTerminalValue(increment.presentValue(), increment.last()), increment.first());
    }

    private static Increment together(
            Sheet sheet, IncomeScenarios<Comparison> scenarios, IncomeForecast forecast, Optional<Cell> rateWithout) {
        var increments = scenarios.parts().stream()
                .map(part -> increment(scenarios.section(sheet, part), part.benefit(), forecast, rateWithout))
                .toList();
        var weights = scenarios.weights(sheet);
        return new Increment(
                scenarios.together(
                        sheet,
                        weights,
                        increments.stream().map(Increment::presentValue).toList()),
                IncomeScenarios.weighted(
                        weights, increments.stream().map(Increment::first).toList()),
                IncomeScenarios.weighted(
                        weights, increments.stream().map(Increment::last).toList()));
    }

    private static Increment increment(
            Sheet sheet, Comparison comparison, IncomeForecast forecast, Optional<Cell> rateWithout) {
        var likely = comparison.probability().map(p -> sheet.given("probabilityOfDifference", Unit.SHARE, p));
        return rateWithout
                .map(rate -> atTwoRates(sheet, comparison, forecast, rate, likely))
                .orElseGet(() -> atOneRate(sheet, comparison, forecast, likely));
    }

    private static Increment atOneRate(
            Sheet sheet, Comparison comparison, IncomeForecast forecast, Optional<Cell> likely) {
        var periods = forecast.periods();
        var with = sheet.section("with");
        var without = sheet.section("without");
        var profitWith = sheet.let("profitWith", comparison.with().income().profit(with, periods));
        var profitWithout =
                sheet.let("profitWithout", comparison.without().income().profit(without, periods));
        var kept = kept(sheet, comparison, forecast, sheet.let("incrementalProfit", profitWith.minus(profitWithout)));
        var benefit = forecast.lasting(kept);
        var rebuilding = rebuilding(sheet, comparison, forecast);
        if (rebuilding.isPresent()) benefit = benefit.plus(forecast.inLife(rebuilding.get()));
        var flow = forecast.afterTax(benefit);
        var more = comparison.with().netInvestment(with, periods).map(forecast::inLife);
        var less = comparison.without().netInvestment(without, periods).map(forecast::inLife);
        if (more.isPresent()) flow = flow.minus(sheet.let("investmentWith", more.get()));
        if (less.isPresent()) flow = flow.plus(sheet.let("investmentWithout", less.get()));
        if (likely.isPresent()) flow = flow.times(likely.get());
        flow = sheet.let("incrementalCashFlow", flow);
        return new Increment(forecast.presentValue(sheet, flow), flow.at(0), flow.last());
    }

    private static Increment atTwoRates(
            Sheet sheet, Comparison comparison, IncomeForecast forecast, Cell rateWithout, Optional<Cell> likely) {
        var periods = forecast.periods();
        var with = sheet.section("with");
        var without = sheet.section("without");
        var profitWith = sheet.let("profitWith", comparison.with().income().profit(with, periods));
        var profitWithout =
                sheet.let("profitWithout", comparison.without().income().profit(without, periods));
        if (comparison.rampBack().isPresent())
            profitWithout = profitWith.minus(
                    kept(sheet, comparison, forecast, sheet.let("incrementalProfit", profitWith.minus(profitWithout))));
        var rebuilding = rebuilding(sheet, comparison, forecast);
        if (rebuilding.isPresent()) profitWithout = profitWithout.minus(rebuilding.get());
        var flowWith = cashFlow(with, forecast, profitWith, comparison.with());
        var flowWithout = cashFlow(without, forecast, profitWithout, comparison.without());
        var timing = forecast.conventions().timing();
        var difference = sheet.let(
                        "presentValueWith", forecast.presentValue(with, flowWith, forecast.discountRate(), timing))
                .minus(sheet.let(
                        "presentValueWithout", forecast.presentValue(without, flowWithout, rateWithout, timing)));
        var first = flowWith.at(0).minus(flowWithout.at(0));
        var last = flowWith.last().minus(flowWithout.last());
        return new Increment(
                sheet.let("presentValue", likely.map(difference::times).orElse(difference)),
                likely.map(first::times).orElse(first),
                likely.map(last::times).orElse(last));
    }

    private static Row cashFlow(Sheet section, IncomeForecast forecast, Row profit, BusinessCase business) {
        var earned = forecast.afterTax(forecast.inLife(profit));
        return section.let(
                "cashFlow",
                business.netInvestment(section, forecast.periods())
                        .map(forecast::inLife)
                        .map(earned::minus)
                        .orElse(earned));
    }

    /** The part of the gap that coming back has not closed yet. */
    private static Row kept(Sheet sheet, Comparison comparison, IncomeForecast forecast, Row gap) {
        if (comparison.rampBack().isEmpty()) return gap;
        var closed = comparison
                .rampBack()
                .get()
                .recovery()
                .write(
                        sheet.section("rampBack"),
                        forecast.periods(),
                        forecast.conventions().attritionTiming());
        return sheet.let("profitNotRegained", gap.times(Cell.ONE.minus(closed)));
    }

    private static Optional<Row> rebuilding(Sheet sheet, Comparison comparison, IncomeForecast forecast) {
        return comparison
                .rebuildingCosts()
                .map(row -> sheet.section("rampBack").given("rebuildingCosts", Unit.MONEY, forecast.periods(), row));
    }

    @Override
    public List<Note> remarks(
            WithAndWithoutFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        facts.scenarios().map(IncomeScenarios::remarks).ifPresent(notes::addAll);
        if (facts.comparisons().stream()
                .anyMatch(comparison -> comparison.probability().isPresent()))
            notes.add(
                    Note.of(
                            Note.Kind.ASSUMPTION,
                            "difference-not-certain",
                            "The probability carries the risk that no difference arises; the discount rate must not reward it again."));
        if (facts.sections().stream()
                .map(path -> worksheet.values(section + path + "profitWithout"))
                .anyMatch(profits -> profits.stream().allMatch(profit -> profit == 0)))
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "base-earns-nothing",
                            "The business without the asset earns nothing, so all its profit with the asset counts as increment. Check that the base was not forgotten."));
        return notes;
    }
}
