package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;

/**
 * One business with the asset and without it; there is no default for either.
 *
 * @param with the asset
 * @param without it: what the same business earns all the same
 * @param rampBack how the business without the asset would come back; none where it would not
 * @param probability that the difference arises, such as that a competitor enters; certain where none is stated
 */
public record Comparison(
        BusinessCase with, BusinessCase without, Optional<RampBack> rampBack, Optional<Input<Double>> probability) {

    public Comparison {
        int n = with.periods();
        var check = new Check()
                .that(
                        without.periods() == n,
                        "without",
                        n + " periods long, as the case with the asset",
                        without.periods(),
                        "Forecast both cases over the same periods.");
        rampBack.flatMap(RampBack::rebuildingCosts)
                .ifPresent(row -> PeriodRows.length(check, "rampBack.rebuildingCosts", row, n));
        probability.ifPresent(p -> check.share("probability", p.value()));
        check.done();
    }

    /** A lasting and certain difference. */
    public static Comparison of(BusinessCase with, BusinessCase without) {
        return new Comparison(with, without, Optional.empty(), Optional.empty());
    }

    public Comparison withRampBack(RampBack back) {
        return new Comparison(with, without, Optional.of(back), probability);
    }

    public Comparison withProbability(Input<Double> share) {
        return new Comparison(with, without, rampBack, Optional.of(share));
    }

    int periods() {
        return with.periods();
    }

    Optional<InputRow<Money>> rebuildingCosts() {
        return rampBack.flatMap(RampBack::rebuildingCosts);
    }
}
