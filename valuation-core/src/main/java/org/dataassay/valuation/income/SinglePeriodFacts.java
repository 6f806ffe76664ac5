package org.dataassay.valuation.income;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link SinglePeriodExcessEarnings}.
 *
 * @param earnings of the year after the valuation date, before interest and tax, freed of what will not come again
 * @param contributoryAssets what helps to earn them; renewed as they wear, so a life is only needed where the charge holds the return of value
 * @param capitalizationRate by which the excess is divided, above 0, of the tax basis of the discount rate
 * @param terms tax and discount rate; the discount rate less the capitalization rate is the growth that the appraiser implies
 */
public record SinglePeriodFacts(
        Input<Money> earnings,
        List<ContributoryAsset> contributoryAssets,
        Input<Rate> capitalizationRate,
        IncomeTerms terms)
        implements IncomeFacts<SinglePeriodFacts> {

    public SinglePeriodFacts {
        contributoryAssets = List.copyOf(contributoryAssets);
        var rate = capitalizationRate.value();
        var check = new Check()
                .that(
                        rate.decimal() > 0,
                        "capitalizationRate",
                        "above 0",
                        Plain.of(rate.decimal()),
                        "Give the rate by which a year's earnings are capitalized, such as 0.2.");
        if (rate.tax() != terms.discountRate().value().tax())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "capitalizationRate",
                    "it is " + rate.tax() + " but the discount rate is "
                            + terms.discountRate().value().tax(),
                    "Give both on one basis."));
        if (terms.terminalValue().isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "terminalValue",
                    "the capitalization rate holds all that follows",
                    "Leave it out, or use capitalized excess earnings."));
        NormalEarningsFacts.check(check, contributoryAssets, terms);
        check.done();
    }

    @Override
    public SinglePeriodFacts withTerms(IncomeTerms other) {
        return new SinglePeriodFacts(earnings, contributoryAssets, capitalizationRate, other);
    }
}
