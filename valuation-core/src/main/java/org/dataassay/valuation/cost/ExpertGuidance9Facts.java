package org.dataassay.valuation.cost;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link ExpertGuidance9}.
 *
 * @param lines TC in the tree of GB/T 37550, {@link Gbt37550Cost}: construction, operation, management
 * @param index price index at the valuation date; needed where a line has an index
 * @param returnOnCost R, at least 0
 * @param dataQuality α, weighted pass rates over the items of quality
 * @param circulation β
 * @param monopoly l
 * @param realizationRisk r, weighted marks of experts over the risks of management, circulation, development and security
 */
public record ExpertGuidance9Facts(
        List<CostLine> lines,
        Optional<Input<Double>> index,
        Input<Double> returnOnCost,
        ScoredShare dataQuality,
        Circulation circulation,
        Monopoly monopoly,
        ScoredShare realizationRisk) {

    public ExpertGuidance9Facts {
        lines = List.copyOf(lines);
        var check = new Check();
        CostTree.check(check, lines, Optional.empty(), index, Optional.empty());
        if (lines.stream().anyMatch(line -> !(line.category() instanceof Gbt37550Cost)))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "lines",
                    "a category is not of GB/T 37550",
                    "Use its twelve items, from data-planning to outsourced-services."));
        check.range("returnOnCost", returnOnCost.value(), 0, 10, "Give it as a decimal share of cost: 0.15 is 15 %.")
                .done();
    }
}
