package org.dataassay.valuation.income;

import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * Facts of {@link MultiPeriodExcessEarnings}.
 *
 * @param revenueStream name of the stream that is valued; what is left of one stream belongs to one asset, so an appraisal takes each name once
 * @param earnings of the business on this stream
 * @param contributoryAssets what helps to earn them
 * @param terms on which the excess earnings become a value
 */
public record ExcessEarningsFacts(
        String revenueStream, Earnings earnings, List<ContributoryAsset> contributoryAssets, IncomeTerms terms)
        implements IncomeFacts<ExcessEarningsFacts> {

    public ExcessEarningsFacts {
        contributoryAssets = List.copyOf(contributoryAssets);
        var check = new Check()
                .that(
                        !revenueStream.isBlank(),
                        "revenueStream",
                        "stated",
                        "blank",
                        "Name the stream: one stream is valued once.");
        terms.checkForecast(check, "earnings", earnings.size());
        ContributoryAsset.check(check, contributoryAssets, earnings.size(), earnings instanceof Earnings.OfRevenue);
        check.done();
    }

    @Override
    public ExcessEarningsFacts withTerms(IncomeTerms other) {
        return new ExcessEarningsFacts(revenueStream, earnings, contributoryAssets, other);
    }
}
