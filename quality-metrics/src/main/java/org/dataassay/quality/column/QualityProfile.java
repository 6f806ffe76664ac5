package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * The quality profile of a table: what was measured, with counts, and no judgement of it.
 *
 * @param table name of the table
 * @param valuationDate the day to which ages refer
 * @param rows how many rows were profiled; rejected ones are not among them
 * @param rejected what was left out
 * @param columns one profile per column, in the table's order
 * @param correlations of every two columns whose type is a number
 * @param duplicates rows that repeat an earlier one as a whole
 * @param rules one result per rule, in the rule set's order
 * @param notes what a reader must know: what was left out, estimated or not measured
 * @param provenance how the profile came to be; the digest is that of the table
 */
public record QualityProfile(
        String table,
        LocalDate valuationDate,
        long rows,
        RejectedRows rejected,
        List<ColumnProfile> columns,
        List<Correlation> correlations,
        DuplicateRows duplicates,
        List<RuleResult> rules,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /** Pearson's correlation of two columns over the rows where both have a number. */
    public record Correlation(String first, String second, long rows, double coefficient) {}

    /**
     * How many rows there are with anything in them, how many different ones, whether that is a count, and the rows that repeat an earlier one for certain: all of
     * them where it is a count.
     */
    public record DuplicateRows(long evaluated, long different, boolean exact, RowSet rows) {}

    public QualityProfile {
        correlations = List.copyOf(correlations);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
    }

    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Optional<RuleResult> rule(String id) {
        return rules.stream().filter(r -> r.rule().id().equals(id)).findFirst();
    }

    /** Whether there was nothing to measure: a table without rows has no quality, neither good nor bad. */
    public boolean isEmpty() {
        return rows == 0;
    }
}
