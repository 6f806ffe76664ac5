package org.dataassay.quality.rule;

import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.SuspiciousValues;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * What a rule demands.
 *
 * <p>A cell without a value (empty, blank, or a word of the rule set's missing values) violates {@link NotNull} and is not evaluated by any other
 * constraint on a column, so that one defect counts once.
 */
public sealed interface Constraint {

    /** The columns it reads, in the order named; empty for all columns of the table, or none. */
    List<String> columns();

    /** The keys of another table that it needs; see {@link RuleSet#withTables}. */
    default Optional<ReferenceKeys.Name> reference() {
        return Optional.empty();
    }

    /** Each row has a value in the column; these further words count as none, for this rule only. */
    record NotNull(String column, List<String> alsoMissing) implements Constraint {
        public NotNull {
            alsoMissing = List.copyOf(alsoMissing);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * No two rows have the same values in these columns; without columns: in all of them. A row violates it when an <em>earlier</em> row has the
     * same values, so A is the number of different keys. A row without any value in the columns is not evaluated.
     */
    record Unique(List<String> columns) implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /** The whole text of the cell matches a pattern in RE2 syntax, which takes time linear in the text; negated: does not match. */
    record Matches(String column, String pattern, boolean negated) implements Constraint {
        public Matches {
            try {
                com.google.re2j.Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw InvalidInputException.of(QualityError.PATTERN, "pattern", e.getDescription());
            }
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The text is one of these, exactly. */
    record InSet(String column, List<String> values) implements Constraint {
        public InSet {
            values = List.copyOf(values);
            new Check()
                    .that(
                            !values.isEmpty(),
                            "values",
                            "a list of at least one text",
                            "an empty list",
                            "List the allowed values.")
                    .done();
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The cell is a number within the bounds, both included; a cell that is not a number violates it. */
    record InRange(String column, Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) implements Constraint {
        public InRange {
            Bounds.check(minimum, maximum);
            minimum = Bounds.plain(minimum);
            maximum = Bounds.plain(maximum);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * The cell can be read as a type. For dates {@code format} is a pattern of {@link java.time.format.DateTimeFormatter} (strict: 2024-02-30 is no
     * date), by default {@value #ISO_DATE}.
     */
    record OfType(String column, Type type, String format) implements Constraint {

        /** The default date format. */
        public static final String ISO_DATE = "uuuu-MM-dd";

        /** What a cell is read as. */
        public enum Type {
            INTEGER,
            DECIMAL,
            /** A day in the format. */
            DATE,
            /** An ISO day, with or without a time of day. */
            TIMESTAMP,
            /** {@code true} or {@code false}, in any case. */
            BOOLEAN
        }

        public OfType {
            DateReader.check("format", format);
        }

        public OfType(String column, Type type) {
            this(column, type, ISO_DATE);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** A condition over the cells of one row. */
    record Holds(Expression expression) implements Constraint {
        @Override
        public List<String> columns() {
            return expression.columns();
        }
    }

    /** The day in the column (ISO) is at most so many days before the valuation date, and not after it. */
    record WithinDays(String column, int days) implements Constraint {
        public WithinDays {
            new Check()
                    .that(days >= 0, "days", "at least 0", days, "Give the largest age in days.")
                    .done();
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The day in the column (ISO) is not after the valuation date. */
    record NotAfterValuationDate(String column) implements Constraint {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * Every calendar month from {@code from} to {@code to} (by default the month of the valuation date), both included, has at least one row. A and B
     * count months, not rows.
     */
    record CoversMonths(String column, YearMonth from, Optional<YearMonth> to) implements Constraint {

        /** A longer period is refused. */
        public static final int MAXIMUM_MONTHS = 12_000;

        public CoversMonths {
            to.ifPresent(end -> new Check()
                    .that(!end.isBefore(from), "to", "not before from", end, "Exchange the months.")
                    .done());
            new Check()
                    .that(
                            from.getYear() >= 1000 && from.getYear() <= 9999,
                            "from",
                            "a month from 1000-01 to 9999-12",
                            from,
                            "Correct the year.")
                    .done();
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    // ---- texts ----

    /** The text has so many Unicode characters (code points), both bounds included. */
    record Length(String column, OptionalInt minimum, OptionalInt maximum) implements Constraint {
        public Length {
            Bounds.check(
                    minimum.isPresent() ? Optional.of(BigDecimal.valueOf(minimum.getAsInt())) : Optional.empty(),
                    maximum.isPresent() ? Optional.of(BigDecimal.valueOf(maximum.getAsInt())) : Optional.empty());
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The text can be such a number, code or address: form, check digit, date and code list fit. */
    record OfSemanticType(String column, SemanticType type) implements Constraint {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The text is none of the values that people type to get past a form; without values, {@link SuspiciousValues#STANDARD_WORDS}. */
    record NotSuspicious(String column, List<String> values) implements Constraint {
        public NotSuspicious {
            values = List.copyOf(values);
        }

        /** The values that it looks for. */
        public SuspiciousValues suspicious() {
            return values.isEmpty() ? SuspiciousValues.standard() : new SuspiciousValues(values);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    // ---- another table ----

    /**
     * The values in the columns are a key of another table: its columns, in the same order, hold the same texts in some row. As with {@code MATCH SIMPLE} in SQL, a
     * row that lacks one of the values is not evaluated.
     */
    record References(List<String> columns, String table, List<String> tableColumns) implements Constraint {
        public References {
            columns = List.copyOf(columns);
            tableColumns = ReferenceKeys.Name.checked(columns, tableColumns);
        }

        @Override
        public Optional<ReferenceKeys.Name> reference() {
            return Optional.of(new ReferenceKeys.Name(table, tableColumns));
        }
    }

    /** Every key of another table has at least one row here. A and B count keys, not rows. */
    record CoversKeys(List<String> columns, String table, List<String> tableColumns) implements Constraint {
        public CoversKeys {
            columns = List.copyOf(columns);
            tableColumns = ReferenceKeys.Name.checked(columns, tableColumns);
        }

        @Override
        public Optional<ReferenceKeys.Name> reference() {
            return Optional.of(new ReferenceKeys.Name(table, tableColumns));
        }
    }

    // ---- time ----

    /** Every day from {@code from} to {@code to} (by default the valuation date), both included, has at least one row. A and B count days, not rows. */
    record CoversDays(String column, LocalDate from, Optional<LocalDate> to) implements Constraint {

        /** A longer period is cut. */
        public static final int MAXIMUM_DAYS = 400_000;

        public CoversDays {
            to.ifPresent(end -> new Check()
                    .that(!end.isBefore(from), "to", "not before from", end, "Exchange the days.")
                    .done());
            new Check()
                    .that(
                            from.getYear() >= 1000 && from.getYear() <= 9999,
                            "from",
                            "a day from 1000-01-01 to 9999-12-31",
                            from,
                            "Correct the year.")
                    .done();
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The latest day in the column that is not after the valuation date is at most so many days before it. A of B = 1 counts the table. */
    record NewestWithinDays(String column, int days) implements Constraint {
        public NewestWithinDays {
            new Check()
                    .that(days >= 0, "days", "at least 0", days, "Give the largest age in days.")
                    .done();
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * The moment in the column (ISO day, with or without a time) is not before the one of the row above that has one; strictly: after it. A moment that cannot be read
     * violates it. Moments without an offset count as UTC, and are compared to the microsecond.
     */
    record InOrder(String column, boolean strictly) implements Constraint {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    // ---- the table as a whole: B = 1, and A = 1 where it holds ----

    /** The table has so many rows, both bounds included. */
    record RowCount(OptionalLong minimum, OptionalLong maximum) implements Constraint {
        public RowCount {
            Bounds.check(
                    minimum.isPresent() ? Optional.of(BigDecimal.valueOf(minimum.getAsLong())) : Optional.empty(),
                    maximum.isPresent() ? Optional.of(BigDecimal.valueOf(maximum.getAsLong())) : Optional.empty());
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /** So many rows were expected: B are those, A those that came, at most B. */
    record ExpectedRows(long rows) implements Constraint {
        public ExpectedRows {
            new Check()
                    .that(rows >= 1, "rows", "at least 1", rows, "Give the number of rows that should be there.")
                    .done();
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /** A figure over the numbers of a column lies within the bounds, both included. Cells that are not numbers are left out, and counted in the note. */
    record Aggregate(String column, Figure figure, Optional<BigDecimal> minimum, Optional<BigDecimal> maximum)
            implements Constraint {

        /** What is computed, exactly; a mean is compared before it is rounded. */
        public enum Figure {
            MEAN,
            SUM,
            MINIMUM,
            MAXIMUM;

            /** The stable name in files. */
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }

            public static Optional<Figure> ofId(String id) {
                return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
            }

            /** All ids, for messages. */
            public static String ids() {
                return Arrays.stream(values()).map(Figure::id).collect(Collectors.joining(", "));
            }
        }

        public Aggregate {
            Bounds.check(minimum, maximum);
            minimum = Bounds.plain(minimum);
            maximum = Bounds.plain(maximum);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The share of rows for which the condition holds, among those for which it holds or does not, lies within the bounds, both included. */
    record Share(Expression expression, Optional<BigDecimal> minimum, Optional<BigDecimal> maximum)
            implements Constraint {
        public Share {
            Bounds.check(minimum, maximum);
            minimum = Bounds.plain(minimum);
            maximum = Bounds.plain(maximum);
            var check = new Check();
            minimum.ifPresent(share -> check.share("minimum", share.doubleValue()));
            maximum.ifPresent(share -> check.share("maximum", share.doubleValue()));
            check.done();
        }

        @Override
        public List<String> columns() {
            return expression.columns();
        }
    }
}
