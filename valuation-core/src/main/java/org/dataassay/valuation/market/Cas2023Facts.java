package org.dataassay.valuation.market;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link Cas2023}.
 *
 * @param subDataSets at least one, no name twice; one for the whole where it has no parts
 * @param coefficients the five columns of {@link GridProfile.Standard#CAS_2023} in their order, each with a value per part
 */
public record Cas2023Facts(List<SubDataSet> subDataSets, List<Adjustment> coefficients) {

    private static final int MOST = 1000;

    public Cas2023Facts {
        subDataSets = List.copyOf(subDataSets);
        coefficients = List.copyOf(coefficients);
        int n = subDataSets.size();
        var check = new Check()
                .that(
                        n >= 1 && n <= MOST,
                        "subDataSets",
                        "1 to " + MOST,
                        n,
                        "Give one part for the whole, or a part for each comparable.");
        var names = new HashSet<String>();
        for (int i = 0; i < n; i++) {
            if (!names.add(subDataSets.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "subDataSets[" + i + "].name",
                        subDataSets.get(i).name(),
                        "Name each once."));
        }
        AdjustmentGrid.check(check, "coefficients", coefficients, n, "part");
        check.done();
        GridProfile.Standard.CAS_2023.require("coefficients", coefficients);
    }
}
