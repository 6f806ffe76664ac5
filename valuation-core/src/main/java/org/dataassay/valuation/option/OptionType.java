package org.dataassay.valuation.option;

/** What an option gives the right to. */
public enum OptionType {
    /** To get the underlying for the strike: to build, to license, to expand. */
    CALL(1),
    /** To give the underlying away for the strike: to abandon, to sell. */
    PUT(-1);

    private final int sign;

    OptionType(int sign) {
        this.sign = sign;
    }

    /** 1 for a call, −1 for a put: exercised, it brings sign · (S − K). */
    int sign() {
        return sign;
    }
}
