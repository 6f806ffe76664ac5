package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;

/** Numbers as scaled whole numbers: prices in 10⁻⁸ of the currency unit, quantities in the decimals of their meter. */
final class Fixed {

    /** Decimals of every price. */
    static final int PRICE_DECIMALS = 8;

    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final long[] POWERS = powers();

    private Fixed() {}

    private static long[] powers() {
        var powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }

    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** A price that is at least 0 and held exactly. */
    static void checkPrice(Check check, String field, BigDecimal price) {
        check(check, field, price, PRICE_DECIMALS, "Round it to 8 decimals.");
    }

    /** A quantity that is at least 0 and held exactly. */
    static void checkQuantity(Check check, String field, BigDecimal quantity, int decimals) {
        check(check, field, quantity, decimals, "Give the meter more decimals, or round the quantity.");
    }

    private static void check(Check check, String field, BigDecimal value, int decimals, String remedy) {
        if (value.signum() < 0) {
            check.that(false, field, "at least 0", shown(value), "Give a discount of its own for what is deducted.");
            return;
        }
        var stripped = value.stripTrailingZeros();
        if (stripped.scale() > decimals) {
            check.add(Problem.of(PricingError.DECIMALS, field, decimals, stripped.scale(), remedy));
            return;
        }
        if (!fits(stripped, decimals))
            check.add(Problem.of(
                    PricingError.OVERFLOW,
                    field,
                    stripped.precision() - stripped.scale() + " digits before the point",
                    "At most " + LONG_MAX.movePointLeft(decimals).toBigInteger() + " can be held with " + decimals
                            + " decimals."));
    }

    private static boolean fits(BigDecimal stripped, int decimals) {
        return stripped.precision() - stripped.scale() + decimals <= 19
                && stripped.movePointRight(decimals).compareTo(LONG_MAX) <= 0;
    }

    /** Whether a number of at least 0 is held exactly with so many decimals. */
    static boolean isHeld(BigDecimal value, int decimals) {
        var stripped = value.stripTrailingZeros();
        return value.signum() >= 0 && stripped.scale() <= decimals && fits(stripped, decimals);
    }

    static String shown(BigDecimal value) {
        return value.precision() + (long) Math.abs(value.scale()) > 40
                ? value.round(new java.math.MathContext(6)).toString()
                : value.toPlainString();
    }

    /** A checked number as a scaled whole number. */
    static long scaled(BigDecimal value, int decimals) {
        return value.setScale(decimals).unscaledValue().longValueExact();
    }

    static long price(BigDecimal price) {
        return scaled(price, PRICE_DECIMALS);
    }

    /** A scaled whole number as a decimal without trailing zeros. */
    static BigDecimal decimal(long scaled, int decimals) {
        return plain(BigDecimal.valueOf(scaled, decimals));
    }

    /** A non-negative whole number of 128 bits as a decimal. */
    static BigDecimal decimal(long high, long low, int decimals) {
        if (high == 0 && low >= 0) return BigDecimal.valueOf(low, decimals);
        var whole = BigInteger.valueOf(high).shiftLeft(64).or(unsigned(low));
        return new BigDecimal(whole, decimals);
    }

    private static BigInteger unsigned(long low) {
        return low >= 0
                ? BigInteger.valueOf(low)
                : BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
    }

    /** Without trailing zeros and without exponent. */
    static BigDecimal plain(BigDecimal value) {
        if (value.signum() == 0) return BigDecimal.ZERO;
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
