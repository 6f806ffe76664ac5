package org.dataassay.valuation.market;

import java.util.Locale;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Unit;

/** What a value ratio divides by. Its unit is part of the ratio: a price per record is never multiplied by gigabytes. */
public sealed interface ValueDriver {

    /** The unit of the driver's input. */
    Unit unit();

    /** What both sides must agree on, such as {@code record} or {@code revenue}. */
    String kind();

    /** The driver's amount, above 0. */
    Input<?> input();

    /** A money figure that prices are compared with, for one year. */
    enum Earnings {
        REVENUE,
        GROSS_PROFIT,
        EBITDA,
        EBIT,
        NET_INCOME,
        COST
    }

    /**
     * Items, such as records, GB, users or calls.
     *
     * @param item what is counted, in the singular
     * @param quantity how many, above 0
     */
    record Items(String item, Input<Double> quantity) implements ValueDriver {
        public Items {
            new Check()
                    .that(
                            quantity.value() > 0 && quantity.value() <= 1e15,
                            "quantity",
                            "above 0",
                            quantity.value(),
                            "Nothing can be divided by it; leave the comparable out.")
                    .done();
            Unit.items(item);
        }

        @Override
        public Unit unit() {
            return Unit.items(item);
        }

        @Override
        public String kind() {
            return item;
        }

        @Override
        public Input<?> input() {
            return quantity;
        }
    }

    /**
     * Money of one year.
     *
     * @param earnings which figure
     * @param amount above 0: a multiple of a loss says nothing
     */
    record Annual(Earnings earnings, Input<Money> amount) implements ValueDriver {
        public Annual {
            new Check()
                    .that(
                            amount.value().amount().signum() > 0,
                            "amount",
                            "above 0",
                            amount.value(),
                            "A multiple of a loss says nothing; use another driver, or leave the comparable out.")
                    .done();
        }

        @Override
        public Unit unit() {
            return Unit.MONEY;
        }

        @Override
        public String kind() {
            return earnings.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Input<?> input() {
            return amount;
        }
    }
}
