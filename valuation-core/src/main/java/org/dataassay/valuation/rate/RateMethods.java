package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of rates. */
public final class RateMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(Irr.ID, PeriodicFlows.class, Irr.Options.STANDARD, Irr::new),
                MethodProvider.of(Xirr.ID, DatedFlows.class, Xirr.Options.STANDARD, Xirr::new),
                MethodProvider.of(Mirr.ID, ModifiedFlows.class, Mirr.Options.STANDARD, Mirr::new),
                MethodProvider.of(Npv.ID, PresentValueFacts.class, Npv.Options.STANDARD, Npv::new));
    }
}
