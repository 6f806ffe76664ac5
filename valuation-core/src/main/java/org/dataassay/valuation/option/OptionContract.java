package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * What the holder may do, at what price and until when.
 *
 * @param type call or put
 * @param strike K, what is paid or received on exercise, above 0
 * @param years T until the right ends, in [0, {@value #MOST_YEARS}]
 */
public record OptionContract(OptionType type, Input<Money> strike, Input<Double> years) {

    public static final double MOST_YEARS = 100;

    public OptionContract {
        new Check()
                .that(
                        strike.value().amount().signum() > 0,
                        "strike",
                        "above 0",
                        strike.value(),
                        "Give what is paid or received on exercise.")
                .range("years", years.value(), 0, MOST_YEARS, "Give the years until the right ends.")
                .done();
    }

    public OptionContract withType(OptionType other) {
        return new OptionContract(other, strike, years);
    }

    public OptionContract withStrike(Input<Money> other) {
        return new OptionContract(type, other, years);
    }

    public OptionContract withYears(Input<Double> other) {
        return new OptionContract(type, strike, other);
    }

    /** Adds a problem where a method needs more than a limit: time above 0. */
    void checkAboveZero(Check check, String field) {
        check.that(
                years.value() > 0,
                field + ".years",
                "above 0",
                years.value(),
                "Give the years until the right ends; one that ends today is worth what exercise brings.");
    }

    /**
     * The figures of the contract.
     *
     * @param strike K
     * @param years T
     */
    record Figures(Cell strike, Cell years) {

        /** The same with another name for the years, where one sheet has two contracts. */
        Figures named(Sheet sheet, String name) {
            return new Figures(strike, sheet.let(name, years));
        }
    }

    /** Writes {@code strike} and {@code yearsToExpiry}; keeps draws in range. */
    Figures write(Sheet sheet) {
        var figures =
                new Figures(sheet.given("strike", Unit.MONEY, strike), sheet.given("yearsToExpiry", Unit.YEARS, years));
        sheet.require(
                "strikeAboveZero",
                figures.strike,
                Relation.GREATER,
                figures.strike.times(Cell.ZERO),
                "Use a distribution above 0.");
        sheet.require(
                "yearsAtLeastZero",
                figures.years,
                Relation.GREATER_OR_EQUAL,
                Cell.ZERO,
                "Use a distribution that does not fall below 0.");
        return figures;
    }
}
