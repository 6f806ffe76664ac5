package org.dataassay.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Numbers as people write them in one language. Half is rounded up on the shortest decimal of a double. No platform locale takes part, so the
 * same number gives the same characters on every machine.
 *
 * <p>Immutable and thread-safe.
 */
public final class Numbers {

    /** Up to here a double is exact to the cent; a larger amount is written with {@link #SIGNIFICANT} digits and an ≈. */
    public static final double EXACT_TO_THE_CENT = 9e13;

    /** Digits of a double that can be trusted. */
    public static final int SIGNIFICANT = 15;

    private static final double SCIENTIFIC_FROM = 1e21;
    private static final String MINUS = "\u2212";
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Map<String, String> CHINESE_UNITS = Map.ofEntries(
            Map.entry("CNY", "元"),
            Map.entry("USD", "美元"),
            Map.entry("EUR", "欧元"),
            Map.entry("GBP", "英镑"),
            Map.entry("JPY", "日元"),
            Map.entry("HKD", "港元"),
            Map.entry("SGD", "新加坡元"),
            Map.entry("KRW", "韩元"),
            Map.entry("AUD", "澳元"),
            Map.entry("CAD", "加元"),
            Map.entry("CHF", "瑞士法郎"));

    private final Language language;

    private Numbers(Language language) {
        this.language = language;
    }

    public static Numbers of(Language language) {
        return new Numbers(language);
    }

    /** An amount with all its decimals, at least the currency's: {@code CNY 1,234,567.80}, {@code 1,234,567.80 元}. */
    public String money(BigDecimal amount, String currency) {
        int places = Math.max(minorUnits(currency), amount.stripTrailingZeros().scale());
        return withCurrency(grouped(amount.setScale(places, RoundingMode.HALF_UP)), currency);
    }

    /** An amount rounded to the currency's minor unit; beyond {@link #EXACT_TO_THE_CENT} its significant digits. */
    public String money(double amount, String currency) {
        if (Math.abs(amount) > EXACT_TO_THE_CENT) return withCurrency(significant(amount), currency);
        return withCurrency(grouped(decimal(amount).setScale(minorUnits(currency), RoundingMode.HALF_UP)), currency);
    }

    /** An amount in the large unit of the language, for reading aloud: {@code CNY 12.35 million}, {@code 1,234.57 万元}. */
    public String moneyRead(BigDecimal amount, String currency) {
        var size = amount.abs();
        if (language == Language.CHINESE) {
            int power = size.compareTo(BigDecimal.TEN.pow(12)) >= 0 ? 8 : 4;
            var scaled = grouped(amount.movePointLeft(power).setScale(2, RoundingMode.HALF_UP));
            return scaled + " " + (power == 8 ? "亿" : "万") + unitName(currency);
        }
        int power = size.compareTo(BigDecimal.TEN.pow(9)) >= 0 ? 9 : size.compareTo(BigDecimal.TEN.pow(6)) >= 0 ? 6 : 3;
        var word = power == 9 ? "billion" : power == 6 ? "million" : "thousand";
        return currency + " " + grouped(amount.movePointLeft(power).setScale(2, RoundingMode.HALF_UP)) + " " + word;
    }

    /** A share in percent: 0.1234 with one place is {@code 12.3%}. */
    public String percent(double share, int places) {
        return grouped(decimal(share).movePointRight(2).setScale(places, RoundingMode.HALF_UP)) + "%";
    }

    /** A share in percent with up to two places, as short as it goes. */
    public String percent(double share) {
        return grouped(trimmed(decimal(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP))) + "%";
    }

    /** A number with a fixed count of decimals. */
    public String fixed(double value, int places) {
        if (Math.abs(value) > EXACT_TO_THE_CENT) return significant(value);
        return grouped(decimal(value).setScale(places, RoundingMode.HALF_UP));
    }

    /** A number with at most {@code digits} significant digits, as short as it goes. */
    public String plain(double value, int digits) {
        if (value != 0 && (Math.abs(value) >= SCIENTIFIC_FROM || Math.abs(value) < 1e-6))
            return scientific(value, digits);
        return grouped(trimmed(decimal(value).round(new MathContext(digits, RoundingMode.HALF_UP))));
    }

    /** A whole number. */
    public String count(long value) {
        return grouped(BigDecimal.valueOf(value));
    }

    /** Three significant digits and a large unit, for marks and labels: {@code 1.90M}, {@code 190万}. The currency stands elsewhere. */
    public String compact(Quantity quantity, double value) {
        return compact(quantity, value, true);
    }

    /** A round number beside an axis: as {@link #compact}, without zeros at the end. */
    String tick(Quantity quantity, double value) {
        return compact(quantity, value, false);
    }

    private String compact(Quantity quantity, double value, boolean digits) {
        if (quantity.kind() == Quantity.Kind.SHARE) {
            return grouped(trimmed(decimal(value).movePointRight(2).round(new MathContext(3, RoundingMode.HALF_UP))))
                    + "%";
        }
        var rounded = decimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
        var size = rounded.abs().doubleValue();
        if (size >= 1e15 || (size != 0 && size < 1e-4)) return scientific(value, 3);
        boolean chinese = language == Language.CHINESE;
        int power = 0;
        String unit = "";
        if (chinese && size >= 1e4) {
            power = size >= 1e12 ? 12 : size >= 1e8 ? 8 : 4;
            unit = power == 12 ? "万亿" : power == 8 ? "亿" : "万";
        } else if (!chinese && size >= 1e3) {
            power = size >= 1e12 ? 12 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 3;
            unit = power == 12 ? "T" : power == 9 ? "B" : power == 6 ? "M" : "K";
        }
        var scaled = trimmed(rounded.movePointLeft(power));
        if (digits && power > 0)
            scaled = scaled.setScale(Math.max(0, 3 - scaled.precision() + scaled.scale()), RoundingMode.UNNECESSARY);
        return grouped(scaled) + unit;
    }

    /** A value in full, with currency, percent sign or unit. */
    public String full(Quantity quantity, double value) {
        return switch (quantity.kind()) {
            case MONEY -> money(value, quantity.unit());
            case SHARE -> percent(value);
            case NUMBER -> quantity.unit().isEmpty() ? plain(value, 8) : plain(value, 8) + " " + quantity.unit();
        };
    }

    /** A change in compact form with its sign: {@code +1.2M}, {@code −300K}. */
    public String signed(Quantity quantity, double change) {
        return (change > 0 ? "+" : "") + compact(quantity, change);
    }

    /** A date in words. */
    public String date(LocalDate date) {
        if (language == Language.CHINESE)
            return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** The unit of a quantity for a caption: {@code CNY}, {@code 元}, {@code %}. */
    public String unit(Quantity quantity) {
        return switch (quantity.kind()) {
            case MONEY -> language == Language.CHINESE ? unitName(quantity.unit()) : quantity.unit();
            case SHARE -> "%";
            case NUMBER -> quantity.unit();
        };
    }

    private String withCurrency(String number, String currency) {
        if (language == Language.CHINESE) return number + " " + unitName(currency);
        return currency + " " + number;
    }

    private static String unitName(String currency) {
        return CHINESE_UNITS.getOrDefault(currency, currency);
    }

    private static int minorUnits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static String significant(double value) {
        if (Math.abs(value) >= SCIENTIFIC_FROM) return "≈ " + scientific(value, SIGNIFICANT);
        return "≈ " + grouped(decimal(value).round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP)));
    }

    private static String scientific(double value, int digits) {
        var rounded = decimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        var power = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            power.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return grouped(trimmed(rounded.movePointLeft(exponent))) + "×10" + power;
    }

    /** The shortest of the decimals with 15, 16 or 17 digits that reads back as the same double; {@code Double.toString} differs between JDKs. */
    static BigDecimal decimal(double value) {
        var exact = new BigDecimal(value);
        for (int digits = SIGNIFICANT; digits < 17; digits++) {
            var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) return rounded;
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal trimmed(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static String grouped(BigDecimal value) {
        var plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        int whole = point < 0 ? plain.length() : point;
        var out = new StringBuilder();
        if (value.signum() < 0) out.append(MINUS);
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) out.append(',');
            out.append(plain.charAt(i));
        }
        return out.append(plain, whole, plain.length()).toString();
    }
}
