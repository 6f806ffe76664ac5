package org.dataassay.valuation.cost;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** A coefficient in [0, 1]: stated, or the weighted mean of scores such as pass rates or experts' marks. */
public sealed interface ScoredShare {

    /** How far weights may sum to other than 1. */
    double WEIGHT_TOLERANCE = 1e-9;

    /** Writes its inputs and the figure of that name. */
    Cell write(Sheet sheet, String name);

    /**
     * As found elsewhere.
     *
     * @param share in [0, 1]
     */
    record Stated(Input<Double> share) implements ScoredShare {
        public Stated {
            new Check().share("share", share.value()).done();
        }

        @Override
        public Cell write(Sheet sheet, String name) {
            return sheet.given(name, Unit.SHARE, share);
        }
    }

    /**
     * Σ weight · score.
     *
     * @param items at least one, no name twice, weights that sum to 1
     */
    record Weighted(List<Item> items) implements ScoredShare {

        /**
         * One thing that was scored.
         *
         * @param name of a rule, a risk, an indicator
         * @param weight in [0, 1]
         * @param score in [0, 1]
         */
        public record Item(String name, Input<Double> weight, Input<Double> score) {
            public Item {
                new Check()
                        .that(!name.isBlank(), "name", "named", "''", "Say what was scored.")
                        .share("weight", weight.value())
                        .share("score", score.value())
                        .done();
            }
        }

        private static final int MOST_ITEMS = 200;

        public Weighted {
            items = List.copyOf(items);
            double sum =
                    items.stream().mapToDouble(item -> item.weight().value()).sum();
            var check = new Check()
                    .that(
                            !items.isEmpty() && items.size() <= MOST_ITEMS,
                            "items",
                            "1 to " + MOST_ITEMS,
                            items.size(),
                            "List what was scored.")
                    .that(
                            items.isEmpty() || Math.abs(sum - 1) <= WEIGHT_TOLERANCE,
                            "items",
                            "of weights that sum to 1",
                            sum,
                            "Weights are not rescaled silently; state them as they were agreed.");
            var names = new HashSet<String>();
            for (int i = 0; i < items.size(); i++) {
                if (!names.add(items.get(i).name()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            "items[" + i + "].name",
                            items.get(i).name(),
                            "Score each once."));
            }
            check.done();
        }

        @Override
        public Cell write(Sheet sheet, String name) {
            var axis = sheet.axis(name + "Items", items.stream().map(Item::name).toList());
            var weight = sheet.given(
                    name + "Weight",
                    Unit.SHARE,
                    axis,
                    items.stream().map(Item::weight).toList());
            var score = sheet.given(
                    name + "Score",
                    Unit.SHARE,
                    axis,
                    items.stream().map(Item::score).toList());
            return sheet.let(name, weight.times(score).sum());
        }
    }
}
