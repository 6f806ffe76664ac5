package org.dataassay.valuation.error;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text: the shortest decimal that round-trips, never in scientific notation when short. */
public final class Plain {

    /** Every decimal of so many significant digits survives the way into a double and back. */
    private static final int SAFE_DIGITS = 15;

    private static final int LONGEST = 24;

    private Plain() {}

    /** The text of {@link #decimal}; scientific where it would be longer than a person reads. */
    public static String of(double value) {
        if (!Double.isFinite(value)) return Double.toString(value);
        var decimal = decimal(value);
        var plain = decimal.toPlainString();
        return plain.length() <= LONGEST ? plain : decimal.toString();
    }

    /**
     * The decimal of fewest digits that is read back as the same double, without trailing zeros; the nearest one where there are several.
     *
     * <p>{@code Double.toString} is not used: before Java 19 it sometimes gives a digit too many, so bytes would depend on the Java version.
     *
     * @throws NumberFormatException where the value is not finite
     */
    public static BigDecimal decimal(double value) {
        var exact = new BigDecimal(value);
        if (exact.signum() == 0) return BigDecimal.ZERO;
        int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
        while (true) {
            for (var mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
                var rounded = exact.round(new MathContext(digits, mode));
                if (Double.parseDouble(rounded.toString()) == value) return rounded.stripTrailingZeros();
            }
            digits++;
        }
    }
}
