package org.dataassay.pricing.tariff;

/** How a table of tiers makes a bill. */
public enum TierMode {
    /** Each unit at the price of the tier in which it falls: Σ units in the block × its price. Never falls as the quantity grows. */
    GRADUATED,
    /** All units at the price of the tier that the quantity reaches. May fall at a bound. */
    VOLUME,
    /** The flat amount of the tier that the quantity reaches. */
    STAIR_STEP
}
