package org.dataassay.valuation.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * Money per item, such as CNY 0.00012 per record. It is never rounded to the currency's minor unit; the invoice line is.
 *
 * <p><b>Units and ranges</b>  currency units per one item; any sign; at most 30 digits before and 30 after the decimal point
 *
 * @param amount currency units per item
 * @param currency its currency
 * @param item what is counted, in the singular: {@code record}, {@code GB}, {@code call}, {@code user}, {@code month}
 */
public record UnitPrice(BigDecimal amount, CurrencyCode currency, String item) implements Comparable<UnitPrice> {

    /** Decimals that {@link #ofRounded} keeps. */
    public static final int DECIMALS = 12;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N} _-]{0,31}");

    public UnitPrice {
        new Check()
                .that(
                        WORD.matcher(item).matches(),
                        "item",
                        "a short word",
                        "\"" + (item.length() <= 40 ? item : item.substring(0, 40) + "…") + "\"",
                        "Name what is counted, such as record, GB or call.")
                .done();
        amount = Decimals.normal(amount, currency.minorUnits());
    }

    public static UnitPrice of(BigDecimal amount, CurrencyCode currency, String item) {
        return new UnitPrice(amount, currency, item);
    }

    /** From a plain decimal such as {@code "0.00012"}. */
    public static UnitPrice of(String amount, String currency, String item) {
        return new UnitPrice(Decimals.parse(amount), CurrencyCode.of(currency), item);
    }

    public static UnitPrice of(Money amount, String item) {
        return new UnitPrice(amount.amount(), amount.currency(), item);
    }

    /** The end of a calculation: the shortest decimal of the double, rounded to {@link #DECIMALS} decimals. */
    public static UnitPrice ofRounded(double value, CurrencyCode currency, String item, RoundingMode mode) {
        return new UnitPrice(Money.finite(value).setScale(DECIMALS, mode), currency, item);
    }

    /** What a quantity costs, exact and not yet rounded. */
    public Money times(BigDecimal quantity) {
        return new Money(amount.multiply(quantity), currency);
    }

    /** What a quantity costs, exact and not yet rounded. */
    public Money times(long quantity) {
        return times(BigDecimal.valueOf(quantity));
    }

    public UnitPrice plus(UnitPrice other) {
        return new UnitPrice(amount.add(comparable(other).amount), currency, item);
    }

    public UnitPrice minus(UnitPrice other) {
        return new UnitPrice(amount.subtract(comparable(other).amount), currency, item);
    }

    /** The nearest double, for a sheet. */
    public double toDouble() {
        return amount.doubleValue();
    }

    /**
     * By amount.
     *
     * @throws InvalidInputException where currency or item differ
     */
    @Override
    public int compareTo(UnitPrice other) {
        return amount.compareTo(comparable(other).amount);
    }

    @Override
    public String toString() {
        return currency + " " + amount.toPlainString() + " per " + item;
    }

    private UnitPrice comparable(UnitPrice other) {
        if (!currency.equals(other.currency) || !item.equals(other.item)) {
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "unitPrice",
                    currency + " per " + item + " and " + other.currency + " per " + other.item
                            + " cannot be added or compared",
                    "Convert one of them to the other's currency and item.");
        }
        return other;
    }
}
