package org.dataassay.valuation.market;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link ComparableTransactions}.
 *
 * @param quantity of the subject in the items that prices are per, above 0
 * @param comparables at least one, all per the same item, no name twice
 * @param adjustments columns of the grid in the order in which they act
 * @param judgedWeights one per comparable, summing to 1; only for judged weighting
 */
public record MarketFacts(
        Input<Double> quantity,
        List<MarketEvidence> comparables,
        List<Adjustment> adjustments,
        List<Input<Double>> judgedWeights) {

    private static final int MOST = 1000;

    public MarketFacts {
        comparables = List.copyOf(comparables);
        adjustments = List.copyOf(adjustments);
        judgedWeights = List.copyOf(judgedWeights);
        int n = comparables.size();
        var check = new Check()
                .that(
                        quantity.value() > 0,
                        "quantity",
                        "above 0",
                        quantity.value(),
                        "Give the subject's quantity in the items that prices are per.")
                .that(
                        n >= 1 && n <= MOST,
                        "comparables",
                        "1 to " + MOST,
                        n,
                        "Without comparables the market approach does not apply; say so in the reconciliation.");
        var names = new HashSet<String>();
        for (int i = 0; i < n; i++) {
            var comparable = comparables.get(i);
            if (!names.add(comparable.name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "comparables[" + i + "].name", comparable.name(), "Name each once."));
            check.that(
                    comparable
                            .price()
                            .value()
                            .item()
                            .equals(comparables.get(0).price().value().item()),
                    "comparables[" + i + "].price",
                    "per " + comparables.get(0).price().value().item(),
                    "per " + comparable.price().value().item(),
                    "Normalize all prices to one item.");
        }
        AdjustmentGrid.check(check, "adjustments", adjustments, n, "comparable");
        check.done();
    }

    public static MarketFacts of(
            Input<Double> quantity, List<MarketEvidence> comparables, List<Adjustment> adjustments) {
        return new MarketFacts(quantity, comparables, adjustments, List.of());
    }
}
