package org.dataassay.valuation.cost;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link Cas2023Cost}.
 *
 * @param lines cost of the data in the tree of the guidance, {@link CostLine.Category}; at least one preliminary, direct or indirect line
 * @param index price index at the valuation date; needed where a line has an index
 * @param opportunity 机会成本 as computed; instead of lines that state it
 * @param taxRate 相关税费 as a share; instead of lines that state them
 * @param valueAdjustment δ, the gap between the wanted and the actual state
 * @param suitability why the value depends on cost; the guidance wants it judged before the approach is taken
 */
public record Cas2023CostFacts(
        List<CostLine> lines,
        Optional<Input<Double>> index,
        Optional<Opportunity> opportunity,
        Optional<Input<Double>> taxRate,
        ValueAdjustment valueAdjustment,
        Optional<String> suitability) {

    /** What the money and the effort would have brought elsewhere. */
    public sealed interface Opportunity {

        /**
         * A profit on preliminary, direct and indirect cost.
         *
         * @param share of that cost, at least 0
         */
        record Profit(Input<Double> share) implements Opportunity {
            public Profit {
                new Check()
                        .range("share", share.value(), 0, 10, "Give it as a decimal share of cost: 0.15 is 15 %.")
                        .done();
            }
        }

        /**
         * A return on the capital that each line has bound for {@link CostLine#yearsBefore}.
         *
         * @param rate per year
         */
        record BoundCapital(Input<Rate> rate) implements Opportunity {}
    }

    public Cas2023CostFacts {
        lines = List.copyOf(lines);
        var check = new Check();
        CostTree.check(check, lines, Optional.empty(), index, Optional.empty());
        if (lines.stream().anyMatch(line -> !(line.category() instanceof CostLine.Category)))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "lines",
                    "a category is not of the 2023 guidance",
                    "Use preliminary, direct, indirect, opportunity and taxes."));
        else if (!lines.isEmpty() && CostTree.counted(lines).stream().noneMatch(Cas2023CostFacts::isDevelopment))
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "lines",
                    "State what was spent on the data: preliminary, direct or indirect."));
        if (opportunity.isPresent() && has(lines, CostLine.Category.OPPORTUNITY))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "opportunity",
                    "a line states the opportunity cost already",
                    "State it once."));
        if (opportunity.isPresent()
                && opportunity.get() instanceof Opportunity.BoundCapital
                && lines.stream()
                        .noneMatch(line ->
                                isDevelopment(line) && line.yearsBefore().isPresent()))
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "yearsBefore",
                    "An opportunity rate needs the years over which capital was bound; give them on the lines."));
        if (taxRate.isPresent() && has(lines, CostLine.Category.TAXES))
            check.add(Problem.of(
                    ValuationError.MISMATCH, "taxRate", "a line states the taxes already", "State them once."));
        taxRate.ifPresent(rate -> check.share("taxRate", rate.value()));
        suitability.ifPresent(reason ->
                check.that(!reason.isBlank(), "suitability", "stated", "blank", "Say why the value depends on cost."));
        check.done();
    }

    /** Whether a line is of the cost of making the data, to which opportunity cost and taxes are added. */
    static boolean isDevelopment(CostLine line) {
        return line.category() != CostLine.Category.OPPORTUNITY && line.category() != CostLine.Category.TAXES;
    }

    private static boolean has(List<CostLine> lines, CostLine.Category category) {
        return lines.stream().anyMatch(line -> line.category() == category);
    }

    /** Starts from the cost tree and δ. */
    public static Builder builder(List<CostLine> lines, ValueAdjustment valueAdjustment) {
        return new Builder(lines, valueAdjustment);
    }

    /** Adds the optional parts. Not thread-safe. */
    public static final class Builder {
        private final List<CostLine> lines;
        private final ValueAdjustment valueAdjustment;
        private Optional<Input<Double>> index = Optional.empty();
        private Optional<Opportunity> opportunity = Optional.empty();
        private Optional<Input<Double>> taxRate = Optional.empty();
        private Optional<String> suitability = Optional.empty();

        private Builder(List<CostLine> lines, ValueAdjustment valueAdjustment) {
            this.lines = lines;
            this.valueAdjustment = valueAdjustment;
        }

        public Builder index(Input<Double> level) {
            index = Optional.of(level);
            return this;
        }

        public Builder opportunity(Opportunity forgone) {
            opportunity = Optional.of(forgone);
            return this;
        }

        public Builder taxRate(Input<Double> share) {
            taxRate = Optional.of(share);
            return this;
        }

        public Builder suitability(String reason) {
            suitability = Optional.of(reason);
            return this;
        }

        public Cas2023CostFacts build() {
            return new Cas2023CostFacts(lines, index, opportunity, taxRate, valueAdjustment, suitability);
        }
    }
}
