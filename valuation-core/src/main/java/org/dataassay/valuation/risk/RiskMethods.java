package org.dataassay.valuation.risk;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of risk. */
public final class RiskMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        RiskSimulation.ID, StoredSheet.class, RiskSimulation.Options.STANDARD, RiskSimulation::new),
                MethodProvider.of(
                        RiskSensitivity.ID, StoredSheet.class, RiskSensitivity.Options.STANDARD, RiskSensitivity::new),
                MethodProvider.of(
                        RiskScenario.ID, ScenarioFacts.class, RiskScenario.Options.STANDARD, RiskScenario::new),
                MethodProvider.of(RiskTwoWay.ID, TwoWayFacts.class, RiskTwoWay.Options.STANDARD, RiskTwoWay::new));
    }
}
