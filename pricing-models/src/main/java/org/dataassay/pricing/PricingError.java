package org.dataassay.pricing;

import org.dataassay.valuation.error.ErrorCode;

/** The problems that pricing-models can find. */
public enum PricingError implements ErrorCode {
    TIERS("{0} must cover (0, ∞) once, without gap or overlap, but {1}. {2}"),
    DECIMALS("{0} must have at most {1} decimals, but has {2}. {3}"),
    OVERFLOW("{0} is larger than can be billed exactly: {1}. {2}"),
    VERSIONS("{0} must have one version in force on a day, but {1}. {2}"),
    NOT_IN_FORCE("{0} has no version in force on {1}. {2}"),
    METER_UNKNOWN("{0} names meter {1}, which the tariff does not have. {2}"),
    CHARGE_UNKNOWN("{0} names {1}, which is no {2} of the tariff. {3}"),
    NOT_ELIGIBLE("{0} is refused: {1}. {2}"),
    STATE_INVALID("{0} is not a state of this run: {1}. {2}"),
    EVENTS_UNREADABLE("{0} cannot be read as events: {1}. {2}"),
    ABOVE_CEILING("{0} must be at most the ceiling, but: {1}. {2}"),
    FREE_OF_CHARGE("{0} must be 0: {1}. {2}"),
    REVENUE_EXCEEDED("{0} must stay within the permitted revenue: {1}. {2}"),
    TRIAL_OVER("{0} has no trial to stand on: {1}. {2}");

    private final String pattern;

    PricingError(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
