package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link ReliefFromRoyalty}.
 *
 * @param periods names of the forecast's years, such as 2026; empty for 1 … n
 * @param revenue of the royalty's base in each period, at least 0; for the capitalized form one normal year
 * @param royalty rate, base and who bears upkeep
 * @param upkeep the owner's cost of keeping the asset up in each period, before tax; none where the licensee bears it
 * @param taxRate τ in [0, 1)
 * @param discountRate per year, of the same tax and price basis as the flows
 * @param remainingUsefulLife in years, above 0, not beyond the forecast; empty where the forecast is the life
 * @param decay survival of the benefit over the periods
 * @param terminalValue only for a maintained stream
 * @param taxAmortization schedule; empty where the price cannot be amortized for tax
 * @param operatingMargin profit share of the base, to cross-check the royalty against
 * @param replicationCap where anyone can make the asset from what is freely available
 */
public record RoyaltyFacts(
        List<String> periods,
        InputRow<Money> revenue,
        Royalty royalty,
        Optional<InputRow<Money>> upkeep,
        Input<Double> taxRate,
        Input<Rate> discountRate,
        Optional<Input<Double>> remainingUsefulLife,
        Optional<Decay> decay,
        Optional<TerminalValue> terminalValue,
        Optional<TaxAmortizationBenefit> taxAmortization,
        Optional<Input<Double>> operatingMargin,
        Optional<ReplicationCap> replicationCap)
        implements SubstitutableFacts<RoyaltyFacts> {

    private static final int LONGEST = 100;

    public RoyaltyFacts {
        int n = revenue.size();
        periods = periods.isEmpty()
                ? IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList()
                : List.copyOf(periods);
        var check = new Check()
                .that(
                        n >= 1 && n <= LONGEST,
                        "revenue",
                        "1 to " + LONGEST + " periods long",
                        n,
                        "Forecast the periods in which the asset serves.")
                .that(
                        periods.size() == n,
                        "periods",
                        "one for each of the " + n + " values of revenue",
                        periods.size(),
                        "Name each period.")
                .share("taxRate", taxRate.value())
                .that(taxRate.value() < 1, "taxRate", "below 1", taxRate.value(), "Give the rate as a decimal.");
        for (int t = 0; t < n; t++) {
            var amount = revenue.values().get(t);
            check.that(
                    amount.amount().signum() >= 0,
                    "revenue[" + t + "]",
                    "at least 0",
                    amount,
                    "A royalty on a loss is not negative; use 0.");
        }
        upkeep.ifPresent(row -> check.that(
                row.size() == n,
                "upkeep",
                "one for each of the " + n + " periods",
                row.size(),
                "Give a value for each period."));
        if (upkeep.isPresent() && royalty.upkeep() == Royalty.UpkeepBearer.LICENSEE)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "upkeep",
                    "the royalty's licensee bears it already",
                    "Leave it out, or state that the owner bears it."));
        remainingUsefulLife.ifPresent(life -> check.that(
                life.value() > 0 && life.value() <= LONGEST,
                "remainingUsefulLife",
                "above 0 and at most " + LONGEST + " years",
                life.value(),
                "Give the remaining useful life in years from the valuation date."));
        operatingMargin.ifPresent(margin -> check.share("operatingMargin", margin.value()));
        check.done();
    }

    @Override
    public RoyaltyFacts withReplicationCap(ReplicationCap cap) {
        return new RoyaltyFacts(
                periods,
                revenue,
                royalty,
                upkeep,
                taxRate,
                discountRate,
                remainingUsefulLife,
                decay,
                terminalValue,
                taxAmortization,
                operatingMargin,
                Optional.of(cap));
    }

    /** Starts from what every royalty forecast needs. */
    public static Builder builder(
            InputRow<Money> revenue, Royalty royalty, Input<Double> taxRate, Input<Rate> discountRate) {
        return new Builder(revenue, royalty, taxRate, discountRate);
    }

    /** Adds the optional parts. Not thread-safe. */
    public static final class Builder {
        private final InputRow<Money> revenue;
        private final Royalty royalty;
        private final Input<Double> taxRate;
        private final Input<Rate> discountRate;
        private List<String> periods = List.of();
        private Optional<InputRow<Money>> upkeep = Optional.empty();
        private Optional<Input<Double>> remainingUsefulLife = Optional.empty();
        private Optional<Decay> decay = Optional.empty();
        private Optional<TerminalValue> terminalValue = Optional.empty();
        private Optional<TaxAmortizationBenefit> taxAmortization = Optional.empty();
        private Optional<Input<Double>> operatingMargin = Optional.empty();
        private Optional<ReplicationCap> replicationCap = Optional.empty();

        private Builder(InputRow<Money> revenue, Royalty royalty, Input<Double> taxRate, Input<Rate> discountRate) {
            this.revenue = revenue;
            this.royalty = royalty;
            this.taxRate = taxRate;
            this.discountRate = discountRate;
        }

        public Builder periods(List<String> names) {
            periods = names;
            return this;
        }

        public Builder upkeep(InputRow<Money> row) {
            upkeep = Optional.of(row);
            return this;
        }

        public Builder remainingUsefulLife(Input<Double> years) {
            remainingUsefulLife = Optional.of(years);
            return this;
        }

        public Builder decay(Decay curve) {
            decay = Optional.of(curve);
            return this;
        }

        public Builder terminalValue(TerminalValue value) {
            terminalValue = Optional.of(value);
            return this;
        }

        public Builder taxAmortization(TaxAmortizationBenefit schedule) {
            taxAmortization = Optional.of(schedule);
            return this;
        }

        public Builder operatingMargin(Input<Double> margin) {
            operatingMargin = Optional.of(margin);
            return this;
        }

        public Builder replicationCap(ReplicationCap cap) {
            replicationCap = Optional.of(cap);
            return this;
        }

        public RoyaltyFacts build() {
            return new RoyaltyFacts(
                    periods,
                    revenue,
                    royalty,
                    upkeep,
                    taxRate,
                    discountRate,
                    remainingUsefulLife,
                    decay,
                    terminalValue,
                    taxAmortization,
                    operatingMargin,
                    replicationCap);
        }
    }
}
