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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.RowBlock;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation in progress: add the rows of a table in order, then read the results. Runs over consecutive parts of a table can be merged; the
 * result is the same as that of one run over the whole. Not thread-safe.
 */
public final class RuleRun {

    /**
     * Most different keys that all {@link Constraint.Unique} and the search for repeated rows remember together, each the same share of it: 300 MiB at most. Beyond
     * its share a rule's different keys are estimated.
     */
    public static final int MAXIMUM_KEYS = 3 << 23;

    /** The rule behind {@link #wholeRows()}. */
    private static final Rule WHOLE_ROWS =
            Rule.of("whole-rows", Indicator.DUPLICATE_RATE, Severity.INFO, new Constraint.Unique(List.of()));

    private final RuleSet ruleSet;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final MissingValues.Matcher missing;
    private final LocalDate valuationDate;
    private final boolean begins;
    private final List<RuleState> states = new ArrayList<>();
    /** The key of all columns together, which any rule for it shares. */
    private @Nullable UniqueState wholeRows;

    private final RowBlock single = new RowBlock();

    RuleRun(RuleSet ruleSet, List<String> columns, LocalDate valuationDate, boolean countsRows, boolean begins) {
        this.begins = begins;
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
        long sets = ruleSet.rules().stream()
                .filter(rule -> rule.constraint() instanceof Constraint.Unique unique && !isWhole(unique))
                .count();
        boolean whole = countsRows
                || ruleSet.rules().stream()
                        .anyMatch(rule -> rule.constraint() instanceof Constraint.Unique unique && isWhole(unique));
        int keysEach = (int) (MAXIMUM_KEYS / Math.max(1, sets + (whole ? 1 : 0)));
        if (whole)
            wholeRows = new UniqueState(IntStream.range(0, columns.size()).toArray(), keysEach, begins);
        for (var rule : ruleSet.rules()) states.add(state(rule.constraint(), keysEach));
    }

    private boolean isWhole(Constraint.Unique unique) {
        return unique.columns().isEmpty() || unique.columns().equals(columns);
    }

    /** Evaluates every rule for the row; a run takes rows or blocks, not both. */
    public void add(Row row) {
        single.clear(columns.size());
        single.add(row, 0);
        single.examine(missing);
        add(single, 0);
    }

    /** Evaluates every rule for the rows of a block, which was examined; so many are numbered before the part that they are of. */
    public void add(RowBlock block, long rowsBefore) {
        if (wholeRows != null) wholeRows.add(block, rowsBefore);
        for (var state : states) {
            if (state != wholeRows) state.add(block, rowsBefore);
        }
    }

    /** How many different rows there are, and which repeat an earlier one; empty where the run does not count them. */
    public Optional<RuleResult> wholeRows() {
        return Optional.ofNullable(wholeRows).map(state -> state.result(WHOLE_ROWS));
    }

    /** The state as bytes that {@link #read} understands. */
    public void write(StateBytes.Writer out) {
        if (wholeRows != null) wholeRows.write(out);
        for (var state : states) {
            if (state != wholeRows) state.write(out);
        }
    }

    /** Reads a state of the same rules over so many numbered rows into this new run. */
    public void read(StateBytes.Reader in, long rows) {
        if (wholeRows != null) wholeRows.read(in, rows);
        for (var state : states) {
            if (state != wholeRows) state.read(in, rows);
        }
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
        if (wholeRows != null && later.wholeRows != null) wholeRows.merge(later.wholeRows, rowsBefore);
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i) != wholeRows) states.get(i).merge(later.states.get(i), rowsBefore);
        }
    }

    /** One result per rule, in the order of the rules. */
    public List<RuleResult> results() {
        var results = new ArrayList<RuleResult>();
        for (int i = 0; i < states.size(); i++)
            results.add(states.get(i).result(ruleSet.rules().get(i)));
        return List.copyOf(results);
    }

    // ---- from what is demanded to how it is tested ----

    private RuleState state(Constraint constraint, int maximumKeys) {
        if (constraint instanceof Constraint.Unique unique) {
            if (wholeRows != null && isWhole(unique)) return wholeRows;
            var keys = unique.columns().stream().mapToInt(this::place).toArray();
            return new UniqueState(keys, maximumKeys, begins);
        }
        if (constraint instanceof Constraint.CoversMonths covers) {
            var to = covers.to().orElse(YearMonth.from(valuationDate));
            return CoverageState.months(place(covers.column()), covers.from(), to);
        }
        if (constraint instanceof Constraint.CoversDays covers)
            return CoverageState.days(
                    place(covers.column()), covers.from(), covers.to().orElse(valuationDate));
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
            return new RowRuleState(new KeyTest(places(references.columns()), keys(references)));
        if (constraint instanceof Constraint.NotNull notNull) return new RowRuleState(notNull(notNull));
        if (constraint instanceof Constraint.Holds holds) return new RowRuleState(holds(holds.expression()));
        return new RowRuleState(new CellTest(place(constraint.columns().get(0)), cellRule(constraint), new Utf8()));
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
            public Verdict of(RowBlock block, int index) {
                boolean absent = !block.hasValue(index, column)
                        || (!also.isEmpty()
                                && also.contains(block.cell(index, column).toString()));
                return absent ? Verdict.VIOLATED : Verdict.SATISFIED;
            }

            @Override
            public String reason(RowBlock block, int index) {
                return block.cell(index, column).isBlank() ? "no value" : "a word that stands for no value";
            }
        };
    }

    private RowRuleState.RowTest holds(Expression expression) {
        var slots = expression.columns().stream().mapToInt(this::place).toArray();
        var frame = new Node.Frame(slots, missing, valuationDate.toEpochDay());
        return new RowRuleState.RowTest() {
            @Override
            public Verdict of(RowBlock block, int index) {
                frame.row = block.row(index);
                return expression.evaluate(frame);
            }

            @Override
            public String reason(RowBlock block, int index) {
                var reason = new StringBuilder(frame.unreadable ? "cannot be evaluated:" : "does not hold:");
                for (int i = 0; i < slots.length; i++) {
                    reason.append(i == 0 ? " [" : ", [")
                            .append(expression.columns().get(i))
                            .append("] ")
                            .append(Shape.of(block.cell(index, slots[i])));
                }
                return reason.toString();
            }
        };
    }

    private CellRule cellRule(Constraint constraint) {
        if (constraint instanceof Constraint.Matches matches) {
            var pattern = Pattern.compile(matches.pattern());
            var what = matches.negated() ? " matches the pattern" : " does not match the pattern";
            return CellRule.remembered(
                    cell -> pattern.matches(cell.toString()) != matches.negated(), cell -> Shape.of(cell) + what);
        }
        if (constraint instanceof Constraint.InSet inSet) {
            var values = new HashSet<>(inSet.values());
            return CellRule.remembered(
                    cell -> values.contains(cell.toString()), cell -> Shape.of(cell) + " is not in the list");
        }
        if (constraint instanceof Constraint.InRange range) {
            var rule = new RangeRule(range.minimum(), range.maximum());
            return CellRule.remembered(rule::holds, rule::reason);
        }
        if (constraint instanceof Constraint.Length length) {
            var rule = new LengthRule(length.minimum(), length.maximum());
            return CellRule.of(rule::holds, rule::reason);
        }
        if (constraint instanceof Constraint.OfSemanticType semantic)
            return CellRule.of(
                    semantic.type()::accepts,
                    " is not of type " + semantic.type().id());
        if (constraint instanceof Constraint.NotSuspicious suspicious) {
            var matcher = suspicious.suspicious().matcher();
            return CellRule.remembered(
                    cell -> !matcher.isSuspicious(cell), cell -> Shape.of(cell) + " is one of the suspicious values");
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
                    yield CellRule.remembered(
                            cell -> reader.read(cell).isPresent(),
                            cell -> Shape.of(cell) + " is not a date in the form " + type.format());
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
        boolean holds(Utf8 cell, long hash);

        String reason(Utf8 cell);

        /** A test that costs little. */
        static CellRule of(Predicate<Utf8> test, String what) {
            return of(test, cell -> Shape.of(cell) + what);
        }

        /** A test that costs little, with its own words. */
        static CellRule of(Predicate<Utf8> test, Function<Utf8, String> reason) {
            return new CellRule() {
                @Override
                public boolean holds(Utf8 cell, long hash) {
                    return test.test(cell);
                }

                @Override
                public String reason(Utf8 cell) {
                    return reason.apply(cell);
                }
            };
        }

        /** A test that costs much. */
        static CellRule remembered(Predicate<Utf8> test, Function<Utf8, String> reason) {
            var known = new CellCache(test);
            return new CellRule() {
                @Override
                public boolean holds(Utf8 cell, long hash) {
                    return known.test(cell, hash);
                }

                @Override
                public String reason(Utf8 cell) {
                    return reason.apply(cell);
                }
            };
        }
    }

    private record RangeRule(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {
        boolean holds(Utf8 cell) {
            var number = cell.decimal();
            if (number.isEmpty()) return false;
            return (minimum.isEmpty() || number.get().compareTo(minimum.get()) >= 0)
                    && (maximum.isEmpty() || number.get().compareTo(maximum.get()) <= 0);
        }

        String reason(Utf8 cell) {
            var number = cell.decimal();
            if (number.isEmpty()) return Shape.of(cell) + " is not a number";
            boolean below = minimum.isPresent() && number.get().compareTo(minimum.get()) < 0;
            return Shape.of(cell) + (below ? " is below the minimum" : " is above the maximum");
        }
    }

    private record LengthRule(OptionalInt minimum, OptionalInt maximum) {
        boolean holds(Utf8 cell) {
            int length = cell.codePoints();
            return (minimum.isEmpty() || length >= minimum.getAsInt())
                    && (maximum.isEmpty() || length <= maximum.getAsInt());
        }

        String reason(Utf8 cell) {
            return Shape.of(cell) + " has " + cell.codePoints() + " characters";
        }
    }

    /** Whether a row's values are a key of another table. */
    private static final class KeyTest implements RowRuleState.RowTest {

        private final int[] columns;
        private final ReferenceKeys keys;

        KeyTest(int[] columns, ReferenceKeys keys) {
            this.columns = columns.clone();
            this.keys = keys;
        }

        @Override
        public Verdict of(RowBlock block, int index) {
            for (int column : columns) {
                if (!block.hasValue(index, column)) return Verdict.NOT_EVALUATED;
            }
            return keys.indexOf(block.row(index), columns) >= 0 ? Verdict.SATISFIED : Verdict.VIOLATED;
        }

        @Override
        public String reason(RowBlock block, int index) {
            var shapes = new ArrayList<String>();
            for (int column : columns) shapes.add(Shape.of(block.cell(index, column)));
            return String.join(", ", shapes) + " is not in '" + keys.name().table() + "'";
        }
    }

    private record CellTest(int column, CellRule rule, Utf8 view) implements RowRuleState.RowTest {
        @Override
        public Verdict of(RowBlock block, int index) {
            if (!block.hasValue(index, column)) return Verdict.NOT_EVALUATED;
            return rule.holds(block.cell(index, column, view), block.hash(index, column))
                    ? Verdict.SATISFIED
                    : Verdict.VIOLATED;
        }

        @Override
        public String reason(RowBlock block, int index) {
            return rule.reason(block.cell(index, column));
        }
    }
}
