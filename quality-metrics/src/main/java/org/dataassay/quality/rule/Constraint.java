package org.dataassay.quality.rule;

import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * What a rule demands.
 *
 * <p>A cell without a value (empty, blank, or a word of the rule set's missing values) violates {@link NotNull} and is not evaluated by any other
 * constraint on a column, so that one defect counts once.
 */
public sealed interface Constraint {

    /** The columns it reads, in the order named; empty for all columns of the table. */
    List<String> columns();

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
            boolean ordered =
                    minimum.isEmpty() || maximum.isEmpty() || minimum.get().compareTo(maximum.get()) <= 0;
            new Check()
                    .that(
                            minimum.isPresent() || maximum.isPresent(),
                            "minimum",
                            "given, or maximum",
                            "absent",
                            "Give at least one bound.")
                    .that(ordered, "minimum", "at most maximum", minimum + " above " + maximum, "Exchange the bounds.")
                    .done();
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
            DATE
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
}
