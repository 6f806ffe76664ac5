package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * What an option is on, such as the flows of a data product: its value moves by chance, and part of it leaks away while one waits.
 *
 * @param value S, present value today, at least 0
 * @param volatility σ, standard deviation of the logarithm of the value per √year, in [0, {@value #MOST_VOLATILITY}]
 * @param yield q per year, continuous: what the holder of the option misses, such as income or what competitors take; in [−1, 1], negative where holding costs
 */
public record UnderlyingAsset(Input<Money> value, Input<Double> volatility, Input<Double> yield) {

    /** 1 000 % a year; beyond it a forgotten percent sign is more likely. */
    public static final double MOST_VOLATILITY = 10;

    public UnderlyingAsset {
        new Check()
                .that(
                        value.value().amount().signum() >= 0,
                        "value",
                        "at least 0",
                        value.value(),
                        "Give the present value of the flows that the option is on.")
                .range(
                        "volatility",
                        volatility.value(),
                        0,
                        MOST_VOLATILITY,
                        "Give a decimal per square root of a year: 40 % is 0.4.")
                .range("yield", yield.value(), -1, 1, "Give a decimal per year: 5 % is 0.05.")
                .done();
    }

    /** Without any yield. */
    public static UnderlyingAsset of(Input<Money> value, Input<Double> volatility) {
        return new UnderlyingAsset(value, volatility, Input.of(0.0));
    }

    public UnderlyingAsset withValue(Input<Money> other) {
        return new UnderlyingAsset(other, volatility, yield);
    }

    public UnderlyingAsset withVolatility(Input<Double> other) {
        return new UnderlyingAsset(value, other, yield);
    }

    public UnderlyingAsset withYield(Input<Double> other) {
        return new UnderlyingAsset(value, volatility, other);
    }

    /** Adds a problem where a method needs more than a limit: a value and a volatility above 0. */
    void checkAboveZero(Check check, String field) {
        check.that(
                        value.value().amount().signum() > 0,
                        field + ".value",
                        "above 0",
                        value.value(),
                        "Without a value there is nothing to hold a right on.")
                .that(
                        volatility.value() > 0,
                        field + ".volatility",
                        "above 0",
                        volatility.value(),
                        "Give a decimal per square root of a year; option.black-scholes-merton has the limit of none.");
    }

    /**
     * The figures of the asset.
     *
     * @param value S
     * @param volatility σ
     * @param yield q
     */
    record Figures(Cell value, Cell volatility, Cell yield) {

        /** What of the value is left to who waits so long: S · e^(−q · T). */
        Cell after(Cell years) {
            return value.times(factor(yield, years));
        }

        /** σ² · T. */
        Cell variance(Cell years) {
            return volatility.power(2).times(years.as(Unit.FACTOR));
        }
    }

    /** e^(−force · years). */
    static Cell factor(Cell force, Cell years) {
        return force.times(years.as(Unit.FACTOR)).negated().exp();
    }

    /** Writes {@code underlying}, {@code volatility} and {@code incomeYield}; keeps draws at 0 and above. */
    Figures write(Sheet sheet) {
        var figures = new Figures(
                sheet.given("underlying", Unit.MONEY, value),
                sheet.given("volatility", Unit.FACTOR, volatility),
                sheet.given("incomeYield", Unit.FACTOR, yield));
        sheet.require(
                "underlyingAtLeastZero",
                figures.value,
                Relation.GREATER_OR_EQUAL,
                figures.value.times(Cell.ZERO),
                "Use a distribution that does not fall below 0.");
        sheet.require(
                "volatilityAtLeastZero",
                figures.volatility,
                Relation.GREATER_OR_EQUAL,
                Cell.ZERO,
                "Use a distribution that does not fall below 0.");
        return figures;
    }
}
