package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.error.Check;

/**
 * A share taken off. Several discounts act one after the other, each on what the ones before have left.
 *
 * @param id by which lines name it
 * @param share taken off, in [0, 1], at most 8 decimals; 1 makes it free
 * @param charges that it is taken off; none named means all
 * @param requires attributes that a buyer must have, all of them
 * @param from first day of billing periods or orders that have it
 * @param until last day of billing periods or orders that have it
 */
public record Discount(
        String id,
        BigDecimal share,
        Set<String> charges,
        Set<String> requires,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    public Discount {
        var check = new Check();
        Ids.check(check, "id", id);
        check.that(
                        share.signum() >= 0
                                && share.compareTo(BigDecimal.ONE) <= 0
                                && Fixed.isHeld(share, Fixed.PRICE_DECIMALS),
                        "share",
                        "in [0, 1] as a decimal",
                        Fixed.shown(share),
                        "20% off is 0.2.")
                .that(
                        from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get()),
                        "until",
                        "on or after from",
                        until.map(LocalDate::toString).orElse(""),
                        "Exchange the dates.")
                .done();
        share = Fixed.plain(share);
        charges = Access.sorted("charges", charges);
        requires = Access.sorted("requires", requires);
    }

    /** Off everything, for everybody. */
    public static Discount of(String id, String share) {
        return new Discount(id, new BigDecimal(share), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** For buyers that have the attributes. */
    public Discount forBuyers(String... attributes) {
        return new Discount(id, share, charges, Set.of(attributes), from, until);
    }

    boolean applies(Set<String> attributes, LocalDate on) {
        return attributes.containsAll(requires)
                && from.map(day -> !on.isBefore(day)).orElse(true)
                && until.map(day -> !on.isAfter(day)).orElse(true);
    }
}
