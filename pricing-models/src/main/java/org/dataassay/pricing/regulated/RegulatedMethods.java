package org.dataassay.pricing.regulated;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** The methods of this family. */
public final class RegulatedMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        PublicDataRevenue.ID,
                        RevenueFacts.class,
                        PublicDataRevenue.Options.STANDARD,
                        PublicDataRevenue::new),
                MethodProvider.of(
                        PublicDataCeiling.ID,
                        CeilingFacts.class,
                        PublicDataCeiling.Options.STANDARD,
                        PublicDataCeiling::new));
    }
}
