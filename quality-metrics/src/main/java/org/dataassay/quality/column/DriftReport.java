package org.dataassay.quality.column;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * How a table differs from what it was, worst first.
 *
 * @param earlier name of the earlier table
 * @param later name of the later one
 * @param earlierRows its rows
 * @param laterRows its rows
 * @param changes every comparison made, by level, then by how far it is beyond its threshold
 * @param notes what a reader must know
 * @param provenance how the report came to be
 */
public record DriftReport(
        String earlier,
        String later,
        long earlierRows,
        long laterRows,
        List<Change> changes,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /** How much a difference matters. */
    public enum Level {
        /** Beyond the upper threshold, and more than sampling error. */
        MAJOR,
        /** Beyond the lower threshold, and more than sampling error. */
        MODERATE,
        /** Beyond a threshold, and not more than sampling error can make. */
        NOT_SIGNIFICANT,
        /** Below the lower threshold. */
        NONE;

        /** The stable name in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Level> ofId(String id) {
            return Arrays.stream(values()).filter(l -> l.id().equals(id)).findFirst();
        }
    }

    /**
     * One comparison.
     *
     * @param column the column; empty for the table
     * @param measure what was compared
     * @param level how much it matters
     * @param amount how large the difference is
     * @param error by how much the amount may be off, since the summaries hold quantiles and not every number; 0 where it is exact
     * @param odds that two samples of one population differ at least so much; empty where there is no sampling: an event, or a count
     * @param explanation the two values that were compared
     */
    public record Change(
            String column,
            DriftMeasure measure,
            Level level,
            double amount,
            double error,
            OptionalDouble odds,
            String explanation) {}

    public DriftReport {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** The level of the worst change; {@link Level#NONE} without any. */
    public Level worst() {
        return changes.isEmpty() ? Level.NONE : changes.get(0).level();
    }

    /** What was found about a column by a measure. */
    public Optional<Change> change(String column, DriftMeasure measure) {
        return changes.stream()
                .filter(c -> c.column().equals(column) && c.measure() == measure)
                .findFirst();
    }
}
