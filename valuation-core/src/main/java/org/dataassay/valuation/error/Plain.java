package org.dataassay.valuation.error;

import java.math.BigDecimal;

/** Numbers in messages: shortest decimal that round-trips, never in scientific notation when short. */
public final class Plain {

    private Plain() {}

    public static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) return Double.toString(value);
        var decimal = new BigDecimal(Double.toString(value));
        var stripped = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        var plain = stripped.toPlainString();
        return plain.length() <= 24 ? plain : Double.toString(value);
    }
}
