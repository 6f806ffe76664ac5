package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;

/** One thing that is charged for. Prices are decimals in the tariff's currency, at least 0, with at most 8 decimals. */
public sealed interface Charge {

    /** By which lines, discounts and purchases name it. */
    String id();

    /**
     * Paid once, when the subscription begins.
     *
     * @param id by which lines and discounts name it
     * @param price amount
     */
    record OneOff(String id, BigDecimal price) implements Charge {
        public OneOff {
            price = checked(id, price);
        }
    }

    /**
     * A licence for a term of months: paid when the term begins, and again where it is renewed.
     *
     * @param id by which lines and discounts name it
     * @param price amount of one term
     * @param months of the term, 1 to 600
     */
    record TermFee(String id, BigDecimal price, int months) implements Charge {
        public TermFee {
            new Check()
                    .that(months >= 1 && months <= 600, "months", "in [1, 600]", months, "Give the length of the term.")
                    .done();
            price = checked(id, price);
        }
    }

    /**
     * A fee for every billing period.
     *
     * @param id by which lines and discounts name it
     * @param price amount of one period
     * @param proration of a period that is not served whole
     * @param trigger whether it falls due without use
     */
    record RecurringFee(String id, BigDecimal price, Proration proration, Trigger trigger) implements Charge {

        /** When the fee falls due. */
        public enum Trigger {
            /** In every period. */
            ALWAYS,
            /** In periods in which something was metered. */
            IF_USED
        }

        public RecurringFee {
            price = checked(id, price);
        }
    }

    /**
     * A price per metered unit, in tiers.
     *
     * @param id by which lines and discounts name it
     * @param meter what is counted; a meter has one usage fee
     * @param mode how the tiers make a bill
     * @param tiers at least one, bounds ascending, the last without upper bound
     * @param freeUnits units of each period that are free; the tiers begin after them
     */
    record UsageFee(String id, String meter, TierMode mode, List<Tier> tiers, Optional<BigDecimal> freeUnits)
            implements Charge {
        public UsageFee {
            tiers = List.copyOf(tiers);
            freeUnits = freeUnits.map(Fixed::plain);
            TierTable.check(tiers);
            checked(id, BigDecimal.ZERO);
        }

        /** The same price for every unit. */
        public static UsageFee of(String id, String meter, String price) {
            return new UsageFee(id, meter, TierMode.GRADUATED, List.of(Tier.beyond(price)), Optional.empty());
        }

        public static UsageFee of(String id, String meter, TierMode mode, Tier... tiers) {
            return new UsageFee(id, meter, mode, List.of(tiers), Optional.empty());
        }

        public UsageFee withFreeUnits(long units) {
            return new UsageFee(id, meter, mode, tiers, Optional.of(BigDecimal.valueOf(units)));
        }
    }

    /**
     * A package of units, paid when it is bought and used up before any unit is charged for.
     *
     * @param id by which lines, purchases and balances name it
     * @param meter of the units
     * @param size units in the package, above 0
     * @param price of the package
     * @param validDays from the day it is bought, 1 to 3660; it serves the whole period in which its last day falls
     * @param rollOver whether units left over go into the next period while the package is valid; else they lapse with the period
     */
    record Pack(String id, String meter, BigDecimal size, BigDecimal price, int validDays, boolean rollOver)
            implements Charge {
        public Pack {
            new Check()
                    .that(size.signum() > 0, "size", "above 0", Fixed.shown(size), "Give the units in the package.")
                    .that(
                            validDays >= 1 && validDays <= 3660,
                            "validDays",
                            "in [1, 3660]",
                            validDays,
                            "Give the days from purchase to expiry.")
                    .done();
            size = Fixed.plain(size);
            price = checked(id, price);
        }
    }

    /**
     * A share of what the buyer earns with the data.
     *
     * @param id by which lines and discounts name it
     * @param meter of the revenue; its unit is {@link MeterUnit#REVENUE}
     * @param share in [0, 1], at most 8 decimals
     */
    record RevenueShare(String id, String meter, BigDecimal share) implements Charge {
        public RevenueShare {
            new Check()
                    .that(
                            share.compareTo(BigDecimal.ONE) <= 0,
                            "share",
                            "in [0, 1] as a decimal",
                            Fixed.shown(share),
                            "5% is 0.05.")
                    .done();
            share = checked(id, share);
        }
    }

    private static BigDecimal checked(String id, BigDecimal price) {
        var check = new Check();
        Ids.check(check, "id", id);
        Fixed.checkPrice(check, "price", price);
        check.done();
        return Fixed.plain(price);
    }
}
