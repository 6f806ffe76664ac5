package org.dataassay.valuation.income;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link CapitalizedExcessEarnings}.
 *
 * @param earnings of the year after the valuation date, before interest and tax, freed of what will not come again
 * @param contributoryAssets what helps to earn them; renewed as they wear, so a life is only needed where the charge holds the return of value
 * @param terms tax and discount rate, and the growth as constant-growth terminal value; no decay and no life
 */
public record NormalEarningsFacts(Input<Money> earnings, List<ContributoryAsset> contributoryAssets, IncomeTerms terms)
        implements IncomeFacts<NormalEarningsFacts> {

    public NormalEarningsFacts {
        contributoryAssets = List.copyOf(contributoryAssets);
        var check = new Check();
        check(check, contributoryAssets, terms);
        terms.terminalValue()
                .ifPresent(kind -> check.that(
                        kind instanceof TerminalValue.ConstantGrowth,
                        "terminalValue",
                        "constant-growth",
                        kind.getClass().getSimpleName(),
                        "A capitalized year grows at a constant rate."));
        check.done();
    }

    /** What one normal year demands. */
    static void check(Check check, List<ContributoryAsset> assets, IncomeTerms terms) {
        terms.checkForecast(check, "earnings", 1);
        ContributoryAsset.check(check, assets, 1, false);
        for (int i = 0; i < assets.size(); i++) {
            var asset = assets.get(i);
            if (asset.remainingUsefulLife().isPresent()
                    && ContributoryAsset.returnOf(asset.charge())
                            .filter(ContributoryCharge.ReturnOf.IN_CHARGE::equals)
                            .isEmpty())
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "contributoryAssets[" + i + "].remainingUsefulLife",
                        "a normal year stands for all years, so its charges have no end",
                        "Leave it out, or forecast the periods."));
        }
        if (terms.decay().isPresent() || terms.remainingUsefulLife().isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    terms.decay().isPresent() ? "decay" : "remainingUsefulLife",
                    "a normal year stands for all years",
                    "State a negative growth, or forecast the periods by multi-period excess earnings."));
    }

    @Override
    public NormalEarningsFacts withTerms(IncomeTerms other) {
        return new NormalEarningsFacts(earnings, contributoryAssets, other);
    }
}
