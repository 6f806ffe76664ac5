package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link Distributor}.
 *
 * @param revenue with the customers of today in each period, at least 0
 * @param distributorMargin operating profit of comparable distributors as a share of their revenue, in [0, 1]
 * @param contributoryAssets that a distributor has, such as working capital, a sales force and delivery systems
 * @param businessMargin operating margin of the business itself, to cross-check the distributor's against
 * @param terms on which the excess becomes a value; the decay is the loss of customers
 */
public record DistributorFacts(
        InputRow<Money> revenue,
        Input<Double> distributorMargin,
        List<ContributoryAsset> contributoryAssets,
        Optional<Input<Double>> businessMargin,
        IncomeTerms terms)
        implements IncomeFacts<DistributorFacts> {

    public DistributorFacts {
        contributoryAssets = List.copyOf(contributoryAssets);
        var check = new Check();
        terms.checkForecast(check, "revenue", revenue.size());
        PeriodRows.amounts(check, "revenue", revenue, "Give what the customers of today buy.");
        check.share("distributorMargin", distributorMargin.value());
        businessMargin.ifPresent(margin ->
                check.range("businessMargin", margin.value(), -1, 1, "Give the margin as a decimal share of revenue."));
        ContributoryAsset.check(check, contributoryAssets, revenue.size(), true);
        check.done();
    }

    /** Without a margin to check against. */
    public static DistributorFacts of(
            InputRow<Money> revenue,
            Input<Double> distributorMargin,
            List<ContributoryAsset> contributoryAssets,
            IncomeTerms terms) {
        return new DistributorFacts(revenue, distributorMargin, contributoryAssets, Optional.empty(), terms);
    }

    public DistributorFacts withBusinessMargin(Input<Double> margin) {
        return new DistributorFacts(revenue, distributorMargin, contributoryAssets, Optional.of(margin), terms);
    }

    @Override
    public DistributorFacts withTerms(IncomeTerms other) {
        return new DistributorFacts(revenue, distributorMargin, contributoryAssets, businessMargin, other);
    }
}
