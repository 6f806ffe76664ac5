package org.dataassay.quality.rule;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;

/**
 * An evaluation in progress: add the rows of a table in order, then read the results. Runs over consecutive parts of a table can be merged; the
 * result is the same as that of one run over the whole. Not thread-safe.
 */
public final class RuleRun {

    /** Most different keys that a {@link Constraint.Unique} remembers (a quarter of a GiB); with more, it is reported as not measured. */
    public static final int MAXIMUM_KEYS = 1 << 23;

    private final RuleSet ruleSet;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final MissingValues.Matcher missing;
    private final LocalDate valuationDate;
    private final List<RuleState> states = new ArrayList<>();

    RuleRun(RuleSet ruleSet, List<String> columns, LocalDate valuationDate) {
        this.ruleSet = ruleSet;
        this.columns = List.copyOf(columns);
        this.missing = ruleSet.missing().matcher();
        this.valuationDate = valuationDate;
        for (int i = 0; i < columns.size(); i++) places.put(columns.get(i), i);
        var check = new Check();
        for (var rule : ruleSet.rules()) {
            for (var column : rule.constraint().columns()) {
                if (!places.containsKey(column)) {
                    check.add(Problem.of(
                            QualityError.COLUMN_UNKNOWN, "rules." + rule.id(), column, Names.near(column, columns)));
                }
            }
            var reference = rule.constraint().reference();
            if (reference.isPresent() && !ruleSet.references().containsKey(reference.get()))
                check.add(Problem.of(
                        QualityError.REFERENCE_MISSING,
                        "rules." + rule.id(),
                        "'" + reference.get().table() + "'"));
        }
        check.done();
        for (var rule : ruleSet.rules()) states.add(state(rule.constraint()));
    }

    /** Evaluates every rule for the row. */
    public void add(Row row) {
        for (var state : states) state.add(row);
    }

    /** Adds the run over the rows that follow, whose numbers move on by so many; it must be of the same rules and must not be used afterwards. */
    public void merge(RuleRun later, long rowsBefore) {
        if (!ruleSet.equals(later.ruleSet) || !columns.equals(later.columns)) {
            throw InvalidInputException.of(
                    QualityError.RULE_INVALID,
                    "later",
                    "a run of the same rules over the same columns",
                    "another",
                    "Merge parts of one table.");
        }
        for (int i = 0; i < states.size(); i++) states.get(i).merge(later.states.get(i), rowsBefore);
    }

    /** One result per rule, in the order of the rules. */
    public List<RuleResult> results() {
        var results = new ArrayList<RuleResult>();
        for (int i = 0; i < states.size(); i++)
            results.add(states.get(i).result(ruleSet.rules().get(i)));
        return List.copyOf(results);
    }

    // ---- from what is demanded to how it is tested ----

    private RuleState state(Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique) {
            var keys = unique.columns().isEmpty() ? columns : unique.columns();
            return new UniqueState(places(keys), MAXIMUM_KEYS);
        }
        if (constraint instanceof Constraint.CoversMonths covers) {
            var to = covers.to().orElse(YearMonth.from(valuationDate));
            return CoverageState.months(place(covers.column()), covers.from(), to, missing);
        }
        if (constraint instanceof Constraint.CoversDays covers)
            return CoverageState.days(
                    place(covers.column()), covers.from(), covers.to().orElse(valuationDate), missing);
        if (constraint instanceof Constraint.CoversKeys covers)
            return new KeysState(places(covers.columns()), keys(covers));
        if (constraint instanceof Constraint.InOrder order)
            return new OrderState(place(order.column()), order.strictly(), missing);
        if (constraint instanceof Constraint.RowCount || constraint instanceof Constraint.ExpectedRows)
            return new TableStates.Rows(constraint);
        if (constraint instanceof Constraint.Aggregate aggregate)
            return new TableStates.Numbers(aggregate, place(aggregate.column()), missing);
        if (constraint instanceof Constraint.Share share)
            return new TableStates.Shares(share, holds(share.expression()));
        if (constraint instanceof Constraint.NewestWithinDays newest)
            return new TableStates.Newest(place(newest.column()), newest.days(), valuationDate, missing);
        if (constraint instanceof Constraint.References references)
            return new RowRuleState(new KeyTest(places(references.columns()), keys(references), missing));
        if (constraint instanceof Constraint.NotNull notNull) return new RowRuleState(notNull(notNull));
        if (constraint instanceof Constraint.Holds holds) return new RowRuleState(holds(holds.expression()));
        return new RowRuleState(new CellTest(place(constraint.columns().get(0)), missing, cellRule(constraint)));
    }

    private int[] places(List<String> names) {
        return names.stream().mapToInt(this::place).toArray();
    }

    private ReferenceKeys keys(Constraint constraint) {
        return constraint.reference().map(ruleSet.references()::get).orElseThrow();
    }

    private int place(String column) {
        var place = places.get(column);
        if (place == null) throw new IllegalStateException("column not bound: " + column);
        return place;
    }

    private RowRuleState.RowTest notNull(Constraint.NotNull rule) {
        int column = place(rule.column());
        var also = new HashSet<>(rule.alsoMissing());
        return new RowRuleState.RowTest() {
            @Override
            public Verdict of(Row row) {
                var cell = row.cell(column);
                boolean absent = missing.isMissing(cell) || (!also.isEmpty() && also.contains(cell.toString()));
                return absent ? Verdict.VIOLATED : Verdict.SATISFIED;
            }

            @Override
            public String reason(Row row) {
                return row.cell(column).isBlank() ? "no value" : "a word that stands for no value";
            }
        };
    }

    private RowRuleState.RowTest holds(Expression expression) {
        var slots = expression.columns().stream().mapToInt(this::place).toArray();
        var frame = new Node.Frame(slots, missing, valuationDate.toEpochDay());
        return new RowRuleState.RowTest() {
            @Override
            public Verdict of(Row row) {
                frame.row = row;
                return expression.evaluate(frame);
            }

            @Override
            public String reason(Row row) {
                var reason = new StringBuilder(frame.unreadable ? "cannot be evaluated:" : "does not hold:");
                for (int i = 0; i < slots.length; i++) {
                    reason.append(i == 0 ? " [" : ", [")
                            .append(expression.columns().get(i))
                            .append("] ")
                            .append(Shape.of(row.cell(slots[i])));
                }
                return reason.toString();
            }
        };
    }

    private CellRule cellRule(Constraint constraint) {
        if (constraint instanceof Constraint.Matches matches) {
            var pattern = Pattern.compile(matches.pattern());
            var what = matches.negated() ? " matches the pattern" : " does not match the pattern";
            var known = new CellCache(cell -> pattern.matches(cell.toString()) != matches.negated());
            return CellRule.of(known::test, what);
        }
        if (constraint instanceof Constraint.InSet inSet) {
            var values = new HashSet<>(inSet.values());
            return CellRule.of(cell -> values.contains(cell.toString()), " is not in the list");
        }
        if (constraint instanceof Constraint.InRange range) return new RangeRule(range.minimum(), range.maximum());
        if (constraint instanceof Constraint.Length length) return new LengthRule(length.minimum(), length.maximum());
        if (constraint instanceof Constraint.OfSemanticType semantic)
            return CellRule.of(
                    semantic.type()::accepts,
                    " is not of type " + semantic.type().id());
        if (constraint instanceof Constraint.NotSuspicious suspicious) {
            var matcher = suspicious.suspicious().matcher();
            return CellRule.of(cell -> !matcher.isSuspicious(cell), " is one of the suspicious values");
        }
        if (constraint instanceof Constraint.OfType type) {
            return switch (type.type()) {
                case INTEGER -> CellRule.of(cell -> cell.kind() == ValueKind.INTEGER, " is not an integer");
                case DECIMAL ->
                    CellRule.of(
                            cell -> cell.kind() == ValueKind.INTEGER || cell.kind() == ValueKind.DECIMAL,
                            " is not a decimal number");
                case BOOLEAN -> CellRule.of(cell -> cell.kind() == ValueKind.BOOLEAN, " is not true or false");
                case TIMESTAMP ->
                    CellRule.of(cell -> cell.epochDay().isPresent(), " is not an ISO day or day and time");
                case DATE -> {
                    var reader = new DateReader(type.format());
                    yield CellRule.of(
                            cell -> reader.read(cell).isPresent(), " is not a date in the form " + type.format());
                }
            };
        }
        long today = valuationDate.toEpochDay();
        if (constraint instanceof Constraint.WithinDays within) {
            return CellRule.of(
                    cell -> {
                        var day = cell.epochDay();
                        return day.isPresent() && day.getAsLong() <= today && today - day.getAsLong() <= within.days();
                    },
                    " is not a day within " + within.days() + " days before the valuation date");
        }
        if (constraint instanceof Constraint.NotAfterValuationDate) {
            return CellRule.of(
                    cell -> {
                        var day = cell.epochDay();
                        return day.isPresent() && day.getAsLong() <= today;
                    },
                    " is not a day up to the valuation date");
        }
        throw new IllegalStateException("no test for " + constraint);
    }

    /** A rule for a cell that holds a value. */
    private interface CellRule {
        boolean holds(Utf8 cell);

        String reason(Utf8 cell);

        static CellRule of(java.util.function.Predicate<Utf8> test, String what) {
            return new CellRule() {
                @Override
                public boolean holds(Utf8 cell) {
                    return test.test(cell);
                }

                @Override
                public String reason(Utf8 cell) {
                    return Shape.of(cell) + what;
                }
            };
        }
    }

    private record RangeRule(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) implements CellRule {
        @Override
        public boolean holds(Utf8 cell) {
            var number = cell.decimal();
            if (number.isEmpty()) return false;
            return (minimum.isEmpty() || number.get().compareTo(minimum.get()) >= 0)
                    && (maximum.isEmpty() || number.get().compareTo(maximum.get()) <= 0);
        }

        @Override
        public String reason(Utf8 cell) {
            var number = cell.decimal();
            if (number.isEmpty()) return Shape.of(cell) + " is not a number";
            boolean below = minimum.isPresent() && number.get().compareTo(minimum.get()) < 0;
            return Shape.of(cell) + (below ? " is below the minimum" : " is above the maximum");
        }
    }

    private record LengthRule(OptionalInt minimum, OptionalInt maximum) implements CellRule {
        @Override
        public boolean holds(Utf8 cell) {
            int length = cell.codePoints();
            return (minimum.isEmpty() || length >= minimum.getAsInt())
                    && (maximum.isEmpty() || length <= maximum.getAsInt());
        }

        @Override
        public String reason(Utf8 cell) {
            return Shape.of(cell) + " has " + cell.codePoints() + " characters";
        }
    }

    /** Whether a row's values are a key of another table. */
    private static final class KeyTest implements RowRuleState.RowTest {

        private final int[] columns;
        private final ReferenceKeys keys;
        private final MissingValues.Matcher missing;

        KeyTest(int[] columns, ReferenceKeys keys, MissingValues.Matcher missing) {
            this.columns = columns.clone();
            this.keys = keys;
            this.missing = missing;
        }

        @Override
        public Verdict of(Row row) {
            for (int column : columns) {
                if (missing.isMissing(row.cell(column))) return Verdict.NOT_EVALUATED;
            }
            return keys.indexOf(row, columns) >= 0 ? Verdict.SATISFIED : Verdict.VIOLATED;
        }

        @Override
        public String reason(Row row) {
            var shapes = new ArrayList<String>();
            for (int column : columns) shapes.add(Shape.of(row.cell(column)));
            return String.join(", ", shapes) + " is not in '" + keys.name().table() + "'";
        }
    }

    private record CellTest(int column, MissingValues.Matcher missing, CellRule rule) implements RowRuleState.RowTest {
        @Override
        public Verdict of(Row row) {
            var cell = row.cell(column);
            if (missing.isMissing(cell)) return Verdict.NOT_EVALUATED;
            return rule.holds(cell) ? Verdict.SATISFIED : Verdict.VIOLATED;
        }

        @Override
        public String reason(Row row) {
            return rule.reason(row.cell(column));
        }
    }
}
