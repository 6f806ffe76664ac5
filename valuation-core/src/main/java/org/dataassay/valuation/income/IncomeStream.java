package org.dataassay.valuation.income;

import java.util.Optional;
import java.util.function.Function;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.InputRow;

/** What the asset itself earns in each period: licenses, subscriptions, calls of an interface. Amounts are for whole years. */
public sealed interface IncomeStream {

    /** Number of periods. */
    int size();

    /** One answer per kind of stream. */
    <T> T fold(
            Function<NetCashFlow, T> netCashFlow,
            Function<Profit, T> profit,
            Function<RevenueLessCosts, T> revenueLessCosts);

    /**
     * Cash left after all costs and investments, already of the tax basis that is discounted: no tax is deducted from it.
     *
     * @param amounts may be negative
     */
    record NetCashFlow(InputRow<Money> amounts) implements IncomeStream {

        @Override
        public int size() {
            return amounts.size();
        }

        @Override
        public <T> T fold(
                Function<NetCashFlow, T> netCashFlow,
                Function<Profit, T> profit,
                Function<RevenueLessCosts, T> revenueLessCosts) {
            return netCashFlow.apply(this);
        }
    }

    /**
     * Profit before interest and tax (EBIT).
     *
     * @param amounts may be negative
     */
    record Profit(InputRow<Money> amounts) implements IncomeStream {

        @Override
        public int size() {
            return amounts.size();
        }

        @Override
        public <T> T fold(
                Function<NetCashFlow, T> netCashFlow,
                Function<Profit, T> profit,
                Function<RevenueLessCosts, T> revenueLessCosts) {
            return profit.apply(this);
        }
    }

    /**
     * Revenue less the costs of earning it, before tax.
     *
     * @param revenue at least 0
     * @param variableCosts that shrink as the revenue decays, at least 0
     * @param fixedCosts that run as long as the asset serves, at least 0
     */
    record RevenueLessCosts(
            InputRow<Money> revenue, Optional<InputRow<Money>> variableCosts, Optional<InputRow<Money>> fixedCosts)
            implements IncomeStream {

        public RevenueLessCosts {
            var check = new Check();
            notNegative(check, "revenue", revenue, "State what customers pay; refunds are costs.");
            int n = revenue.size();
            variableCosts.ifPresent(row -> checkCosts(check, "variableCosts", row, n));
            fixedCosts.ifPresent(row -> checkCosts(check, "fixedCosts", row, n));
            check.done();
        }

        private static void checkCosts(Check check, String field, InputRow<Money> costs, int n) {
            check.that(
                    costs.size() == n,
                    field,
                    "one for each of the " + n + " periods",
                    costs.size(),
                    "Give a value for each period.");
            notNegative(check, field, costs, "Give costs as positive amounts; they are deducted.");
        }

        /** Revenue that costs nothing to earn. */
        public static RevenueLessCosts of(InputRow<Money> revenue) {
            return new RevenueLessCosts(revenue, Optional.empty(), Optional.empty());
        }

        public RevenueLessCosts withVariableCosts(InputRow<Money> costs) {
            return new RevenueLessCosts(revenue, Optional.of(costs), fixedCosts);
        }

        public RevenueLessCosts withFixedCosts(InputRow<Money> costs) {
            return new RevenueLessCosts(revenue, variableCosts, Optional.of(costs));
        }

        @Override
        public int size() {
            return revenue.size();
        }

        @Override
        public <T> T fold(
                Function<NetCashFlow, T> netCashFlow,
                Function<Profit, T> profit,
                Function<RevenueLessCosts, T> revenueLessCosts) {
            return revenueLessCosts.apply(this);
        }
    }

    private static void notNegative(Check check, String field, InputRow<Money> amounts, String remedy) {
        for (int t = 0; t < amounts.size(); t++) {
            var amount = amounts.values().get(t);
            check.that(amount.amount().signum() >= 0, field + "[" + t + "]", "at least 0", amount, remedy);
        }
    }
}
