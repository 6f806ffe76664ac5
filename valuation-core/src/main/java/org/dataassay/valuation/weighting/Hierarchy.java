package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;

/**
 * A hierarchy on a sheet: the weights of each comparison, multiplied down to what is weighted in the end.
 *
 * @param weight of what nothing stands below
 * @param ratio consistency ratio of the whole
 */
record Hierarchy(Row weight, Cell ratio) {

    /** Section of the weights that elements have in the whole. */
    static final String GLOBAL = "global";

    /**
     * Writes it.
     *
     * @param local weights and consistency of each comparison, in order
     */
    static Hierarchy write(Sheet sheet, AhpFacts facts, List<Priorities> local, Ahp.TotalConsistency total) {
        var global = new LinkedHashMap<String, Cell>();
        for (int c = 0; c < local.size(); c++) {
            var comparison = facts.comparisons().get(c);
            var above = Optional.<Cell>empty();
            if (!comparison.under().equals(facts.goal())) {
                var name = comparison.under();
                var cell = global.get(name);
                above = Optional.of(sheet.section(GLOBAL).let(name, Objects.requireNonNull(cell)));
                global.put(name, above.get());
            }
            for (int i = 0; i < comparison.elements().size(); i++) {
                var own = local.get(c).weight().at(i);
                var part = above.map(cell -> cell.times(own)).orElse(own);
                global.merge(comparison.elements().get(i), part, Cell::plus);
            }
        }
        var leaves = facts.leaves();
        var weight = sheet.let(
                "weight",
                Row.of(
                        sheet.axis("weighted", leaves),
                        leaves.stream()
                                .map(global::get)
                                .map(Objects::requireNonNull)
                                .toList()));
        return new Hierarchy(weight, sheet.let("consistencyRatio", total(facts, local, global, total)));
    }

    private static Cell total(
            AhpFacts facts, List<Priorities> local, Map<String, Cell> global, Ahp.TotalConsistency total) {
        var deepest = facts.deepest();
        var counted = new ArrayList<Integer>();
        for (int c = 0; c < local.size(); c++) {
            boolean counts = total != Ahp.TotalConsistency.DEEPEST_LEVEL
                    || deepest.contains(facts.comparisons().get(c));
            if (counts && local.get(c).index().isPresent()) counted.add(c);
        }
        if (counted.isEmpty()) return Cell.ZERO;
        if (total == Ahp.TotalConsistency.GREATEST || counted.size() == 1 && local.size() == 1)
            return counted.stream()
                    .map(c -> local.get(c).ratio())
                    .reduce(Cell::max)
                    .orElseThrow();
        var indices = new ArrayList<Cell>();
        var randoms = new ArrayList<Cell>();
        for (int c : counted) {
            var one = local.get(c);
            var above =
                    Optional.ofNullable(global.get(facts.comparisons().get(c).under()));
            var index = one.index().orElseThrow();
            var random = one.randomIndex().orElseThrow();
            indices.add(above.map(index::times).orElse(index));
            randoms.add(above.map(random::times).orElse(random));
        }
        return indices.stream()
                .reduce(Cell::plus)
                .orElseThrow()
                .dividedBy(randoms.stream().reduce(Cell::plus).orElseThrow());
    }
}
