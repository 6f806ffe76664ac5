package org.dataassay.valuation.cost;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of the cost approach. */
public final class CostMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        ComputeEnergy.ID, ComputeEnergyFacts.class, ComputeEnergy.Options.STANDARD, ComputeEnergy::new),
                MethodProvider.of(SumOfCosts.ID, SumOfCostsFacts.class, SumOfCosts.Options.STANDARD, SumOfCosts::new),
                MethodProvider.of(
                        ExpertGuidance9.ID,
                        ExpertGuidance9Facts.class,
                        ExpertGuidance9.Options.STANDARD,
                        ExpertGuidance9::new),
                MethodProvider.of(
                        Cas2023Cost.ID, Cas2023CostFacts.class, Cas2023Cost.Options.STANDARD, Cas2023Cost::new),
                MethodProvider.of(
                        ReplacementCost.ID, CostFacts.class, ReplacementCost.Options.STANDARD, ReplacementCost::new),
                MethodProvider.of(
                        ReproductionCost.ID,
                        ReproductionFacts.class,
                        ReproductionCost.Options.STANDARD,
                        ReproductionCost::new));
    }
}
