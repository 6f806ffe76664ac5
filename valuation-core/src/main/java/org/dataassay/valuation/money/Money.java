package org.dataassay.valuation.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/**
 * An exact amount of money in one currency. It refuses to be added to or compared with another currency.
 *
 * <p><b>Units and ranges</b>  currency units (yuan, not fen); any sign; at most 30 digits before and 30 after the decimal point
 * <p><b>Numerics</b>  decimal arithmetic, exact; only {@link #rounded} and {@link #ofRounded} round. Amounts are held without trailing zeros beyond the currency's
 * decimals, so that {@code 12.3} and {@code 12.300} are equal.
 *
 * @param amount the amount in units of the currency
 * @param currency its currency
 */
public record Money(BigDecimal amount, CurrencyCode currency) implements Comparable<Money> {

    public Money {
        amount = Decimals.normal(amount, currency.minorUnits());
    }

    public static Money of(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount, currency);
    }

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, CurrencyCode.of(currency));
    }

    /** From a plain decimal such as {@code "12.30"}. */
    public static Money of(String amount, CurrencyCode currency) {
        return new Money(Decimals.parse(amount), currency);
    }

    /** From a plain decimal such as {@code "12.30"}. */
    public static Money of(String amount, String currency) {
        return of(amount, CurrencyCode.of(currency));
    }

    /** Whole units of the currency. */
    public static Money of(long amount, CurrencyCode currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    /** Whole units of the currency. */
    public static Money of(long amount, String currency) {
        return of(amount, CurrencyCode.of(currency));
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The end of a calculation: the shortest decimal of the double, rounded to the currency's minor unit. So 1.005 is 1.01 half up, whatever its binary expansion.
     *
     * @throws InvalidInputException where the value is NaN or infinite
     */
    public static Money ofRounded(double value, CurrencyCode currency, RoundingMode mode) {
        return new Money(finite(value).setScale(currency.minorUnits(), mode), currency);
    }

    /** Reads what {@link #toString} writes: {@code CNY 12.30}. */
    public static Money parse(String text) {
        int blank = text.indexOf(' ');
        if (blank != 3) {
            throw InvalidInputException.of(
                    ValuationError.UNREADABLE,
                    "money",
                    "\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…")
                            + "\" is not a currency and an amount",
                    "Write the ISO 4217 code, one blank and the amount: CNY 12.30.");
        }
        return of(text.substring(blank + 1), text.substring(0, blank));
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** Exact; round the product where it becomes an invoice line. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** To the currency's minor unit. */
    public Money rounded(RoundingMode mode) {
        return new Money(amount.setScale(currency.minorUnits(), mode), currency);
    }

    /** Whether the amount is a whole number of minor units, so that it can be paid. */
    public boolean isRounded() {
        return amount.scale() <= currency.minorUnits();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** The nearest double, for a sheet. */
    public double toDouble() {
        return amount.doubleValue();
    }

    /**
     * By amount.
     *
     * @throws InvalidInputException where the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }

    static BigDecimal finite(double value) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(
                    ValuationError.NOT_FINITE, "amount", Plain.of(value), "Find the figure that is not finite.");
        }
        return Plain.decimal(value);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "currency",
                    currency + " and " + other.currency + " cannot be added or compared",
                    "Convert one of them with an exchange rate that has a date and a source.");
        }
        return other;
    }
}
