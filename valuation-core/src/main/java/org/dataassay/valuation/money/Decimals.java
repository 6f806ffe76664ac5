package org.dataassay.valuation.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/** Decimal amounts as this package accepts them: of bounded size, in one normal form. */
final class Decimals {

    /** Digits before the decimal point, and digits after it, that an amount may have. */
    static final int MAXIMUM_DIGITS = 30;

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Decimals() {}

    /** Reads a plain decimal such as {@code -12.30}: no exponent, no separators, no blanks. */
    static BigDecimal parse(String text) {
        if (text.length() > 2 * MAXIMUM_DIGITS + 2) throw tooLarge(text.length() + " characters");
        if (!PLAIN.matcher(text).matches()) {
            throw InvalidInputException.of(
                    ValuationError.UNREADABLE,
                    "amount",
                    "\"" + text + "\" is not a decimal number",
                    "Write digits with a point, such as 1234.50; no separators, blanks or exponents.");
        }
        return new BigDecimal(text);
    }

    /** Without trailing zeros, but with at least {@code decimals} decimals; so equal amounts are equal objects. */
    static BigDecimal normal(BigDecimal amount, int decimals) {
        if (amount.signum() == 0) return BigDecimal.ZERO.setScale(decimals);
        var stripped = amount.stripTrailingZeros();
        long integerDigits = (long) stripped.precision() - stripped.scale();
        if (integerDigits > MAXIMUM_DIGITS) throw tooLarge(integerDigits + " digits before the decimal point");
        if (stripped.scale() > MAXIMUM_DIGITS) throw tooLarge(stripped.scale() + " digits after the decimal point");
        return stripped.scale() < decimals ? stripped.setScale(decimals) : stripped;
    }

    private static InvalidInputException tooLarge(String size) {
        return InvalidInputException.of(
                ValuationError.TOO_LARGE,
                "amount",
                MAXIMUM_DIGITS + " digits before and after the decimal point",
                size,
                "Check the amount, or round it.");
    }
}
