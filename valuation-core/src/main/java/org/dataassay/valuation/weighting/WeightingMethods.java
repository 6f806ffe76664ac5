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
                        Combination.ID, CombinationFacts.class, Combination.Options.STANDARD, Combination::new),
                MethodProvider.of(Entropy.ID, DecisionMatrix.class, Entropy.Options.STANDARD, Entropy::new),
                MethodProvider.of(Critic.ID, DecisionMatrix.class, Critic.Options.STANDARD, Critic::new),
                MethodProvider.of(Merec.ID, DecisionMatrix.class, Merec.Options.STANDARD, Merec::new),
                MethodProvider.of(Topsis.ID, WeightedMatrix.class, Topsis.Options.STANDARD, Topsis::new),
                MethodProvider.of(
                        GreyRelational.ID, GreyFacts.class, GreyRelational.Options.STANDARD, GreyRelational::new),
                MethodProvider.of(
                        FuzzyComprehensive.ID,
                        FuzzyFacts.class,
                        FuzzyComprehensive.Options.STANDARD,
                        FuzzyComprehensive::new),
                MethodProvider.of(Dematel.ID, InfluenceFacts.class, Dematel.Options.STANDARD, Dematel::new));
    }
}
