package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link ReliefFromRoyalty}.
 *
 * @param revenue of the royalty's base in each period, at least 0; for the capitalized form one normal year
 * @param royalty rate, base and who bears upkeep
 * @param upkeep the owner's cost of keeping the asset up in each period, before tax; none where the licensee bears it
 * @param operatingMargin profit share of the base, to cross-check the royalty against
 * @param terms on which the savings become a value
 */
public record RoyaltyFacts(
        InputRow<Money> revenue,
        Royalty royalty,
        Optional<InputRow<Money>> upkeep,
        Optional<Input<Double>> operatingMargin,
        IncomeTerms terms)
        implements IncomeFacts<RoyaltyFacts> {

    public RoyaltyFacts {
        int n = revenue.size();
        var check = new Check();
        terms.checkForecast(check, "revenue", n);
        for (int t = 0; t < n; t++) {
            var amount = revenue.values().get(t);
            check.that(
                    amount.amount().signum() >= 0,
                    "revenue[" + t + "]",
                    "at least 0",
                    amount,
                    "A royalty on a loss is not negative; use 0.");
        }
        upkeep.ifPresent(row -> check.that(
                row.size() == n,
                "upkeep",
                "one for each of the " + n + " periods",
                row.size(),
                "Give a value for each period."));
        if (upkeep.isPresent() && royalty.upkeep() == Royalty.UpkeepBearer.LICENSEE)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "upkeep",
                    "the royalty's licensee bears it already",
                    "Leave it out, or state that the owner bears it."));
        operatingMargin.ifPresent(margin -> check.share("operatingMargin", margin.value()));
        check.done();
    }

    /** A royalty forecast without upkeep. */
    public static RoyaltyFacts of(InputRow<Money> revenue, Royalty royalty, IncomeTerms terms) {
        return new RoyaltyFacts(revenue, royalty, Optional.empty(), Optional.empty(), terms);
    }

    public RoyaltyFacts withUpkeep(InputRow<Money> row) {
        return new RoyaltyFacts(revenue, royalty, Optional.of(row), operatingMargin, terms);
    }

    public RoyaltyFacts withOperatingMargin(Input<Double> margin) {
        return new RoyaltyFacts(revenue, royalty, upkeep, Optional.of(margin), terms);
    }

    @Override
    public RoyaltyFacts withTerms(IncomeTerms other) {
        return new RoyaltyFacts(revenue, royalty, upkeep, operatingMargin, other);
    }
}
