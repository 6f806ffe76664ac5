package org.dataassay.valuation.market;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of the market approach. */
public final class MarketMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        ComparableTransactions.ID,
                        MarketFacts.class,
                        ComparableTransactions.Options.STANDARD,
                        ComparableTransactions::new),
                MethodProvider.of(Cas2023.ID, Cas2023Facts.class, Cas2023.Options.STANDARD, Cas2023::new),
                MethodProvider.of(Multiples.ID, MultiplesFacts.class, Multiples.Options.STANDARD, Multiples::new),
                MethodProvider.of(
                        HedonicRegression.ID,
                        ListingFacts.class,
                        HedonicRegression.Options.STANDARD,
                        HedonicRegression::new),
                MethodProvider.of(
                        NearestComparables.ID,
                        ListingFacts.class,
                        NearestComparables.Options.STANDARD,
                        NearestComparables::new),
                MethodProvider.of(RatioStudy.ID, RatioStudyFacts.class, RatioStudy.Options.STANDARD, RatioStudy::new));
    }
}
