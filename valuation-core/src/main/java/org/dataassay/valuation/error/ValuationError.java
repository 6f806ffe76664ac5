package org.dataassay.valuation.error;

/** The problems that valuation-core can find. */
public enum ValuationError implements ErrorCode {
    MISSING("{0} is missing. {1}"),
    OUT_OF_RANGE("{0} must be {1}, but was {2}. {3}"),
    NOT_FINITE("{0} is not a finite number: {1}. {2}"),
    INVALID("{0} is not valid: {1}. {2}"),
    UNKNOWN("{0} names {1}, which is not known. {2}"),
    DUPLICATE("{0} is used twice: {1}. {2}"),
    MISMATCH("{0} does not fit: {1}. {2}"),
    TOO_LARGE("{0} is larger than {1} allowed: {2}. {3}"),
    GUARD("{0}: {1}. {2}"),
    NO_SOLUTION("{0} has no solution: {1}. {2}"),
    NO_CONVERGENCE("{0} did not converge: {1}. {2}"),
    RATE_IMPLAUSIBLE("{0} must be at most {1} as a decimal per year, but was {2}. Did you mean {3}?"),
    UNKNOWN_FIELD("{0} is not a field here. {1}"),
    WRONG_TYPE("{0} must be {1}, but was {2}. {3}"),
    NOT_JSON("{0} is not JSON: line {1}, column {2}: {3}. {4}"),
    UNREADABLE("{0} cannot be read: {1}. {2}"),
    GATE("{0}: {1}. {2}");

    private final String pattern;

    ValuationError(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
