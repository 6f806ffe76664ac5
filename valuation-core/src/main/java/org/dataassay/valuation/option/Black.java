package org.dataassay.valuation.option;

import java.util.function.BinaryOperator;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;

/**
 * The European option in Black's form: what one gets and what one pays for it, both as of today, and the deviation of the logarithm of their ratio. Black–Scholes–Merton,
 * Margrabe and the parts of Geske are this with other legs.
 *
 * <p>Without deviation, or without a value, it is the closed-form limit max(got − paid, 0): both are kept just so far above 0 that Φ is 0 or 1 to the last bit.
 *
 * @param got the leg received on exercise of a call
 * @param paid the leg given for it, above 0
 * @param deviation σ√T, its square at least {@link #LEAST_VARIANCE}
 * @param d1 [ln(got/paid)]/deviation + deviation/2
 * @param d2 d₁ − deviation
 */
record Black(Cell got, Cell paid, Cell deviation, Cell d1, Cell d2) {

    /** Below it nothing that a double can tell from the limit is left of the variance: unless the legs are equal, d is beyond 1e13. */
    static final double LEAST_VARIANCE = 1e-60;

    /** Below it the value got counts as nothing beside the one paid. */
    static final double LEAST_RATIO = 1e-290;

    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    /** Names {@code logMoneyness}, {@code variance}, {@code deviation}, {@code d1} and {@code d2}. */
    static Black write(Sheet sheet, Cell got, Cell paid, Cell variance) {
        return of(got, paid, sheet.let("variance", variance), sheet::let);
    }

    /** Without names, for the residual of a root. */
    static Black of(Cell got, Cell paid, Cell variance) {
        return of(got, paid, variance, (name, cell) -> cell);
    }

    private interface Naming {
        Cell let(String name, Cell cell);
    }

    private static Black of(Cell got, Cell paid, Cell variance, Naming sheet) {
        var moneyness = sheet.let(
                "logMoneyness",
                got.dividedBy(paid).max(Cell.number(LEAST_RATIO)).log());
        var deviation =
                sheet.let("deviation", variance.max(Cell.number(LEAST_VARIANCE)).sqrt());
        var d1 = sheet.let("d1", moneyness.dividedBy(deviation).plus(deviation.times(Cell.number(0.5))));
        return new Black(got, paid, deviation, d1, sheet.let("d2", d1.minus(deviation)));
    }

    /** got · Φ(d₁) − paid · Φ(d₂), or paid · Φ(−d₂) − got · Φ(−d₁). */
    Cell value(OptionType type) {
        return switch (type) {
            case CALL -> difference(got, d1, paid, d2, (x, d) -> x.times(d.normalCdf()));
            case PUT ->
                difference(paid, d2, got, d1, (x, d) -> x.times(d.negated().normalCdf()));
        };
    }

    private static Cell difference(Cell plus, Cell at, Cell minus, Cell from, BinaryOperator<Cell> weighted) {
        return weighted.apply(plus, at).minus(weighted.apply(minus, from));
    }

    /** φ(d₁), and 0 where nothing is uncertain. */
    Cell density() {
        var density = d1.power(2).times(Cell.number(-0.5)).exp().times(Cell.number(INVERSE_ROOT_TWO_PI));
        return Figure.when(deviation.power(2), Relation.GREATER, Cell.number(LEAST_VARIANCE), density, Cell.ZERO);
    }
}
