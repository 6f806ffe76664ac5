package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of weights and of synthesis. */
public final class WeightingMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(Ahp.ID, AhpFacts.class, Ahp.Options.STANDARD, Ahp::new),
                MethodProvider.of(Delphi.ID, DelphiFacts.class, Delphi.Options.STANDARD, Delphi::new),
                MethodProvider.of(
                        Combination.ID, CombinationFacts.class, Combination.Options.STANDARD, Combination::new));
    }
}
