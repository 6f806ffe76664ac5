package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.dataassay.valuation.error.Check;

/**
 * One step of a price table: it holds for quantities above the last bound, up to and with its own.
 *
 * @param above exclusive lower bound; may be left out, and where it stands it must be the bound of the tier before
 * @param upTo inclusive upper bound; absent in the last tier, which is open
 * @param price per unit, or the flat amount of a stair step; at least 0, at most 8 decimals
 */
public record Tier(Optional<BigDecimal> above, Optional<BigDecimal> upTo, BigDecimal price) {

    public Tier {
        above = above.map(Fixed::plain);
        upTo = upTo.map(Fixed::plain);
        var check = new Check();
        Fixed.checkPrice(check, "price", price);
        check.done();
        price = Fixed.plain(price);
    }

    /** Up to and with a bound. */
    public static Tier upTo(long bound, String price) {
        return new Tier(Optional.empty(), Optional.of(BigDecimal.valueOf(bound)), new BigDecimal(price));
    }

    /** Up to and with a bound. */
    public static Tier upTo(String bound, String price) {
        return new Tier(Optional.empty(), Optional.of(new BigDecimal(bound)), new BigDecimal(price));
    }

    /** The last tier: everything beyond. */
    public static Tier beyond(String price) {
        return new Tier(Optional.empty(), Optional.empty(), new BigDecimal(price));
    }
}
