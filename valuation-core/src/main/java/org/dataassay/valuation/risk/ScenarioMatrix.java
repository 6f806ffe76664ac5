package org.dataassay.valuation.risk;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What figures come to in each scenario.
 *
 * @param method id of the method
 * @param figures the sheet's result, then those asked for
 * @param base their numbers on the sheet as it stands
 * @param scenarios their numbers in each scenario
 * @param summaries over the scenarios, one per figure
 * @param worksheet the sheet as it stands
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record ScenarioMatrix(
        MethodId method,
        List<String> figures,
        List<Double> base,
        List<Line> scenarios,
        List<Summary> summaries,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * One scenario.
     *
     * @param name of it
     * @param weight where scenarios are weighted
     * @param values of the figures, in their order
     */
    public record Line(String name, OptionalDouble weight, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /**
     * One figure over the scenarios.
     *
     * @param figure its name
     * @param mean Σ w · v; empty without weights
     * @param deviation √(Σ w · (v − mean)²); empty without weights
     * @param low the least value
     * @param lowScenario where it is; the first of several
     * @param high the greatest value
     * @param highScenario where it is; the first of several
     */
    public record Summary(
            String figure,
            OptionalDouble mean,
            OptionalDouble deviation,
            double low,
            String lowScenario,
            double high,
            String highScenario) {}

    public ScenarioMatrix {
        figures = List.copyOf(figures);
        base = List.copyOf(base);
        scenarios = List.copyOf(scenarios);
        summaries = List.copyOf(summaries);
        notes = List.copyOf(notes);
    }
}
