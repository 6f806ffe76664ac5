package org.dataassay.valuation.option;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Prices the right to exchange one asset for another at a given day, such as one data set for another.
 *
 * <p><b>Formula</b> V = S₁ · e^(−q₁T) · Φ(d₁) − S₂ · e^(−q₂T) · Φ(d₂); d₁ = [ln(S₁/S₂) + (q₂ − q₁ + σ²/2) · T] / (σ√T), d₂ = d₁ − σ√T, σ² = σ₁² + σ₂² − 2 · ρ · σ₁ · σ₂; 1 is received, 2 given up
 *
 * <p><b>Units and ranges</b> S₁ ≥ 0, S₂ &gt; 0 in the context's currency · ρ in [−1, 1] · T in [0, 100] years · no interest rate: both legs are assets
 *
 * <p><b>Edge cases</b> T = 0, or two assets that move as one, give max(S₁ · e^(−q₁T) − S₂ · e^(−q₂T), 0)
 *
 * <p><b>Numerics</b> as {@link BlackScholesMerton}; where what is given up does not move and yields the risk-free rate it is that
 *
 * <p><b>Use when / not when</b> both sides are worth an uncertain amount / one side is a fixed price: {@link BlackScholesMerton}; the exchange may be made earlier and the asset received leaks more: a lower bound
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1978.tb03397.x">W. Margrabe, The Value of an Option to Exchange One Asset for Another, Journal of Finance 33 (1978), 177–186, equation (7)</a>
 */
public record ExchangeOption(Options options) implements FigureMethod<ExchangeFacts> {

    public static final MethodId ID = MethodId.of("option.exchange");

    /** None: the formula leaves nothing to choose. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    public static ExchangeOption standard() {
        return new ExchangeOption(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, ExchangeFacts facts, ValuationContext context) {
        var received = facts.received().write(sheet.section("received"));
        var givenUp = facts.givenUp().write(sheet.section("givenUp"));
        var correlation = sheet.given("correlation", Unit.FACTOR, facts.correlation());
        var years = sheet.given("yearsToExpiry", Unit.YEARS, facts.years());
        sheet.require(
                "givenUpAboveZero",
                givenUp.value(),
                Relation.GREATER,
                givenUp.value().times(Cell.ZERO),
                "Use a distribution above 0.");
        sheet.require(
                "yearsAtLeastZero",
                years,
                Relation.GREATER_OR_EQUAL,
                Cell.ZERO,
                "Use a distribution that does not fall below 0.");
        return write(sheet, received, givenUp, correlation, years);
    }

    /** The same on figures that stand on the sheet already; the one given up is above 0. */
    static Cell write(
            Sheet sheet,
            UnderlyingAsset.Figures received,
            UnderlyingAsset.Figures givenUp,
            Cell correlation,
            Cell years) {
        sheet.require(
                "correlationInRange",
                correlation.abs(),
                Relation.LESS_OR_EQUAL,
                Cell.ONE,
                "Use a distribution between -1 and 1.");
        var covariance = correlation.times(received.volatility()).times(givenUp.volatility());
        var perYear = sheet.let(
                "varianceOfRatio",
                received.volatility()
                        .power(2)
                        .plus(givenUp.volatility().power(2))
                        .minus(covariance.times(Cell.number(2))));
        var black = Black.write(
                sheet,
                sheet.let("discountedReceived", received.after(years)),
                sheet.let("discountedGivenUp", givenUp.after(years)),
                perYear.times(years.as(Unit.FACTOR)));
        return sheet.let("optionValue", black.value(OptionType.CALL));
    }

    @Override
    public List<Note> remarks(ExchangeFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return new ArrayList<>(BlackScholesMerton.NO_TRADED_TWIN);
    }
}
