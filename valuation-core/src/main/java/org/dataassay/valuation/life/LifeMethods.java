package org.dataassay.valuation.life;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of lives and decay. */
public final class LifeMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(DecayFit.ID, DecayFitFacts.class, DecayFit.Options.STANDARD, DecayFit::new),
                MethodProvider.of(Attrition.ID, AttritionFacts.class, Attrition.Options.STANDARD, Attrition::new),
                MethodProvider.of(UsefulLife.ID, UsefulLifeFacts.class, UsefulLife.Options.STANDARD, UsefulLife::new));
    }
}
