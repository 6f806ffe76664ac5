package org.dataassay.valuation.income;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of the income approach. */
public final class IncomeMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        IncomeShare.ID, IncomeShareFacts.class, IncomeShare.Options.STANDARD, IncomeShare::new),
                MethodProvider.of(
                        MultiPeriodExcessEarnings.ID,
                        ExcessEarningsFacts.class,
                        MultiPeriodExcessEarnings.Options.STANDARD,
                        MultiPeriodExcessEarnings::new),
                MethodProvider.of(
                        SinglePeriodExcessEarnings.ID,
                        SinglePeriodFacts.class,
                        SinglePeriodExcessEarnings.Options.STANDARD,
                        SinglePeriodExcessEarnings::new),
                MethodProvider.of(
                        CapitalizedExcessEarnings.ID,
                        NormalEarningsFacts.class,
                        CapitalizedExcessEarnings.Options.STANDARD,
                        CapitalizedExcessEarnings::new),
                MethodProvider.of(
                        ReliefFromRoyalty.ID,
                        RoyaltyFacts.class,
                        ReliefFromRoyalty.Options.STANDARD,
                        ReliefFromRoyalty::new),
                MethodProvider.of(
                        DirectIncome.ID, DirectIncomeFacts.class, DirectIncome.Options.STANDARD, DirectIncome::new),
                MethodProvider.of(
                        WithAndWithout.ID,
                        WithAndWithoutFacts.class,
                        WithAndWithout.Options.STANDARD,
                        WithAndWithout::new),
                MethodProvider.of(
                        PremiumProfit.ID, PremiumProfitFacts.class, PremiumProfit.Options.STANDARD, PremiumProfit::new),
                MethodProvider.of(CostSaving.ID, CostSavingFacts.class, CostSaving.Options.STANDARD, CostSaving::new),
                MethodProvider.of(
                        Distributor.ID, DistributorFacts.class, Distributor.Options.STANDARD, Distributor::new),
                MethodProvider.of(Greenfield.ID, GreenfieldFacts.class, Greenfield.Options.STANDARD, Greenfield::new),
                MethodProvider.of(
                        HypotheticalDevelopment.ID,
                        DevelopmentFacts.class,
                        HypotheticalDevelopment.Options.STANDARD,
                        HypotheticalDevelopment::new));
    }
}
