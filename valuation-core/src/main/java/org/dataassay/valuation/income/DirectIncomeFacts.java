package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;

/**
 * Facts of {@link DirectIncome}.
 *
 * @param income of the asset itself
 * @param terms on which the income becomes a value
 */
public record DirectIncomeFacts(IncomeStream income, IncomeTerms terms) implements IncomeFacts<DirectIncomeFacts> {

    public DirectIncomeFacts {
        var check = new Check();
        terms.checkForecast(check, "income", income.size());
        check.done();
    }

    @Override
    public DirectIncomeFacts withTerms(IncomeTerms other) {
        return new DirectIncomeFacts(income, other);
    }
}
