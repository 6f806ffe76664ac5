package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link PremiumProfit}.
 *
 * @param drivers what makes price or volume rise, no name twice
 * @param costs of keeping the gain, such as upkeep of the data, before tax; none where the gains are net of them
 * @param terms on which the gain becomes a value
 */
public record PremiumProfitFacts(List<PremiumDriver> drivers, Optional<InputRow<Money>> costs, IncomeTerms terms)
        implements IncomeFacts<PremiumProfitFacts> {

    public PremiumProfitFacts {
        drivers = List.copyOf(drivers);
        var check = new Check();
        GainDriver.check(check, drivers, costs, terms);
        check.done();
    }

    /** Gains that cost nothing to keep. */
    public static PremiumProfitFacts of(List<PremiumDriver> drivers, IncomeTerms terms) {
        return new PremiumProfitFacts(drivers, Optional.empty(), terms);
    }

    public PremiumProfitFacts withCosts(InputRow<Money> row) {
        return new PremiumProfitFacts(drivers, Optional.of(row), terms);
    }

    @Override
    public PremiumProfitFacts withTerms(IncomeTerms other) {
        return new PremiumProfitFacts(drivers, costs, other);
    }
}
