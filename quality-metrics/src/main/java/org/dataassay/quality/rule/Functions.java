package org.dataassay.quality.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.Utf8;
import org.jspecify.annotations.Nullable;

/** The functions of expressions, by name. A function of no value is no value. */
final class Functions {

    /** Longest text that a function makes, in characters; a longer one is cut, so that a row cannot cause unbounded work. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int MOST_ARGUMENTS = 16;
    private static final int MOST_DECIMALS = 30;
    private static final long MOST_MONTHS = 120_000;

    /** A function: how many arguments it takes, how it is written, and how it is made. */
    record Function(String usage, int least, int most, Maker make) {}

    /** Makes a part of an expression from the arguments of a function. */
    interface Maker {
        Node make(Arguments arguments);
    }

    /** The arguments of one call; each is asked for as the type that the function needs, and refused when it is another. */
    interface Arguments {
        int count();

        Node.Num number(int index);

        Node.Text text(int index);

        /** A text that stands in the expression is read at once, and refused when it is no day. */
        Node.Day day(int index);

        /** A text in single quotes. */
        String literal(int index);
    }

    static final Map<String, Function> ALL = all();

    private Functions() {}

    private static Map<String, Function> all() {
        var all = new TreeMap<String, Function>();
        all.put("number", new Function("number([Cost])", 1, 1, a -> a.number(0)));
        all.put("text", new Function("text([Code])", 1, 1, a -> a.text(0)));
        all.put("date", new Function("date([Paid])", 1, 1, a -> a.day(0)));

        all.put("abs", new Function("abs([a] - [b])", 1, 1, a -> numeric(a.number(0), BigDecimal::abs)));
        all.put("round", new Function("round([Price], 2)", 2, 2, a -> round(a.number(0), a.number(1))));
        all.put("min", new Function("min([a], [b], 0)", 1, MOST_ARGUMENTS, a -> extreme(a, -1)));
        all.put("max", new Function("max([a], [b], 0)", 1, MOST_ARGUMENTS, a -> extreme(a, 1)));

        all.put("length", new Function("length([Name])", 1, 1, a -> length(a.text(0))));
        all.put("trim", new Function("trim([Name])", 1, 1, a -> textual(a.text(0), String::strip)));
        all.put("lower", new Function("lower([Mail])", 1, 1, a -> textual(a.text(0), t -> t.toLowerCase(Locale.ROOT))));
        all.put("upper", new Function("upper([Code])", 1, 1, a -> textual(a.text(0), t -> t.toUpperCase(Locale.ROOT))));
        all.put(
                "substring",
                new Function(
                        "substring([Id], 1, 2)",
                        2,
                        3,
                        a -> substring(a.text(0), a.number(1), a.count() > 2 ? a.number(2) : null)));
        all.put("concat", new Function("concat([Year], '-', [Month])", 1, MOST_ARGUMENTS, Functions::concat));
        all.put("valid", new Function("valid([Mail], 'email')", 2, 2, a -> valid(a.text(0), a.literal(1))));

        all.put("year", new Function("year([Paid])", 1, 1, a -> part(a.day(0), LocalDate::getYear)));
        all.put("month", new Function("month([Paid])", 1, 1, a -> part(a.day(0), LocalDate::getMonthValue)));
        all.put("day", new Function("day([Paid])", 1, 1, a -> part(a.day(0), LocalDate::getDayOfMonth)));
        all.put(
                "weekday",
                new Function(
                        "weekday([Paid])",
                        1,
                        1,
                        a -> part(a.day(0), d -> d.getDayOfWeek().getValue())));
        all.put(
                "monthEnd",
                new Function(
                        "monthEnd([Paid])",
                        1,
                        1,
                        a -> shifted(a.day(0), d -> YearMonth.from(d).atEndOfMonth())));
        all.put("addMonths", new Function("addMonths([Ordered], 12)", 2, 2, a -> addMonths(a.day(0), a.number(1))));
        return all;
    }

    private interface Numeric {
        BigDecimal of(BigDecimal x);
    }

    private interface Textual {
        String of(String x);
    }

    private interface Shifted {
        LocalDate of(LocalDate x);
    }

    private static Node.Num numeric(Node.Num number, Numeric function) {
        return frame -> {
            var x = number.of(frame);
            return x == null ? null : function.of(x);
        };
    }

    private static Node.Text textual(Node.Text text, Textual function) {
        return frame -> {
            var x = text.of(frame);
            return x == null ? null : function.of(x);
        };
    }

    private static Node.Num part(Node.Day day, ToIntFunction<LocalDate> function) {
        return frame -> {
            var x = day.of(frame);
            return x.isEmpty() ? null : BigDecimal.valueOf(function.applyAsInt(LocalDate.ofEpochDay(x.getAsLong())));
        };
    }

    private static Node.Day shifted(Node.Day day, Shifted function) {
        return frame -> {
            var x = day.of(frame);
            return x.isEmpty()
                    ? x
                    : OptionalLong.of(
                            function.of(LocalDate.ofEpochDay(x.getAsLong())).toEpochDay());
        };
    }

    private static Node.Num length(Node.Text text) {
        return frame -> {
            var x = text.of(frame);
            return x == null ? null : BigDecimal.valueOf(x.codePointCount(0, x.length()));
        };
    }

    private static Node.Num extreme(Arguments arguments, int sign) {
        var numbers = new ArrayList<Node.Num>();
        for (int i = 0; i < arguments.count(); i++) numbers.add(arguments.number(i));
        return frame -> {
            BigDecimal best = null;
            for (var number : numbers) {
                var x = number.of(frame);
                if (x == null) return null;
                if (best == null || x.compareTo(best) * sign > 0) best = x;
            }
            return best;
        };
    }

    private static Node.Num round(Node.Num number, Node.Num decimals) {
        return frame -> {
            var x = number.of(frame);
            var d = whole(decimals.of(frame), frame, MOST_DECIMALS);
            return x == null || d.isEmpty() ? null : x.setScale((int) d.getAsLong(), RoundingMode.HALF_UP);
        };
    }

    /** From a place on, 1 for the first character. */
    private static Node.Text substring(Node.Text text, Node.Num from, Node.@Nullable Num count) {
        return frame -> {
            var x = text.of(frame);
            var start = whole(from.of(frame), frame, LONGEST_TEXT);
            var wanted = count == null ? OptionalLong.of(LONGEST_TEXT) : whole(count.of(frame), frame, LONGEST_TEXT);
            if (x == null || start.isEmpty() || wanted.isEmpty()) return null;
            if (start.getAsLong() < 1 || wanted.getAsLong() < 0) {
                frame.unreadable = true;
                return null;
            }
            int length = x.codePointCount(0, x.length());
            int begin = (int) Math.min(start.getAsLong() - 1, length);
            int end = (int) Math.min(begin + wanted.getAsLong(), length);
            int first = x.offsetByCodePoints(0, begin);
            return x.substring(first, x.offsetByCodePoints(first, end - begin));
        };
    }

    private static Node.Text concat(Arguments arguments) {
        var texts = new ArrayList<Node.Text>();
        for (int i = 0; i < arguments.count(); i++) texts.add(arguments.text(i));
        return frame -> {
            var all = new StringBuilder();
            for (var text : texts) {
                var x = text.of(frame);
                if (x == null) return null;
                all.append(x, 0, Math.min(x.length(), LONGEST_TEXT - all.length()));
            }
            return all.toString();
        };
    }

    private static Node.Condition valid(Node.Text text, String id) {
        var type = SemanticType.parse("expression", id);
        return frame -> {
            var x = text.of(frame);
            return x == null ? Truth.UNKNOWN : Truth.of(type.accepts(Utf8.of(x)));
        };
    }

    private static Node.Day addMonths(Node.Day day, Node.Num months) {
        return frame -> {
            var x = day.of(frame);
            var m = whole(months.of(frame), frame, MOST_MONTHS);
            return x.isEmpty() || m.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(LocalDate.ofEpochDay(x.getAsLong())
                            .plusMonths(m.getAsLong())
                            .toEpochDay());
        };
    }

    /** A day so many days later. */
    static Node.Day plusDays(Node.Day day, Node.Num days, int sign) {
        return frame -> {
            var x = day.of(frame);
            var d = whole(days.of(frame), frame, MOST_MONTHS * 31);
            return x.isEmpty() || d.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(x.getAsLong() + sign * d.getAsLong());
        };
    }

    /** A whole number of limited size; another one makes the row violate its rule. */
    private static OptionalLong whole(@Nullable BigDecimal number, Node.Frame frame, long most) {
        if (number == null) return OptionalLong.empty();
        boolean fits = number.abs().compareTo(BigDecimal.valueOf(most)) <= 0
                && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0;
        if (fits) return OptionalLong.of(number.longValue());
        frame.unreadable = true;
        return OptionalLong.empty();
    }
}
