package org.dataassay.quality.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;

/** Which calendar months, or days, of a period have a row. */
final class CoverageState implements RuleState {

    /** A kind of part of a period: which part a day lies in, counted from the first, and what it is called. */
    private record Parts(RuleResult.Element element, LongUnaryOperator of, LongFunction<String> name) {}

    private final int column;
    private final Parts parts;
    private final int count;
    private final MissingValues.Matcher missing;
    private final BitSet seen = new BitSet();
    private long notEvaluated;
    private long lastDay = Long.MIN_VALUE;

    private CoverageState(int column, Parts parts, long count, int most, MissingValues.Matcher missing) {
        this.column = column;
        this.parts = parts;
        this.count = (int) Math.max(0, Math.min(most, count));
        this.missing = missing;
    }

    static CoverageState months(int column, YearMonth from, YearMonth to, MissingValues.Matcher missing) {
        var parts = new Parts(
                RuleResult.Element.MONTH,
                day -> from.until(YearMonth.from(LocalDate.ofEpochDay(day)), ChronoUnit.MONTHS),
                month -> from.plusMonths(month).toString());
        long count = from.until(to, ChronoUnit.MONTHS) + 1;
        return new CoverageState(column, parts, count, Constraint.CoversMonths.MAXIMUM_MONTHS, missing);
    }

    static CoverageState days(int column, LocalDate from, LocalDate to, MissingValues.Matcher missing) {
        long first = from.toEpochDay();
        var parts = new Parts(
                RuleResult.Element.DAY,
                day -> day - first,
                day -> LocalDate.ofEpochDay(first + day).toString());
        return new CoverageState(
                column, parts, to.toEpochDay() - first + 1, Constraint.CoversDays.MAXIMUM_DAYS, missing);
    }

    @Override
    public void add(Row row) {
        var cell = row.cell(column);
        var day = missing.isMissing(cell) ? java.util.OptionalLong.empty() : cell.epochDay();
        if (day.isEmpty()) {
            notEvaluated++;
            return;
        }
        if (day.getAsLong() == lastDay) return;
        lastDay = day.getAsLong();
        long part = parts.of().applyAsLong(lastDay);
        if (part >= 0 && part < count) seen.set((int) part);
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
}
