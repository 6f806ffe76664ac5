package org.dataassay.valuation.income;

import java.util.Optional;
import java.util.function.Function;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;

/** What a contributory asset is paid per year for its help. */
public sealed interface ContributoryCharge {

    /** One answer per kind. */
    <T> T fold(
            Function<ReturnOnFairValue, T> fairValue,
            Function<ReturnOnBalances, T> balances,
            Function<Amounts, T> amounts,
            Function<ShareOfRevenue, T> share);

    /** The return that an appraiser requires of the asset; none where the charge is stated as such. */
    default Optional<Input<Rate>> required() {
        return fold(
                fair -> Optional.of(fair.requiredReturn()),
                rows -> Optional.of(rows.requiredReturn()),
                stated -> Optional.empty(),
                share -> Optional.empty());
    }

    /** Who bears the wear of the asset, the return <em>of</em> its value. */
    enum ReturnOf {
        /** Depreciation is deducted in the earnings already. */
        IN_PROFIT_AND_LOSS,
        /** The charge holds it: earnings are before depreciation. It is deductible, like the depreciation it stands for. */
        IN_CHARGE,
        /** The asset does not wear, such as working capital or land. */
        NONE
    }

    /**
     * Fair value · required return, and where the charge holds the return of value: the balance wears down evenly over the asset's life, and fair value / life is
     * charged on top.
     *
     * @param fairValue at the valuation date, at least 0
     * @param requiredReturn per year
     * @param returnOf who bears the wear
     */
    record ReturnOnFairValue(Input<Money> fairValue, Input<Rate> requiredReturn, ReturnOf returnOf)
            implements ContributoryCharge {

        public ReturnOnFairValue {
            new Check()
                    .that(
                            fairValue.value().amount().signum() >= 0,
                            "fairValue",
                            "at least 0",
                            fairValue.value(),
                            "Give what the asset is worth at the valuation date.")
                    .done();
        }

        @Override
        public <T> T fold(
                Function<ReturnOnFairValue, T> fairValue,
                Function<ReturnOnBalances, T> balances,
                Function<Amounts, T> amounts,
                Function<ShareOfRevenue, T> share) {
            return fairValue.apply(this);
        }
    }

    /**
     * Average balance of each period · required return.
     *
     * @param balances one per period, at least 0
     * @param requiredReturn per year
     * @param returnOf who bears the wear; not the charge
     */
    record ReturnOnBalances(InputRow<Money> balances, Input<Rate> requiredReturn, ReturnOf returnOf)
            implements ContributoryCharge {

        public ReturnOnBalances {
            var check = new Check();
            PeriodRows.amounts(check, "balances", balances, "Give the average balance of each period.");
            check.that(
                            returnOf != ReturnOf.IN_CHARGE,
                            "returnOf",
                            "in-profit-and-loss or none",
                            "in-charge",
                            "Give the fair value at the valuation date and the asset's life: its balance then wears down evenly.")
                    .done();
        }

        @Override
        public <T> T fold(
                Function<ReturnOnFairValue, T> fairValue,
                Function<ReturnOnBalances, T> balances,
                Function<Amounts, T> amounts,
                Function<ShareOfRevenue, T> share) {
            return balances.apply(this);
        }
    }

    /**
     * Stated in money for each period.
     *
     * @param amounts for whole years, at least 0
     */
    record Amounts(InputRow<Money> amounts) implements ContributoryCharge {

        public Amounts {
            var check = new Check();
            PeriodRows.amounts(check, "amounts", amounts, "Give charges as positive amounts; they are deducted.");
            check.done();
        }

        @Override
        public <T> T fold(
                Function<ReturnOnFairValue, T> fairValue,
                Function<ReturnOnBalances, T> balances,
                Function<Amounts, T> amounts,
                Function<ShareOfRevenue, T> share) {
            return amounts.apply(this);
        }
    }

    /**
     * A percentage of the business's revenue, applied to the revenue that the asset earns.
     *
     * @param share in [0, 1]
     */
    record ShareOfRevenue(Input<Double> share) implements ContributoryCharge {

        public ShareOfRevenue {
            new Check().share("share", share.value()).done();
        }

        @Override
        public <T> T fold(
                Function<ReturnOnFairValue, T> fairValue,
                Function<ReturnOnBalances, T> balances,
                Function<Amounts, T> amounts,
                Function<ShareOfRevenue, T> share) {
            return share.apply(this);
        }
    }
}
