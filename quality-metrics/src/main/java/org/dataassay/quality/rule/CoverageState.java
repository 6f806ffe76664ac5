package org.dataassay.quality.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.RowBlock;

/** Which calendar months, or days, of a period have a row. */
final class CoverageState implements RuleState {

    /** A kind of part of a period: which part a day lies in, counted from the first, and what it is called. */
    private record Parts(RuleResult.Element element, LongUnaryOperator of, LongFunction<String> name) {}

    private final int column;
    private final Parts parts;
    private final int count;
    private final BitSet seen = new BitSet();
    private long notEvaluated;
    private long lastDay = Long.MIN_VALUE;

    private CoverageState(int column, Parts parts, long count, int most) {
        this.column = column;
        this.parts = parts;
        this.count = (int) Math.max(0, Math.min(most, count));
    }

    static CoverageState months(int column, YearMonth from, YearMonth to) {
        var parts = new Parts(
                RuleResult.Element.MONTH,
                day -> from.until(YearMonth.from(LocalDate.ofEpochDay(day)), ChronoUnit.MONTHS),
                month -> from.plusMonths(month).toString());
        long count = from.until(to, ChronoUnit.MONTHS) + 1;
        return new CoverageState(column, parts, count, Constraint.CoversMonths.MAXIMUM_MONTHS);
    }

    static CoverageState days(int column, LocalDate from, LocalDate to) {
        long first = from.toEpochDay();
        var parts = new Parts(
                RuleResult.Element.DAY,
                day -> day - first,
                day -> LocalDate.ofEpochDay(first + day).toString());
        return new CoverageState(column, parts, to.toEpochDay() - first + 1, Constraint.CoversDays.MAXIMUM_DAYS);
    }

    @Override
    public void add(RowBlock block, long rowsBefore) {
        for (int i = 0; i < block.rows(); i++) {
            var day = block.hasValue(i, column) ? block.cell(i, column).epochDay() : OptionalLong.empty();
            if (day.isEmpty()) {
                notEvaluated++;
                continue;
            }
            if (day.getAsLong() == lastDay) continue;
            lastDay = day.getAsLong();
            long part = parts.of().applyAsLong(lastDay);
            if (part >= 0 && part < count) seen.set((int) part);
        }
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (CoverageState) later;
        notEvaluated += other.notEvaluated;
        seen.or(other.seen);
    }

    @Override
    public RuleResult result(Rule rule) {
        var word = parts.element().name().toLowerCase(Locale.ROOT);
        int gap = seen.nextClearBit(0);
        Optional<String> note = gap < count
                ? Optional.of(
                        "first " + word + " without a row: " + parts.name().apply(gap))
                : Optional.empty();
        return new RuleResult(
                rule, seen.cardinality(), count, notEvaluated, parts.element(), RowSet.of(), List.of(), note);
    }

    @Override
    public void write(StateBytes.Writer out) {
        var bytes = seen.toByteArray();
        out.put(notEvaluated).put(bytes);
    }

    @Override
    public void read(StateBytes.Reader in, long rows) {
        notEvaluated = in.count();
        in.require(notEvaluated <= rows, "a rule has more rows than there are");
        var bytes = in.bytes();
        in.require(bytes.length <= (count + 7) / 8, "a month or day is out of range");
        seen.or(BitSet.valueOf(bytes));
        in.require(seen.length() <= count, "a month or day is out of range");
    }
}
