package org.dataassay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.numeric.Elementary;

/**
 * The table on which profiles are measured: customers and orders with every defect that real tables have, each in a known number of rows.
 *
 * <p>CSV with a header, comma, LF and UTF-8, quoted only where a rule says so; an empty field is a null. Row i is made from s = i, or from s = i − 3 (a copy of
 * that whole row) where i mod 1000 = 999; every drawn value is a hash of s and a number of its own, so any row can be made without the others and every machine
 * makes the same bytes. The rules repeat after {@value #PERIOD} rows: {@code test-table-1m.json} has what an independent program counted in one million.
 *
 * <p>Arguments: the file to write, then optionally the number of rows.
 */
public final class TestTable {

    /** Rows come in multiples of this, so that the numbers of defects are exact. */
    public static final int PERIOD = 2_000;

    public static final List<String> COLUMNS = List.of(
            "id",
            "national_id",
            "name",
            "email",
            "phone",
            "province",
            "category",
            "amount",
            "quantity",
            "created_at",
            "updated_at",
            "note");

    private static final String[] PROVINCES =
            ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82")
                    .split(" ");
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰";
    private static final String[] PLACEHOLDERS = {"N/A", "test", "无"};
    private static final String[] DOMAINS = {
        "example.com", "example.org", "example.net", "mail.example", "post.example", "data.example"
    };
    private static final String[] CATEGORIES = {
        "grocery", "clothing", "electronics", "household", "beauty", "sports", "books", "toys"
    };
    private static final int[] CATEGORY_WEIGHTS = {30, 20, 15, 12, 10, 6, 4, 3};
    private static final String[] WORDS = {
        "order",
        "customer",
        "delivery",
        "late",
        "paid",
        "returned",
        "gift",
        "urgent",
        "phone",
        "address",
        "changed",
        "confirmed",
        "cancelled",
        "discount",
        "invoice",
        "repeat"
    };
    private static final int[] CHECK_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private static final long FIRST_BIRTHDAY = LocalDate.of(1950, 1, 1).toEpochDay();
    private static final long BIRTHDAYS = LocalDate.of(2005, 1, 1).toEpochDay() - FIRST_BIRTHDAY;
    private static final long CREATED_FROM = second(2020);
    private static final long CREATED_SECONDS = second(2024) - CREATED_FROM;
    private static final long UPDATED_FROM = second(2025);
    private static final long UPDATED_SECONDS = second(2026) - UPDATED_FROM;
    private static final long DAY = 86_400;

    private static final DateTimeFormatter BIRTHDAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** Numbers of the drawn values. */
    private enum Draw {
        PROVINCE,
        COUNTY,
        BIRTHDAY,
        SERIAL,
        SURNAME,
        NAME_LENGTH,
        FIRST_GIVEN,
        SECOND_GIVEN,
        EMAIL,
        DOMAIN,
        PHONE_SECOND,
        PHONE_REST,
        CATEGORY,
        AMOUNT,
        AMOUNT_DIGITS,
        QUANTITY,
        CREATED,
        UPDATED,
        DAYS_BEFORE,
        DAYS_AFTER,
        WORDS,
        WORD
    }

    private final StringBuilder row = new StringBuilder(256);
    /** The source of the row being made. */
    private long s;

    private TestTable() {}

    public static void main(String[] arguments) throws IOException {
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        try (var out = Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            write(out, rows);
        }
    }

    /** Writes a table of so many rows, a multiple of {@link #PERIOD}. */
    public static void write(Writer out, long rows) {
        if (rows <= 0 || rows % PERIOD != 0)
            throw new IllegalArgumentException("rows must be a positive multiple of " + PERIOD + ", but was " + rows
                    + ". Otherwise the numbers of defects are not exact.");
        var table = new TestTable();
        try {
            out.append(String.join(",", COLUMNS)).append('\n');
            for (long i = 0; i < rows; i++) out.append(table.row(i));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CharSequence row(long i) {
        s = i % 1000 == 999 ? i - 3 : i;
        row.setLength(0);
        id(i % 500 == 249 ? i - 7 : s);
        row.append(',');
        var province = pick(PROVINCES, Draw.PROVINCE);
        nationalId(province);
        row.append(',');
        name();
        row.append(',');
        email();
        row.append(',');
        phone();
        row.append(',');
        province(province);
        row.append(',');
        category();
        row.append(',');
        amount();
        row.append(',');
        quantity();
        row.append(',');
        long created = CREATED_FROM + draw(Draw.CREATED, CREATED_SECONDS);
        createdAt(created);
        row.append(',');
        updatedAt(created);
        row.append(',');
        note();
        return row.append('\n');
    }

    private void id(long source) {
        row.append('R');
        digits(source + 1, 9);
    }

    private void nationalId(String province) {
        if (is(50, 1)) return;
        int start = row.length();
        row.append(province);
        digits(draw(Draw.COUNTY, 10_000), 4);
        row.append(BIRTHDAY.format(LocalDate.ofEpochDay(FIRST_BIRTHDAY + draw(Draw.BIRTHDAY, BIRTHDAYS))));
        if (is(1000, 7)) row.replace(start + 10, start + 12, "13");
        digits(draw(Draw.SERIAL, 1_000), 3);
        int sum = 0;
        for (int k = 0; k < CHECK_WEIGHTS.length; k++) sum += (row.charAt(start + k) - '0') * CHECK_WEIGHTS[k];
        if (is(100, 3)) sum++; // the next check character, so a wrong one
        if (!is(200, 5)) row.append(CHECK_CHARACTERS.charAt(sum % 11));
    }

    private void name() {
        if (is(100, 11)) return;
        if (is(500, 17)) {
            row.append(PLACEHOLDERS[(int) (s / 500 % 3)]);
            return;
        }
        if (is(200, 13)) row.append(' ');
        row.append(SURNAMES.charAt((int) draw(Draw.SURNAME, SURNAMES.length())));
        row.append(GIVEN.charAt((int) draw(Draw.FIRST_GIVEN, GIVEN.length())));
        if (draw(Draw.NAME_LENGTH, 2) == 1) row.append(GIVEN.charAt((int) draw(Draw.SECOND_GIVEN, GIVEN.length())));
        if (is(200, 13)) row.append(' ');
    }

    private void email() {
        if (is(20, 9)) return;
        if (is(1000, 8)) {
            row.append("a@a");
            return;
        }
        row.append('u');
        if (is(500, 6)) row.append(' ');
        row.append(Long.toString(bits(Draw.EMAIL) >>> 16, 36));
        if (is(500, 4)) row.append('@');
        if (!is(100, 2)) row.append('@');
        row.append(pick(DOMAINS, Draw.DOMAIN));
    }

    private void phone() {
        if (is(10, 7)) return;
        if (is(1000, 11)) {
            row.append("13800000000");
            return;
        }
        if (is(20, 5)) row.append("+86-");
        int start = row.length();
        mobile();
        if (is(100, 1)) row.setLength(row.length() - 1);
        if (is(200, 3)) row.replace(start + 3, start + 5, "AB");
    }

    private void mobile() {
        row.append('1').append(3 + draw(Draw.PHONE_SECOND, 7));
        digits(draw(Draw.PHONE_REST, 1_000_000_000), 9);
    }

    private void province(String province) {
        if (is(200, 19)) return;
        if (is(500, 21)) {
            row.append("99");
        } else if (is(250, 27)) {
            int next = (int) draw(Draw.PROVINCE, PROVINCES.length) + 1;
            row.append(PROVINCES[next % PROVINCES.length]);
        } else {
            row.append(is(100, 23) ? "Province-" : "").append(province);
        }
    }

    private void category() {
        if (is(100, 29)) return;
        int left = (int) draw(Draw.CATEGORY, 100);
        int chosen = 0;
        while (left >= CATEGORY_WEIGHTS[chosen]) left -= CATEGORY_WEIGHTS[chosen++];
        var word = CATEGORIES[chosen];
        boolean odd = s / 50 % 2 == 1;
        if (is(50, 31)) row.append(odd ? word + " " : word.toUpperCase(Locale.ROOT));
        else row.append(word);
    }

    private void amount() {
        if (is(100, 33)) return;
        if (is(200, 35)) {
            row.append("\"1,");
            digits(draw(Draw.AMOUNT_DIGITS, 1_000), 3);
            row.append(".50\"");
            return;
        }
        double uniform = ((bits(Draw.AMOUNT) >>> 12) + 0.5) * 0x1p-52;
        long cents = Math.round(100 * Elementary.exp(5 + Elementary.normalQuantile(uniform)));
        if (is(500, 37)) row.append('-');
        if (is(2000, 39)) cents *= 10_000;
        row.append(cents / 100).append('.');
        digits(cents % 100, 2);
    }

    private void quantity() {
        if (is(100, 41)) return;
        if (is(200, 43)) row.append('0');
        else if (is(1000, 45)) row.append("3.5");
        else if (is(1000, 47)) row.append("ten");
        else row.append(1 + draw(Draw.QUANTITY, 100));
    }

    private void createdAt(long created) {
        if (is(500, 51)) return;
        if (is(100, 53)) row.append(OTHER_DATE.format(LocalDate.ofEpochDay(created / DAY)));
        else if (is(1000, 55)) row.append("2099-12-31");
        else if (is(2000, 57)) row.append("2024-02-30");
        else timestamp(created);
    }

    private void updatedAt(long created) {
        if (is(100, 59)) return;
        if (is(200, 49)) timestamp(created - DAY * (1 + draw(Draw.DAYS_BEFORE, 30)));
        else if (is(8, 5)) timestamp(created + DAY * (1 + draw(Draw.DAYS_AFTER, 100)));
        else timestamp(UPDATED_FROM + draw(Draw.UPDATED, UPDATED_SECONDS));
    }

    private void note() {
        int last = (int) (s % 10);
        if (last == 0 || last == 3 || last == 6) return;
        if (is(1000, 78)) {
            row.append("=1+1");
            return;
        }
        boolean quoted = last == 1 || is(100, 62);
        if (quoted) row.append('"');
        int words = 2 + (int) draw(Draw.WORDS, 5);
        long choices = bits(Draw.WORD);
        for (int w = 0; w < words; w++) {
            var word = WORDS[(int) (choices >>> 4 * w) & 15];
            if (w > 0) row.append(w > 1 ? " " : last == 1 ? ", " : is(100, 62) ? "\n" : " ");
            if (w == 1 && last == 1) row.append("\"\"").append(word).append("\"\"");
            else row.append(word);
        }
        if (is(50, 14)) {
            row.append(' ');
            mobile();
        }
        if (is(1000, 68)) row.append(" 锟斤拷");
        if (last == 5) row.append("，请尽快处理");
        if (quoted) row.append('"');
    }

    private void timestamp(long second) {
        var time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        digits(time.getYear(), 4);
        row.append('-');
        digits(time.getMonthValue(), 2);
        row.append('-');
        digits(time.getDayOfMonth(), 2);
        row.append(' ');
        digits(time.getHour(), 2);
        row.append(':');
        digits(time.getMinute(), 2);
        row.append(':');
        digits(time.getSecond(), 2);
    }

    private void digits(long number, int width) {
        long tens = 1;
        for (int i = 1; i < width; i++) tens *= 10;
        for (; tens > 0; tens /= 10) row.append((char) ('0' + number / tens % 10));
    }

    private boolean is(int every, int remainder) {
        return s % every == remainder;
    }

    private String pick(String[] choices, Draw draw) {
        return choices[(int) draw(draw, choices.length)];
    }

    /** A number below the bound. */
    private long draw(Draw draw, long bound) {
        return Long.remainderUnsigned(bits(draw), bound);
    }

    /** The finalizer of SplitMix64 over the source and the number of the value. */
    private long bits(Draw draw) {
        long z = s * 0x9E3779B97F4A7C15L + draw.ordinal() * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long second(int year) {
        return LocalDate.of(year, 1, 1).toEpochDay() * DAY;
    }
}
