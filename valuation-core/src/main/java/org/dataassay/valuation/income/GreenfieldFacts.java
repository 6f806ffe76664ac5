package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.life.Ramp;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link Greenfield}.
 *
 * @param business at its full level, with the investment in everything but the asset
 * @param ramp to the full level; none where it is there from the first day
 * @param startUpCosts beyond the fixed costs of the business, such as hiring and entering the market, before tax
 * @param initialInvestment at the valuation date
 * @param terms on which the business becomes a value
 */
public record GreenfieldFacts(
        BusinessCase business,
        Optional<Ramp> ramp,
        Optional<InputRow<Money>> startUpCosts,
        Optional<Input<Money>> initialInvestment,
        IncomeTerms terms)
        implements IncomeFacts<GreenfieldFacts> {

    public GreenfieldFacts {
        int n = business.periods();
        var check = new Check();
        terms.checkForecast(check, "business", n);
        startUpCosts.ifPresent(row -> {
            PeriodRows.length(check, "startUpCosts", row, n);
            PeriodRows.amounts(check, "startUpCosts", row, "State costs without a sign.");
        });
        initialInvestment.ifPresent(amount -> check.that(
                amount.value().amount().signum() >= 0,
                "initialInvestment",
                "at least 0",
                amount.value(),
                "State investment without a sign."));
        check.done();
    }

    /** A business at its full level from the first day. */
    public static GreenfieldFacts of(BusinessCase business, IncomeTerms terms) {
        return new GreenfieldFacts(business, Optional.empty(), Optional.empty(), Optional.empty(), terms);
    }

    public GreenfieldFacts withRamp(Ramp plan) {
        return new GreenfieldFacts(business, Optional.of(plan), startUpCosts, initialInvestment, terms);
    }

    public GreenfieldFacts withStartUpCosts(InputRow<Money> row) {
        return new GreenfieldFacts(business, ramp, Optional.of(row), initialInvestment, terms);
    }

    public GreenfieldFacts withInitialInvestment(Input<Money> amount) {
        return new GreenfieldFacts(business, ramp, startUpCosts, Optional.of(amount), terms);
    }

    @Override
    public GreenfieldFacts withTerms(IncomeTerms other) {
        return new GreenfieldFacts(business, ramp, startUpCosts, initialInvestment, other);
    }
}
