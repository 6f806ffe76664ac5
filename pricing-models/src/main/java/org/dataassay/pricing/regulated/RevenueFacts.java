package org.dataassay.pricing.regulated;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link PublicDataRevenue}. Amounts are those of one year; for a period of several years give their yearly mean.
 *
 * @param yearStart first day of the year
 * @param costs 经营成本, at least one line, no name twice
 * @param assets in use, no name twice; needed where the profit base is assets
 * @param bondYield yield of the ten-year government bond, per year
 * @param spread added to it, as a decimal of the rate: 0.05 is five percentage points; at most {@link PublicDataRevenue#MAXIMUM_SPREAD}
 * @param taxes 税金, which the operator passes on
 * @param prior the year before, if its revenue is known
 * @param actualRevenue what was taken in this year, once it is known
 */
public record RevenueFacts(
        LocalDate yearStart,
        List<CostItem> costs,
        List<AssetItem> assets,
        Input<Rate> bondYield,
        Input<Double> spread,
        List<Tax> taxes,
        Optional<PriorYear> prior,
        Optional<Input<Money>> actualRevenue) {

    /** Most lines of costs, assets or taxes. */
    public static final int MOST_LINES = 1_000;

    /**
     * A tax or surcharge of the year.
     *
     * @param name of the tax
     * @param amount at least 0
     */
    public record Tax(String name, Input<Money> amount) {
        public Tax {
            new Check()
                    .that(!name.isBlank(), "name", "named", "''", "Name the tax.")
                    .that(
                            amount.value().amount().signum() >= 0,
                            "amount",
                            "at least 0",
                            amount.value(),
                            "A refund is the subsidy of a cost line.")
                    .done();
        }
    }

    /**
     * What was permitted and what was taken in the year before.
     *
     * @param permittedRevenue of that year, at least 0
     * @param actualRevenue of that year, at least 0
     * @param carried what earlier years still owe, at least 0; empty for nothing
     */
    public record PriorYear(Input<Money> permittedRevenue, Input<Money> actualRevenue, Optional<Input<Money>> carried) {
        public PriorYear {
            var check = new Check();
            checkAmount(check, "permittedRevenue", permittedRevenue);
            checkAmount(check, "actualRevenue", actualRevenue);
            carried.ifPresent(amount -> checkAmount(check, "carried", amount));
            check.done();
        }

        public static PriorYear of(Input<Money> permittedRevenue, Input<Money> actualRevenue) {
            return new PriorYear(permittedRevenue, actualRevenue, Optional.empty());
        }
    }

    public RevenueFacts {
        costs = List.copyOf(costs);
        assets = List.copyOf(assets);
        taxes = List.copyOf(taxes);
        var check = new Check()
                .that(!costs.isEmpty(), "costs", "at least one line", "none", "Give the operating cost by lines.");
        checkNames(check, "costs", costs.stream().map(CostItem::name).toList());
        checkNames(check, "assets", assets.stream().map(AssetItem::name).toList());
        checkNames(check, "taxes", taxes.stream().map(Tax::name).toList());
        check.range(
                "spread",
                spread.value(),
                0,
                PublicDataRevenue.MAXIMUM_SPREAD,
                PublicDataRevenue.RULE
                        + " allows at most 6 percentage points above the ten-year government bond; give a decimal.");
        check.that(
                bondYield.value().decimal() + spread.value() >= 0,
                "bondYield",
                "such that yield and spread are at least 0",
                bondYield.value(),
                "Give the yield as a decimal per year.");
        actualRevenue.ifPresent(amount -> checkAmount(check, "actualRevenue", amount));
        check.done();
    }

    private static void checkAmount(Check check, String field, Input<Money> amount) {
        check.that(
                amount.value().amount().signum() >= 0,
                field,
                "at least 0",
                amount.value(),
                "Give revenue without value added tax, or with it, but always alike.");
    }

    private static void checkNames(Check check, String field, List<String> names) {
        check.that(
                names.size() <= MOST_LINES,
                field,
                "at most " + MOST_LINES + " lines",
                names.size(),
                "Add up lines of one kind.");
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++)
            if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        field + "[" + i + "].name",
                        "an earlier line has the name",
                        "Name each line once."));
    }

    /** Starts from what every year has. */
    public static Builder builder(
            LocalDate yearStart, List<CostItem> costs, Input<Rate> bondYield, Input<Double> spread) {
        return new Builder(yearStart, costs, bondYield, spread);
    }

    /** Adds the optional parts. Not thread-safe. */
    public static final class Builder {
        private final LocalDate yearStart;
        private final List<CostItem> costs;
        private final Input<Rate> bondYield;
        private final Input<Double> spread;
        private List<AssetItem> assets = List.of();
        private List<Tax> taxes = List.of();
        private Optional<PriorYear> prior = Optional.empty();
        private Optional<Input<Money>> actualRevenue = Optional.empty();

        private Builder(LocalDate yearStart, List<CostItem> costs, Input<Rate> bondYield, Input<Double> spread) {
            this.yearStart = yearStart;
            this.costs = costs;
            this.bondYield = bondYield;
            this.spread = spread;
        }

        public Builder assets(AssetItem... items) {
            assets = List.of(items);
            return this;
        }

        public Builder taxes(Tax... items) {
            taxes = List.of(items);
            return this;
        }

        public Builder prior(PriorYear year) {
            prior = Optional.of(year);
            return this;
        }

        public Builder actualRevenue(Input<Money> amount) {
            actualRevenue = Optional.of(amount);
            return this;
        }

        public RevenueFacts build() {
            return new RevenueFacts(yearStart, costs, assets, bondYield, spread, taxes, prior, actualRevenue);
        }
    }
}
