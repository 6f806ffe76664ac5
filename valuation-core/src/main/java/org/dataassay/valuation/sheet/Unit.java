package org.dataassay.valuation.sheet;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.time.Compounding;

/**
 * Unit of a figure: money<sup>a</sup> × item<sup>b</sup> with whole a and b, or a labeled plain number.
 *
 * <p>The labels of plain numbers forbid three things and no more: rates of different compounding in one sum, years plus a rate, and (as for every pair of
 * different dimensions) money plus a plain number.
 *
 * @param money power of the sheet's currency, −4 to 4
 * @param item what is counted (record, GB, call …), empty where {@code count} is 0
 * @param count power of the item, −4 to 4
 * @param label what kind of plain number; empty unless {@code money} and {@code count} are 0
 */
public record Unit(int money, String item, int count, String label) {

    private static final int MOST = 4;
    private static final Pattern BEFORE_OPERATOR = Pattern.compile("(?=[*/])");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} _-]{0,31}");
    private static final String MONEY_WORD = "money";
    private static final String RATE_LABEL = "rate";
    private static final Set<String> SCALES = Set.of("factor", "share", "number");

    /** An amount in the sheet's currency. */
    public static final Unit MONEY = new Unit(1, "", 0, "");
    /** A rate per year with annual compounding. */
    public static final Unit RATE = plain(RATE_LABEL);
    /** A part of a whole. */
    public static final Unit SHARE = plain("share");
    /** Something to multiply by. */
    public static final Unit FACTOR = plain("factor");
    /** A span of time in years. */
    public static final Unit YEARS = plain("years");
    /** A level relative to a base, such as a price index. */
    public static final Unit INDEX = plain("index");
    /** A bare number written in a formula. */
    static final Unit NUMBER = plain("number");

    public Unit {
        boolean bare = money == 0 && count == 0;
        if (Math.abs(money) > MOST
                || Math.abs(count) > MOST
                || bare != isLabel(label)
                || !bare && !label.isEmpty()
                || (count == 0) != item.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "unit",
                    "money^" + money + " " + item + "^" + count + " " + label,
                    "Powers go from -4 to 4.");
        boolean isTaken = isLabel(item) || item.equals(MONEY_WORD) || item.startsWith(RATE_LABEL + " ");
        if (!item.isEmpty() && (!WORD.matcher(item).matches() || isTaken))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "unit",
                    "item '" + item + "'",
                    "Use a short word such as record, GB or call.");
    }

    private static Unit plain(String label) {
        return new Unit(0, "", 0, label);
    }

    private static boolean isLabel(String text) {
        if (SCALES.contains(text) || text.equals(RATE_LABEL) || text.equals("years") || text.equals("index"))
            return true;
        return Arrays.stream(Compounding.values())
                .anyMatch(c -> c != Compounding.ANNUAL && text.equals(RATE_LABEL + " " + c.name()));
    }

    /** A rate with another compounding than annual. */
    public static Unit rate(Compounding compounding) {
        return compounding == Compounding.ANNUAL ? RATE : plain(RATE_LABEL + " " + compounding.name());
    }

    /** A number of items, such as records. */
    public static Unit items(String item) {
        return new Unit(0, item, 1, "");
    }

    /** Money per item. */
    public static Unit perItem(String item) {
        return new Unit(1, item, -1, "");
    }

    public boolean isDimensionless() {
        return money == 0 && count == 0;
    }

    public boolean isMoney() {
        return equals(MONEY);
    }

    public boolean isRate() {
        return label.startsWith(RATE_LABEL);
    }

    boolean sameDimension(Unit other) {
        return money == other.money && count == other.count && item.equals(other.item);
    }

    /** Unit of a sum or difference. */
    Unit plus(Unit other) {
        if (!sameDimension(other)) throw mismatch(other, "both sides of a sum must have one unit");
        if (!isDimensionless() || equals(other)) return this;
        if (isRate() && other.isRate())
            throw mismatch(other, "rates of different compounding cannot be added; convert one");
        if (isRate() && other.equals(YEARS) || equals(YEARS) && other.isRate())
            throw mismatch(other, "years and a rate cannot be added");
        if (equals(NUMBER)) return other.isRate() ? FACTOR : other.equals(SHARE) ? FACTOR : other;
        if (other.equals(NUMBER)) return isRate() || equals(SHARE) ? FACTOR : this;
        return FACTOR;
    }

    /** Unit of a product. */
    Unit times(Unit other) {
        if (isDimensionless() && other.isDimensionless()) {
            if (SCALES.contains(label)) return SCALES.contains(other.label) ? scaled(other) : other;
            return SCALES.contains(other.label) ? this : FACTOR;
        }
        return combined(other, 1);
    }

    private Unit scaled(Unit other) {
        if (equals(other)) return this;
        return equals(NUMBER) ? other : other.equals(NUMBER) ? this : FACTOR;
    }

    /** Unit of a quotient. */
    Unit dividedBy(Unit other) {
        if (isDimensionless() && other.isDimensionless())
            return SCALES.contains(other.label) && !SCALES.contains(label) ? this : FACTOR;
        return combined(other, -1);
    }

    private Unit combined(Unit other, int sign) {
        if (!item.isEmpty() && !other.item.isEmpty() && !item.equals(other.item))
            throw mismatch(other, "two kinds of items cannot be combined");
        return of(money + sign * other.money, item.isEmpty() ? other.item : item, count + sign * other.count);
    }

    /** Unit of a whole power. */
    Unit power(int exponent) {
        return isDimensionless() ? FACTOR : of(money * exponent, item, count * exponent);
    }

    /** Unit of a square root. */
    Unit squareRoot() {
        if (isDimensionless()) return FACTOR;
        if (money % 2 != 0 || count % 2 != 0) throw mismatch(this, "a root needs even powers");
        return of(money / 2, item, count / 2);
    }

    private static Unit of(int money, String item, int count) {
        if (money == 0 && count == 0) return FACTOR;
        return new Unit(money, count == 0 ? "" : item, count, "");
    }

    InvalidInputException mismatch(Unit other, String rule) {
        return InvalidInputException.of(
                ValuationError.MISMATCH,
                "unit",
                this + " with " + other + ": " + rule,
                "Check which figure was meant.");
    }

    /** Such as {@code money}, {@code money/record}, {@code share}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        if (isDimensionless()) return label;
        var text = new StringBuilder();
        if (money > 0) text.append(powered(MONEY_WORD, money));
        if (count > 0) text.append(text.isEmpty() ? "" : "*").append(powered(item, count));
        if (text.isEmpty()) text.append('1');
        if (money < 0) text.append('/').append(powered(MONEY_WORD, -money));
        if (count < 0) text.append('/').append(powered(item, -count));
        return text.toString();
    }

    private static String powered(String base, int power) {
        return power == 1 ? base : base + "^" + power;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws InvalidInputException where it is no unit
     */
    public static Unit parse(String text) {
        if (text.length() > 100)
            throw InvalidInputException.of(
                    ValuationError.INVALID, "unit", "over 100 characters", "Use a unit such as money/record.");
        if (isLabel(text)) return plain(text);
        int money = 0;
        int count = 0;
        var item = "";
        for (var part : BEFORE_OPERATOR.splitAsStream(text).toList()) {
            int sign = part.startsWith("/") ? -1 : 1;
            var factor = part.startsWith("*") || part.startsWith("/") ? part.substring(1) : part;
            if (factor.equals("1")) continue;
            int caret = factor.indexOf('^');
            var base = caret < 0 ? factor : factor.substring(0, caret);
            int power =
                    caret < 0 ? 1 : factor.substring(caret + 1).matches("[1-4]") ? factor.charAt(caret + 1) - '0' : 99;
            if (base.equals(MONEY_WORD)) {
                money += sign * power;
            } else {
                if (!item.isEmpty() && !item.equals(base))
                    throw InvalidInputException.of(
                            ValuationError.INVALID, "unit", "'" + text + "'", "Use one kind of item.");
                item = base;
                count += sign * power;
            }
        }
        return new Unit(money, item, count, "");
    }
}
