package org.dataassay.pricing.tariff;

/** Why an event is not billed. Each depends on the event alone, so that the order of arrival does not matter. */
public enum Rejection {
    /** The line cannot be read: fields missing, no number, no moment, too long. */
    BROKEN_LINE(0),
    /** No subscription has this id. */
    UNKNOWN_SUBSCRIPTION(1),
    /** The subscription's tariff has no such meter. */
    UNKNOWN_METER(2),
    /** The quantity has more decimals than the meter, or is too large. */
    BAD_QUANTITY(3),
    /** It happened outside of the billing window: it belongs to another run. */
    OUTSIDE_WINDOW(4),
    /** It happened before the subscription began or after it ended. */
    OUTSIDE_SUBSCRIPTION(5),
    /** It was received after the days of grace. */
    LATE(6),
    /** It was received before it happened: a clock runs wrong. */
    CLOCK_BACKWARDS(7),
    /** A revenue in another currency than the tariff's. */
    WRONG_CURRENCY(8),
    /** The service failed, and the meter counts successes. */
    FAILED_SERVICE(9);

    /** How many there are; codes are 0 … CODES − 1. */
    static final int CODES = 10;

    private final int code;

    Rejection(int code) {
        this.code = code;
    }

    /** Its number in stored states; it never changes. */
    int code() {
        return code;
    }

    static Rejection of(int code) {
        for (var reason : values()) if (reason.code == code) return reason;
        throw new IllegalArgumentException("no reason " + code);
    }
}
