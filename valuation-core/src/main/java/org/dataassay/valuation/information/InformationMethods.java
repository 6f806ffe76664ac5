package org.dataassay.valuation.information;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of the value of information. */
public final class InformationMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(Evpi.ID, DecisionTable.class, Evpi.Options.STANDARD, Evpi::new),
                MethodProvider.of(Evppi.ID, PartialFacts.class, Evppi.Options.STANDARD, Evppi::new),
                MethodProvider.of(Evsi.ID, StudyFacts.class, Evsi.Options.STANDARD, Evsi::new),
                MethodProvider.of(Infonomics.ID, InfonomicsFacts.class, Infonomics.Options.STANDARD, Infonomics::new));
    }
}
