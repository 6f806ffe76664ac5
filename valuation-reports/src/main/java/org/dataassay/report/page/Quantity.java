package org.dataassay.report.page;

/**
 * What the numbers of a chart or table measure, which decides how they are written.
 *
 * @param kind money, a share shown in percent, or a plain number
 * @param unit the currency code of money, the unit of a plain number; may be empty
 */
public record Quantity(Kind kind, String unit) {

    /** A share in [0, 1], written in percent. */
    public static final Quantity SHARE = new Quantity(Kind.SHARE, "");

    /** The three ways of writing a number. */
    public enum Kind {
        MONEY,
        SHARE,
        NUMBER
    }

    /** Money of a currency. */
    public static Quantity money(String currency) {
        return new Quantity(Kind.MONEY, currency);
    }

    /** A number of something, or without a unit where it is empty. */
    public static Quantity number(String unit) {
        return new Quantity(Kind.NUMBER, unit);
    }
}
