package org.dataassay.valuation.cost;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link ReplacementCost}.
 *
 * @param lines the cost tree, at least one line, no name twice
 * @param index price index at the valuation date; needed where a line has an index
 * @param developersProfit return of the developer on the cost over the time of building, at least 0
 * @param opportunityRate return that the bound capital would have earned, per year; needs {@link CostLine#yearsBefore}
 * @param multiplier the multiplier form; instead of developer's profit
 * @param obsolescence losses against new
 * @param valueAdjustment δ
 */
public record CostFacts(
        List<CostLine> lines,
        Optional<Input<Double>> index,
        Optional<Input<Double>> developersProfit,
        Optional<Input<Rate>> opportunityRate,
        Optional<MultiplierForm> multiplier,
        List<Obsolescence> obsolescence,
        Optional<ValueAdjustment> valueAdjustment) {

    private static final int MOST_LINES = 1000;

    public CostFacts {
        lines = List.copyOf(lines);
        obsolescence = List.copyOf(obsolescence);
        var check = new Check()
                .that(
                        !lines.isEmpty() && lines.size() <= MOST_LINES,
                        "lines",
                        "1 to " + MOST_LINES,
                        lines.size(),
                        "List what the asset costs to make.");
        var names = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (!names.add(lines.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "lines[" + i + "].name",
                        lines.get(i).name(),
                        "Name each line once."));
        }
        boolean indexed = lines.stream().anyMatch(line -> line.index().isPresent());
        if (indexed && index.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "index",
                    "A line has an index of its date; give that of the valuation date."));
        index.ifPresent(i -> check.that(
                i.value() > 0 && i.value() < 1e9,
                "index",
                "above 0",
                i.value(),
                "Give the index level, such as 104.2."));
        developersProfit.ifPresent(profit -> check.range(
                "developersProfit", profit.value(), 0, 10, "Give it as a decimal share of cost: 0.15 is 15 %."));
        if (multiplier.isPresent() && developersProfit.isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "developersProfit",
                    "the multiplier form has its return on cost already",
                    "State the profit once."));
        if (opportunityRate.isPresent()
                && lines.stream().noneMatch(line -> line.yearsBefore().isPresent()))
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "yearsBefore",
                    "An opportunity rate needs the years over which capital was bound; give them on the lines."));
        var kinds = new HashSet<Obsolescence.Kind>();
        for (int i = 0; i < obsolescence.size(); i++) {
            if (!kinds.add(obsolescence.get(i).kind()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "obsolescence[" + i + "].kind",
                        obsolescence.get(i).kind(),
                        "State each kind once."));
        }
        check.done();
    }

    /** Starts from the cost tree. */
    public static Builder builder(List<CostLine> lines) {
        return new Builder(lines);
    }

    /** Adds the optional parts. Not thread-safe. */
    public static final class Builder {
        private final List<CostLine> lines;
        private Optional<Input<Double>> index = Optional.empty();
        private Optional<Input<Double>> developersProfit = Optional.empty();
        private Optional<Input<Rate>> opportunityRate = Optional.empty();
        private Optional<MultiplierForm> multiplier = Optional.empty();
        private List<Obsolescence> obsolescence = List.of();
        private Optional<ValueAdjustment> valueAdjustment = Optional.empty();

        private Builder(List<CostLine> lines) {
            this.lines = lines;
        }

        public Builder index(Input<Double> level) {
            index = Optional.of(level);
            return this;
        }

        public Builder developersProfit(Input<Double> share) {
            developersProfit = Optional.of(share);
            return this;
        }

        public Builder opportunityRate(Input<Rate> rate) {
            opportunityRate = Optional.of(rate);
            return this;
        }

        public Builder multiplier(MultiplierForm form) {
            multiplier = Optional.of(form);
            return this;
        }

        public Builder obsolescence(Obsolescence... losses) {
            obsolescence = List.of(losses);
            return this;
        }

        public Builder valueAdjustment(ValueAdjustment delta) {
            valueAdjustment = Optional.of(delta);
            return this;
        }

        public CostFacts build() {
            return new CostFacts(
                    lines, index, developersProfit, opportunityRate, multiplier, obsolescence, valueAdjustment);
        }
    }
}
