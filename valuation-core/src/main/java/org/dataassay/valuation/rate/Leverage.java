package org.dataassay.valuation.rate;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Debt of the subject, and what it does to a beta.
 *
 * <p><b>Formula</b> Hamada, debt without risk: β_L = β_U · (1 + (1 − τ) · D/E). With a debt beta: β_L = β_U · (1 + D/E) − β_D · D/E
 *
 * @param debtToEquity D/E at market values, at least 0
 * @param taxRate τ in [0, 1); of no effect with a debt beta
 * @param debtBeta β_D where debt bears risk; then the second form holds
 */
public record Leverage(Input<Double> debtToEquity, Input<Double> taxRate, Optional<Input<Double>> debtBeta) {

    public Leverage {
        var check = new Check();
        check(check, debtToEquity, taxRate);
        debtBeta.ifPresent(beta -> check.range("debtBeta", beta.value(), -1, 2, "Give a beta such as 0.2."));
        check.done();
    }

    /** Debt without risk of its own. */
    public static Leverage of(Input<Double> debtToEquity, Input<Double> taxRate) {
        return new Leverage(debtToEquity, taxRate, Optional.empty());
    }

    public Leverage withDebtBeta(Input<Double> beta) {
        return new Leverage(debtToEquity, taxRate, Optional.of(beta));
    }

    static void check(Check check, Input<Double> debtToEquity, Input<Double> taxRate) {
        check.range("debtToEquity", debtToEquity.value(), 0, 100, "Give debt over equity as a decimal: 40 % is 0.4.");
        check.that(
                taxRate.value() >= 0 && taxRate.value() < 1,
                "taxRate",
                "at least 0 and below 1",
                taxRate.value(),
                "Give a decimal: 25 % is 0.25.");
    }

    /** The subject's debt on a sheet. */
    record Written(Sheet sheet, Cell debtToEquity, Optional<Cell> taxRate, Optional<Cell> debtBeta) {

        /** Names {@code leveredBeta}. */
        Cell lever(Cell unlevered) {
            return sheet.let(
                    "leveredBeta",
                    debtBeta.map(beta ->
                                    unlevered.times(Cell.ONE.plus(debtToEquity)).minus(beta.times(debtToEquity)))
                            .orElseGet(() -> unlevered.times(Cell.ONE.plus(
                                    Cell.ONE.minus(taxRate.orElseThrow()).times(debtToEquity)))));
        }

        /** Frees betas of their own debt. */
        Row unlever(Row levered, Row debt, Row tax) {
            return debtBeta.map(beta -> levered.plus(debt.times(beta)).dividedBy(debt.plus(Cell.ONE)))
                    .orElseGet(() ->
                            levered.dividedBy(Cell.ONE.minus(tax).times(debt).plus(Cell.ONE)));
        }
    }

    Written write(Sheet sheet) {
        var debt = sheet.given("debtToEquity", Unit.FACTOR, debtToEquity);
        return debtBeta.isPresent()
                ? new Written(
                        sheet,
                        debt,
                        Optional.empty(),
                        Optional.of(sheet.given("debtBeta", Unit.FACTOR, debtBeta.get())))
                : new Written(sheet, debt, Optional.of(sheet.given("taxRate", Unit.SHARE, taxRate)), Optional.empty());
    }
}
