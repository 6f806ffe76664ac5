package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.InputRow;

/** What every row of a forecast must be. */
final class PeriodRows {

    private PeriodRows() {}

    /** As long as the forecast. */
    static void length(Check check, String field, InputRow<?> row, int periods) {
        check.that(
                row.size() == periods,
                field,
                "one for each of the " + periods + " periods",
                row.size(),
                "Give a value for each period.");
    }

    /** Amounts of at least 0. */
    static void amounts(Check check, String field, InputRow<Money> row, String remedy) {
        for (int t = 0; t < row.size(); t++) {
            var amount = row.values().get(t);
            check.that(amount.amount().signum() >= 0, field + "[" + t + "]", "at least 0", amount, remedy);
        }
    }

    /** Numbers of at least 0, such as volumes. */
    static void numbers(Check check, String field, InputRow<Double> row, String remedy) {
        for (int t = 0; t < row.size(); t++) {
            double value = row.values().get(t);
            check.that(value >= 0, field + "[" + t + "]", "at least 0", value, remedy);
        }
    }

    /** Shares in [0, 1]. */
    static void shares(Check check, String field, InputRow<Double> row) {
        for (int t = 0; t < row.size(); t++)
            check.share(field + "[" + t + "]", row.values().get(t));
    }

    /** Relative changes above −1 and, as a share of more than tenfold is a forgotten percent sign, at most 10. */
    static void changes(Check check, String field, InputRow<Double> row) {
        for (int t = 0; t < row.size(); t++)
            check.that(
                    row.values().get(t) > -1 && row.values().get(t) <= 10,
                    field + "[" + t + "]",
                    "above -1 and at most 10 as a decimal",
                    row.values().get(t),
                    "5% is 0.05.");
    }
}
