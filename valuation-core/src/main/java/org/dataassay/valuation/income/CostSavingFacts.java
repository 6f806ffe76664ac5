package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link CostSaving}.
 *
 * @param drivers which costs fall, no name twice
 * @param costs of keeping the gain, such as upkeep of the data, before tax; none where the gains are net of them
 * @param terms on which the gain becomes a value
 */
public record CostSavingFacts(List<CostDriver> drivers, Optional<InputRow<Money>> costs, IncomeTerms terms)
        implements IncomeFacts<CostSavingFacts> {

    public CostSavingFacts {
        drivers = List.copyOf(drivers);
        var check = new Check();
        GainDriver.check(check, drivers, costs, terms);
        check.done();
    }

    /** Gains that cost nothing to keep. */
    public static CostSavingFacts of(List<CostDriver> drivers, IncomeTerms terms) {
        return new CostSavingFacts(drivers, Optional.empty(), terms);
    }

    public CostSavingFacts withCosts(InputRow<Money> row) {
        return new CostSavingFacts(drivers, Optional.of(row), terms);
    }

    @Override
    public CostSavingFacts withTerms(IncomeTerms other) {
        return new CostSavingFacts(drivers, costs, other);
    }
}
