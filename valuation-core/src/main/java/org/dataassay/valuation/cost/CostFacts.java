package org.dataassay.valuation.cost;

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
 * @param lines the cost tree, at least one line, no name twice; none where there is a chain
 * @param index price index at the valuation date; needed where a line has an index
 * @param developersProfit return of the developer on the cost over the time of building, at least 0
 * @param opportunityRate return that the bound capital would have earned, per year; needs {@link CostLine#yearsBefore}
 * @param multiplier the multiplier form; instead of developer's profit
 * @param obsolescence losses against new
 * @param valueAdjustment δ
 * @param chain cost over the development levels, in place of lines; not in the multiplier form
 */
public record CostFacts(
        List<CostLine> lines,
        Optional<Input<Double>> index,
        Optional<Input<Double>> developersProfit,
        Optional<Input<Rate>> opportunityRate,
        Optional<MultiplierForm> multiplier,
        List<Obsolescence> obsolescence,
        Optional<ValueAdjustment> valueAdjustment,
        Optional<CostChain> chain) {

    public CostFacts {
        lines = List.copyOf(lines);
        obsolescence = List.copyOf(obsolescence);
        var check = new Check();
        CostTree.check(check, lines, chain, index, opportunityRate);
        developersProfit.ifPresent(profit -> check.range(
                "developersProfit", profit.value(), 0, 10, "Give it as a decimal share of cost: 0.15 is 15 %."));
        if (multiplier.isPresent() && developersProfit.isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "developersProfit",
                    "the multiplier form has its return on cost already",
                    "State the profit once."));
        if (multiplier.isPresent() && chain.isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "multiplier",
                    "it sets living labor apart, which a chain adds up",
                    "Give lines, or the developer's profit."));
        Losses.check(check, obsolescence);
        check.done();
    }

    /** Starts from the cost tree. */
    public static Builder builder(List<CostLine> lines) {
        return new Builder(lines);
    }

    /** Starts from a chain of development levels. */
    public static Builder builder(CostChain chain) {
        var builder = new Builder(List.of());
        builder.chain = Optional.of(chain);
        return builder;
    }

    /** The lines, or those of every level. */
    List<CostLine> allLines() {
        return chain.map(CostChain::lines).orElse(lines);
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
        private Optional<CostChain> chain = Optional.empty();

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
                    lines, index, developersProfit, opportunityRate, multiplier, obsolescence, valueAdjustment, chain);
        }
    }
}
