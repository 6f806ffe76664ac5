package org.dataassay.pricing.tariff;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** The methods of price plans. */
public final class TariffMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        TariffPricing.ID, TariffFacts.class, TariffPricing.Options.STANDARD, TariffPricing::new),
                MethodProvider.of(Rating.ID, RatingFacts.class, Rating.Options.STANDARD, Rating::new),
                MethodProvider.of(Lint.ID, LintFacts.class, Lint.Options.STANDARD, Lint::new));
    }
}
