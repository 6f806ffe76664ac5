package org.dataassay.valuation.rate;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;

/**
 * Facts of {@link PreTaxEquivalent}.
 *
 * @param flows before tax, period by period, one at least
 * @param tax what is paid on them
 * @param postTaxRate per year, after tax
 */
public record PreTaxFacts(InputRow<Money> flows, Tax tax, Input<Rate> postTaxRate) {

    /** What is paid on the flows, as the taxman will count, not as a share of the flow unless it is one. */
    public sealed interface Tax {

        /**
         * Tax of each period.
         *
         * @param tax paid is positive
         */
        record Paid(InputRow<Money> tax) implements Tax {}

        /**
         * A rate on what remains after deductions.
         *
         * @param taxRate in [0, 1)
         * @param deductions from taxable income of each period, such as tax amortization; not paid out
         */
        record AfterDeductions(Input<Double> taxRate, InputRow<Money> deductions) implements Tax {
            public AfterDeductions {
                new Check()
                        .that(
                                taxRate.value() >= 0 && taxRate.value() < 1,
                                "taxRate",
                                "at least 0 and below 1",
                                taxRate.value(),
                                "Give a decimal: 25 % is 0.25.")
                        .done();
            }
        }
    }

    private static final int MOST_PERIODS = 500;

    public PreTaxFacts {
        var check = new Check();
        check.that(
                flows.size() >= 1 && flows.size() <= MOST_PERIODS,
                "flows",
                "1 to " + MOST_PERIODS + " periods",
                flows.size(),
                "Forecast the flows before tax.");
        int taxed = tax instanceof Tax.Paid paid
                ? paid.tax().size()
                : ((Tax.AfterDeductions) tax).deductions().size();
        if (taxed != flows.size())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "tax",
                    "it has " + taxed + " periods but flows has " + flows.size(),
                    "Both must cover the same periods."));
        if (postTaxRate.value().tax() != TaxBasis.POST_TAX)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "postTaxRate",
                    "it is a rate before tax",
                    "Give the rate after tax, or use the rate as it is."));
        check.done();
    }
}
