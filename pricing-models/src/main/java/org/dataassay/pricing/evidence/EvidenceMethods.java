package org.dataassay.pricing.evidence;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** The methods of this family. */
public final class EvidenceMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(MethodProvider.of(
                ReferenceBand.ID, BandFacts.class, ReferenceBand.Options.STANDARD, ReferenceBand::new));
    }
}
