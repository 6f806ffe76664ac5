package org.dataassay.quality.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dataassay.quality.rule.Constraint.Aggregate.Figure;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.RowBlock;

/** Rules about a table as a whole: one figure, held against bounds. */
final class TableStates {

    private TableStates() {}

    private static RuleResult verdict(
            Rule rule, boolean holds, Optional<BigDecimal> measured, long notEvaluated, Optional<String> note) {
        boolean known = measured.isPresent();
        return new RuleResult(
                rule,
                known && holds ? 1 : 0,
                known ? 1 : 0,
                notEvaluated,
                RuleResult.Element.TABLE,
                RowSet.of(),
                List.of(),
                measured,
                note);
    }

    /** How many rows there are, against bounds or an expected number. */
    static final class Rows implements RowWiseState {

        private final Constraint constraint;
        private long rows;

        Rows(Constraint constraint) {
            this.constraint = constraint;
        }

        @Override
        public void add(Row row) {
            rows++;
        }

        @Override
        public void merge(RuleState later, long rowsBefore) {
            rows += ((Rows) later).rows;
        }

        @Override
        public RuleResult result(Rule rule) {
            var measured = Optional.of(BigDecimal.valueOf(rows));
            if (constraint instanceof Constraint.ExpectedRows expected) {
                return new RuleResult(
                        rule,
                        Math.min(rows, expected.rows()),
                        expected.rows(),
                        0,
                        RuleResult.Element.ROW,
                        RowSet.of(),
                        List.of(),
                        measured,
                        rows > expected.rows()
                                ? Optional.of((rows - expected.rows()) + " rows more than expected")
                                : Optional.empty());
            }
            var bounds = (Constraint.RowCount) constraint;
            boolean holds = (bounds.minimum().isEmpty()
                            || rows >= bounds.minimum().getAsLong())
                    && (bounds.maximum().isEmpty() || rows <= bounds.maximum().getAsLong());
            return verdict(rule, holds, measured, 0, Optional.empty());
        }

        @Override
        public void write(StateBytes.Writer out) {
            out.put(rows);
        }

        @Override
        public void read(StateBytes.Reader in, long numbered) {
            rows = in.count();
            in.require(rows <= numbered, "a rule has more rows than there are");
        }
    }

    /** A figure over the numbers of a column. Exact: decimals are added as decimals. */
    static final class Numbers implements RowWiseState {

        private static final int MEAN_DIGITS = 15;
        private static final int MOST_DIGITS = 1000;

        private final Constraint.Aggregate constraint;
        private final int column;
        private final MissingValues.Matcher missing;
        private long numbers;
        private long unreadable;
        private long notEvaluated;
        private BigDecimal sum = BigDecimal.ZERO;
        private Optional<BigDecimal> least = Optional.empty();
        private Optional<BigDecimal> greatest = Optional.empty();

        Numbers(Constraint.Aggregate constraint, int column, MissingValues.Matcher missing) {
            this.constraint = constraint;
            this.column = column;
            this.missing = missing;
        }

        @Override
        public void add(Row row) {
            var cell = row.cell(column);
            if (missing.isMissing(cell)) {
                notEvaluated++;
                return;
            }
            var number = cell.decimal();
            if (number.isEmpty()) {
                unreadable++;
                return;
            }
            numbers++;
            sum = sum.add(number.get());
            bound(number.get(), number.get());
        }

        private void bound(BigDecimal low, BigDecimal high) {
            if (least.isEmpty() || low.compareTo(least.get()) < 0) least = Optional.of(low);
            if (greatest.isEmpty() || high.compareTo(greatest.get()) > 0) greatest = Optional.of(high);
        }

        @Override
        public void merge(RuleState later, long rowsBefore) {
            var other = (Numbers) later;
            numbers += other.numbers;
            unreadable += other.unreadable;
            notEvaluated += other.notEvaluated;
            sum = sum.add(other.sum);
            if (other.least.isPresent() && other.greatest.isPresent()) bound(other.least.get(), other.greatest.get());
        }

        @Override
        public RuleResult result(Rule rule) {
            Optional<String> note = unreadable == 0
                    ? Optional.empty()
                    : Optional.of(unreadable + " cells are not numbers and left out");
            if (numbers == 0) return verdict(rule, false, Optional.empty(), notEvaluated + unreadable, note);
            var count = BigDecimal.valueOf(numbers);
            boolean mean = constraint.figure() == Figure.MEAN;
            var figure = switch (constraint.figure()) {
                case MEAN, SUM -> sum;
                case MINIMUM -> least.orElseThrow();
                case MAXIMUM -> greatest.orElseThrow();
            };
            // a mean is within its bounds when the sum is within those times the count: no division, no rounding
            boolean holds = Bounds.hold(
                    figure,
                    constraint.minimum().map(bound -> mean ? bound.multiply(count) : bound),
                    constraint.maximum().map(bound -> mean ? bound.multiply(count) : bound));
            var measured = mean ? sum.divide(count, new MathContext(MEAN_DIGITS)) : figure;
            return verdict(
                    rule,
                    holds,
                    Optional.of(measured.signum() == 0 ? BigDecimal.ZERO : measured.stripTrailingZeros()),
                    notEvaluated + unreadable,
                    note);
        }

        @Override
        public void write(StateBytes.Writer out) {
            out.put(numbers).put(unreadable).put(notEvaluated);
            if (numbers == 0) return;
            for (var figure : List.of(sum, least.orElseThrow(), greatest.orElseThrow()))
                out.put(figure.scale()).put(figure.unscaledValue().toByteArray());
        }

        @Override
        public void read(StateBytes.Reader in, long rows) {
            numbers = in.count();
            unreadable = in.count();
            notEvaluated = in.count();
            in.require(
                    numbers <= rows && unreadable <= rows - numbers && notEvaluated <= rows - numbers - unreadable,
                    "a rule has more rows than there are");
            if (numbers == 0) return;
            sum = decimal(in);
            least = Optional.of(decimal(in));
            greatest = Optional.of(decimal(in));
            in.require(least.get().compareTo(greatest.get()) <= 0, "the least number is above the greatest");
        }

        private static BigDecimal decimal(StateBytes.Reader in) {
            int scale = in.anInt();
            in.require(Math.abs((long) scale) <= MOST_DIGITS, "a number has too many digits");
            var bytes = in.bytes(in.length(MOST_DIGITS, 1));
            in.require(bytes.length > 0, "a number has no digits");
            return new BigDecimal(new BigInteger(bytes), scale);
        }
    }

    /** The share of rows for which a condition holds. */
    static final class Shares implements RuleState {

        private static final MathContext DIGITS = new MathContext(15);

        private final Constraint.Share constraint;
        private final RowRuleState.RowTest test;
        private long holding;
        private long decided;
        private long notEvaluated;

        Shares(Constraint.Share constraint, RowRuleState.RowTest test) {
            this.constraint = constraint;
            this.test = test;
        }

        @Override
        public void add(RowBlock block, long rowsBefore) {
            for (int i = 0; i < block.rows(); i++) {
                switch (test.of(block, i)) {
                    case SATISFIED -> {
                        holding++;
                        decided++;
                    }
                    case VIOLATED -> decided++;
                    case NOT_EVALUATED -> notEvaluated++;
                }
            }
        }

        @Override
        public void merge(RuleState later, long rowsBefore) {
            var other = (Shares) later;
            holding += other.holding;
            decided += other.decided;
            notEvaluated += other.notEvaluated;
        }

        @Override
        public RuleResult result(Rule rule) {
            if (decided == 0) return verdict(rule, false, Optional.empty(), notEvaluated, Optional.empty());
            var count = BigDecimal.valueOf(decided);
            boolean holds = Bounds.hold(
                    BigDecimal.valueOf(holding),
                    constraint.minimum().map(count::multiply),
                    constraint.maximum().map(count::multiply));
            var share = BigDecimal.valueOf(holding).divide(count, DIGITS);
            return verdict(
                    rule, holds, Optional.of(share), notEvaluated, Optional.of(holding + " of " + decided + " rows"));
        }

        @Override
        public void write(StateBytes.Writer out) {
            out.put(holding).put(decided).put(notEvaluated);
        }

        @Override
        public void read(StateBytes.Reader in, long rows) {
            holding = in.count();
            decided = in.count();
            notEvaluated = in.count();
            in.require(
                    holding <= decided && decided <= rows && notEvaluated <= rows - decided,
                    "a rule has more rows than there are");
        }
    }

    /** The latest day up to the valuation date. */
    static final class Newest implements RowWiseState {

        private static final long MOST_DAYS = 4_000_000;

        private final int column;
        private final int days;
        private final long today;
        private final MissingValues.Matcher missing;
        private OptionalLong newest = OptionalLong.empty();
        private long notEvaluated;
        private long later;

        Newest(int column, int days, LocalDate valuationDate, MissingValues.Matcher missing) {
            this.column = column;
            this.days = days;
            this.today = valuationDate.toEpochDay();
            this.missing = missing;
        }

        @Override
        public void add(Row row) {
            var cell = row.cell(column);
            var day = missing.isMissing(cell) ? OptionalLong.empty() : cell.epochDay();
            if (day.isEmpty()) notEvaluated++;
            else if (day.getAsLong() > today) later++;
            else take(day.getAsLong());
        }

        private void take(long day) {
            if (newest.isEmpty() || day > newest.getAsLong()) newest = OptionalLong.of(day);
        }

        @Override
        public void merge(RuleState following, long rowsBefore) {
            var other = (Newest) following;
            notEvaluated += other.notEvaluated;
            later += other.later;
            other.newest.ifPresent(this::take);
        }

        @Override
        public RuleResult result(Rule rule) {
            Optional<String> beyond =
                    later == 0 ? Optional.empty() : Optional.of(later + " days after the valuation date are left out");
            if (newest.isEmpty()) return verdict(rule, false, Optional.empty(), notEvaluated + later, beyond);
            long age = today - newest.getAsLong();
            var note = "newest day " + LocalDate.ofEpochDay(newest.getAsLong())
                    + beyond.map(b -> "; " + b).orElse("");
            return verdict(
                    rule, age <= days, Optional.of(BigDecimal.valueOf(age)), notEvaluated + later, Optional.of(note));
        }

        @Override
        public void write(StateBytes.Writer out) {
            out.put(notEvaluated)
                    .put(later)
                    .put((byte) (newest.isPresent() ? 1 : 0))
                    .put(newest.orElse(0));
        }

        @Override
        public void read(StateBytes.Reader in, long rows) {
            notEvaluated = in.count();
            later = in.count();
            in.require(notEvaluated <= rows && later <= rows - notEvaluated, "a rule has more rows than there are");
            boolean known = in.aByte() == 1;
            long day = in.aLong();
            in.require(Math.abs(day) <= MOST_DAYS, "a day is out of range");
            if (known) newest = OptionalLong.of(day);
        }
    }
}
