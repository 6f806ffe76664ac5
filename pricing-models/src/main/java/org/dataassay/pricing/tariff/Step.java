package org.dataassay.pricing.tariff;

import java.util.List;

/** What happens to the sum of a period's charges, in an order that the tariff states. */
public enum Step {
    /** Raised to the minimum that was committed. */
    COMMITMENT,
    /** Lowered to the cap. */
    CAP,
    /** Lowered by the discounts. */
    DISCOUNT;

    /** The order where the tariff states none. */
    public static final List<Step> STANDARD = List.of(COMMITMENT, CAP, DISCOUNT);
}
