package org.dataassay.valuation.option;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.income.DirectIncome;
import org.dataassay.valuation.income.DirectIncomeFacts;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Rate;

/**
 * The volatility of a project, estimated from draws of its own forecast: the standard deviation of ln(PV₁/PV₀) over one year, where PV₁ holds the flows of that year and PV₀ stays at its base.
 *
 * <p><b>Formula</b> σ = sd of ln[V · (1 + k) / V₀] over draws; V the value of the forecast, k its discount rate, V₀ the value at the base
 *
 * <p><b>Edge cases</b> a draw of no value or less has no logarithm and is left out, which makes σ too low; more than one in ten is a failure · a forecast without distributions is refused
 *
 * <p><b>Numerics</b> drawn twice with the same seed, for the mean and then for the squares around it; the standard error is that of the mean square by the delta method, whatever the shape of the draws
 *
 * <p><b>Use when / not when</b> no price of anything like the data can be observed / uncertainty resolves over many years: here all of it moves the first year's value, so σ is at the high end
 *
 * @param volatility σ per √year
 * @param standardError of σ
 * @param draws made
 * @param rejected of these
 * @see <a href="https://global.oup.com">T. Copeland, V. Antikarov, Real Options: A Practitioner's Guide, 2001, chapter 9</a>
 * @see <a href="https://pubsonline.informs.org/journal/deca">J. E. Smith, Alternative Approaches for Solving Real-Options Problems, Decision Analysis 2 (2005), 89–102, section 3</a>
 */
public record DrawnVolatility(double volatility, double standardError, int draws, int rejected) {

    private static final String FLOWS = "flows";
    private static final String LOG_RETURN = "logReturn";
    private static final String SQUARE = "squaredDeviation";

    /** What rounding alone leaves of a value that does not move. */
    private static final double NOISE = 1e-9;

    /**
     * Draws a forecast.
     *
     * @param method how the forecast becomes a value
     * @param forecast with distributions
     * @param draws 1 024 and more
     */
    public static DrawnVolatility of(
            DirectIncome method, DirectIncomeFacts forecast, ValuationContext context, int draws) {
        var rate = forecast.terms().discountRate();
        var shared = rate.assumption().isPresent() ? rate : rate.sharedAs("discountRate");
        var facts = forecast.withTerms(withDiscountRate(forecast.terms(), shared));
        double today = base(method, facts, context);
        var simulation = Simulation.of(context.seed()).withDraws(draws);
        double mean = drawn(worksheet(method, facts, context, today, 0), simulation)
                .of(LOG_RETURN)
                .mean();
        var result = drawn(worksheet(method, facts, context, today, mean), simulation);
        double volatility = result.of(LOG_RETURN).standardDeviation();
        if (!(volatility > NOISE))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "volatility",
                    "no draw moves the value of the forecast",
                    "Give the inputs that move it a distribution, or state the volatility.");
        return new DrawnVolatility(
                volatility, result.of(SQUARE).standardError() / (2 * volatility), draws, result.rejected());
    }

    /** As an estimated input: its standard error is its distribution when it is simulated. */
    public Input<Double> asInput() {
        return Input.of(
                        volatility,
                        Source.estimated(
                                "drawn from the forecast", "standard deviation of ln(PV1/PV0), " + draws + " draws"))
                .distributed(new Distribution.LogNormal(volatility, standardError / volatility));
    }

    private static double base(DirectIncome method, DirectIncomeFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency());
        var worksheet = sheet.close(sheet.let("value", method.write(sheet.section(FLOWS), facts, context)));
        if (!(worksheet.value() > 0))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "forecast",
                    "its value is not above 0",
                    "Only a value above 0 has a volatility; state the volatility instead.");
        if (!worksheet.isUncertain())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "distribution of the forecast",
                    "Give the inputs that move its value a distribution, or state the volatility.");
        return worksheet.value();
    }

    private static Worksheet worksheet(
            DirectIncome method, DirectIncomeFacts facts, ValuationContext context, double today, double mean) {
        var sheet = Sheet.open(context.currency());
        var value = method.write(sheet.section(FLOWS), facts, context);
        var rate = sheet.given("discountRate", Unit.RATE, facts.terms().discountRate());
        var base = sheet.given("valueToday", Unit.MONEY, Input.of(Money.of(Plain.decimal(today), context.currency())));
        var logReturn = sheet.let(
                LOG_RETURN,
                value.dividedBy(base)
                        .log()
                        .plus(Cell.ONE.plus(rate.as(Unit.FACTOR)).log()));
        return sheet.close(sheet.let(SQUARE, logReturn.minus(Cell.number(mean)).power(2)));
    }

    private static SimulationResult drawn(Worksheet worksheet, Simulation simulation) {
        return worksheet.simulate(simulation, List.of(LOG_RETURN, SQUARE));
    }

    private static IncomeTerms withDiscountRate(IncomeTerms terms, Input<Rate> rate) {
        return new IncomeTerms(
                terms.periods(),
                terms.taxRate(),
                rate,
                terms.remainingUsefulLife(),
                terms.decay(),
                terms.terminalValue(),
                terms.taxAmortization(),
                terms.replicationCap());
    }
}
