package org.dataassay.valuation.income;

import java.util.function.Function;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.InputRow;

/** What the business earns with the subject and all that help it, before interest, tax and charges; for whole years. */
public sealed interface Earnings {

    /** Number of periods. */
    int size();

    /** One answer per kind. */
    <T> T fold(Function<OfRevenue, T> ofRevenue, Function<Profit, T> profit);

    /**
     * Revenue of the stream and the profit margin on it.
     *
     * @param revenue from existing relations only, at least 0; not from customers yet to be won
     * @param margin profit before interest and tax over revenue, in [−1, 1]
     */
    record OfRevenue(InputRow<Money> revenue, InputRow<Double> margin) implements Earnings {

        public OfRevenue {
            var check = new Check();
            PeriodRows.amounts(check, "revenue", revenue, "Revenue is not negative; a loss is a negative margin.");
            PeriodRows.length(check, "margin", margin, revenue.size());
            for (int t = 0; t < margin.size(); t++)
                check.range("margin[" + t + "]", margin.values().get(t), -1, 1, "Give a decimal: 20% is 0.2.");
            check.done();
        }

        @Override
        public int size() {
            return revenue.size();
        }

        @Override
        public <T> T fold(Function<OfRevenue, T> ofRevenue, Function<Profit, T> profit) {
            return ofRevenue.apply(this);
        }
    }

    /**
     * Profit before interest and tax (EBIT).
     *
     * @param amounts may be negative
     */
    record Profit(InputRow<Money> amounts) implements Earnings {

        @Override
        public int size() {
            return amounts.size();
        }

        @Override
        public <T> T fold(Function<OfRevenue, T> ofRevenue, Function<Profit, T> profit) {
            return profit.apply(this);
        }
    }
}
