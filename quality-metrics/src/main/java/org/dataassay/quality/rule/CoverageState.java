package org.dataassay.quality.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;

/** Which calendar months have a row. */
final class CoverageState implements RuleState {

    private final int column;
    private final YearMonth from;
    private final int months;
    private final MissingValues.Matcher missing;
    private final BitSet seen = new BitSet();
    private long notEvaluated;
    private long lastDay = Long.MIN_VALUE;

    CoverageState(int column, YearMonth from, YearMonth to, MissingValues.Matcher missing) {
        this.column = column;
        this.from = from;
        this.months = (int) Math.max(
                0, Math.min(Constraint.CoversMonths.MAXIMUM_MONTHS, from.until(to, ChronoUnit.MONTHS) + 1));
        this.missing = missing;
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
        long month = from.until(YearMonth.from(LocalDate.ofEpochDay(lastDay)), ChronoUnit.MONTHS);
        if (month >= 0 && month < months) seen.set((int) month);
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (CoverageState) later;
        notEvaluated += other.notEvaluated;
        seen.or(other.seen);
    }

    @Override
    public RuleResult result(Rule rule) {
        int gap = seen.nextClearBit(0);
        Optional<String> note =
                gap < months ? Optional.of("first month without a row: " + from.plusMonths(gap)) : Optional.empty();
        return new RuleResult(
                rule, seen.cardinality(), months, notEvaluated, RuleResult.Element.MONTH, RowSet.of(), List.of(), note);
    }
}
