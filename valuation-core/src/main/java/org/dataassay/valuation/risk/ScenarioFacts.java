package org.dataassay.valuation.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Setting;

/**
 * Facts of {@link RiskScenario}.
 *
 * @param sheet the calculation, and figures to look at beside its result
 * @param scenarios 1 to {@value #MOST}; all with weights that sum to 1 within 1e-9, or none with a weight
 */
public record ScenarioFacts(StoredSheet sheet, List<Scenario> scenarios) {

    public static final int MOST = 100;

    private static final double SUM_TOLERANCE = 1e-9;

    /**
     * One way that things may go.
     *
     * @param name of it
     * @param weight in [0, 1]; a judgement, with its source
     * @param settings of inputs; the others stay at their base values
     */
    public record Scenario(String name, Optional<Input<Double>> weight, List<Setting> settings) {

        public Scenario {
            settings = List.copyOf(settings);
            var check = new Check().that(!name.isBlank(), "name", "stated", "blank", "Name the scenario.");
            weight.ifPresent(w -> {
                check.share("weight", w.value());
                if (w.distribution().isPresent())
                    check.add(Problem.of(
                            ValuationError.MISMATCH,
                            "weight",
                            "drawn alone it would no longer sum to 1 with the others",
                            "Put the uncertainty into the scenarios."));
            });
            check.done();
        }

        public static Scenario of(String name, Setting... settings) {
            return new Scenario(name, Optional.empty(), List.of(settings));
        }

        public Scenario weighted(Input<Double> share) {
            return new Scenario(name, Optional.of(share), settings);
        }
    }

    public ScenarioFacts {
        scenarios = List.copyOf(scenarios);
        var check = new Check()
                .that(
                        !scenarios.isEmpty() && scenarios.size() <= MOST,
                        "scenarios",
                        "1 to " + MOST,
                        scenarios.size(),
                        "State the scenarios; the base is shown beside them.");
        var names = new HashSet<String>();
        double sum = 0;
        int weighted = 0;
        for (int i = 0; i < scenarios.size(); i++) {
            var scenario = scenarios.get(i);
            if (!names.add(scenario.name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "scenarios[" + i + "].name",
                        scenario.name(),
                        "Name each scenario once."));
            if (scenario.weight().isPresent()) {
                weighted++;
                sum += scenario.weight().get().value();
            }
        }
        if (weighted > 0 && weighted < scenarios.size())
            for (int i = 0; i < scenarios.size(); i++)
                if (scenarios.get(i).weight().isEmpty())
                    check.add(Problem.of(
                            ValuationError.MISSING,
                            "scenarios[" + i + "].weight",
                            "Weigh all scenarios or none; 0 shows one without counting it."));
        if (weighted > 0 && weighted == scenarios.size())
            check.that(
                    Math.abs(sum - 1) <= SUM_TOLERANCE,
                    "scenarios",
                    "of weights that sum to 1",
                    sum,
                    "Weights are not rescaled silently.");
        check.done();
    }

    boolean isWeighted() {
        return scenarios.get(0).weight().isPresent();
    }
}
