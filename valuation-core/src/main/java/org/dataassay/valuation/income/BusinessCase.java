package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * A business as it is forecast: cash flow = operating profit · (1 − τ) + depreciation − investment.
 *
 * @param income before tax
 * @param depreciation that the costs contain and that is no payment; none where investment is not forecast
 * @param investment in fixed assets and working capital; negative where capital is set free
 */
public record BusinessCase(
        OperatingIncome income, Optional<InputRow<Money>> depreciation, Optional<InputRow<Money>> investment) {

    public BusinessCase {
        int n = income.periods();
        var check = new Check();
        depreciation.ifPresent(row -> PeriodRows.length(check, "depreciation", row, n));
        investment.ifPresent(row -> PeriodRows.length(check, "investment", row, n));
        check.done();
    }

    /** A business whose investment equals its depreciation. */
    public static BusinessCase of(OperatingIncome income) {
        return new BusinessCase(income, Optional.empty(), Optional.empty());
    }

    public BusinessCase withDepreciation(InputRow<Money> row) {
        return new BusinessCase(income, Optional.of(row), investment);
    }

    public BusinessCase withInvestment(InputRow<Money> row) {
        return new BusinessCase(income, depreciation, Optional.of(row));
    }

    int periods() {
        return income.periods();
    }

    /** Writes {@code depreciation}, {@code investment} and, where there is any, {@code netInvestment}: what is invested beyond depreciation. */
    Optional<Row> netInvestment(Sheet sheet, Axis periods) {
        var added = depreciation.map(row -> sheet.given("depreciation", Unit.MONEY, periods, row));
        var spent = investment.map(row -> sheet.given("investment", Unit.MONEY, periods, row));
        if (spent.isEmpty()) return added.map(row -> sheet.let("netInvestment", row.negated()));
        return Optional.of(
                sheet.let("netInvestment", added.map(spent.get()::minus).orElse(spent.get())));
    }
}
