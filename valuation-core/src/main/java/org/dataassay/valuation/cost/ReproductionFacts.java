package org.dataassay.valuation.cost;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link ReproductionCost}.
 *
 * @param lines what was paid, each with the price index of its date, at least one line, no name twice; none where there is a chain
 * @param index price index at the valuation date, for lines that have no series of their own
 * @param developersProfit return of the developer on the cost over the time of building, at least 0
 * @param opportunityRate return that the bound capital would have earned, per year; needs {@link CostLine#yearsBefore}
 * @param depreciation loss by age, instead of physical obsolescence
 * @param obsolescence losses by cause
 * @param chain cost over the development levels, in place of lines
 */
public record ReproductionFacts(
        List<CostLine> lines,
        Optional<Input<Double>> index,
        Optional<Input<Double>> developersProfit,
        Optional<Input<Rate>> opportunityRate,
        Optional<Depreciation> depreciation,
        List<Obsolescence> obsolescence,
        Optional<CostChain> chain) {

    public ReproductionFacts {
        lines = List.copyOf(lines);
        obsolescence = List.copyOf(obsolescence);
        var check = new Check();
        CostTree.check(check, lines, chain, index, opportunityRate);
        developersProfit.ifPresent(profit -> check.range(
                "developersProfit", profit.value(), 0, 10, "Give it as a decimal share of cost: 0.15 is 15 %."));
        if (depreciation.isPresent()
                && obsolescence.stream().anyMatch(loss -> loss.kind() == Obsolescence.Kind.PHYSICAL))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "obsolescence",
                    "physical obsolescence is what the depreciation curve measures",
                    "State the loss by age once."));
        Losses.check(check, obsolescence);
        check.done();
    }

    /** Starts from what was paid. */
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
        private Optional<Depreciation> depreciation = Optional.empty();
        private List<Obsolescence> obsolescence = List.of();
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

        public Builder depreciation(Depreciation curve) {
            depreciation = Optional.of(curve);
            return this;
        }

        public Builder obsolescence(Obsolescence... losses) {
            obsolescence = List.of(losses);
            return this;
        }

        public ReproductionFacts build() {
            return new ReproductionFacts(
                    lines, index, developersProfit, opportunityRate, depreciation, obsolescence, chain);
        }
    }
}
