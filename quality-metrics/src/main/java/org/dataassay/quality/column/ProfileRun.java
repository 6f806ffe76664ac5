package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.List;
import org.dataassay.quality.rule.RuleRun;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.quality.source.Row;

/** A profile in progress; runs over consecutive parts of a table merge into the run over the whole. Not thread-safe. */
public final class ProfileRun {

    private final ProfileOptions options;
    private final LocalDate valuationDate;
    private final List<ColumnState> columns;
    private final RuleRun rules;
    private long rows;

    private ProfileRun(ProfileOptions options, List<String> columns, LocalDate valuationDate) {
        this.options = options;
        this.valuationDate = valuationDate;
        var missing = options.rules().missing().matcher();
        this.columns =
                columns.stream().map(name -> new ColumnState(name, missing)).toList();
        this.rules = options.rules().start(columns, valuationDate);
    }

    /** Begins the profile of a table with these columns. */
    public static ProfileRun start(ProfileOptions options, List<String> columns, LocalDate valuationDate) {
        return new ProfileRun(options, columns, valuationDate);
    }

    /** Takes a row into account; it has as many cells as there are columns. */
    public void add(Row row) {
        rows++;
        for (int i = 0; i < columns.size(); i++) columns.get(i).add(row.cell(i));
        rules.add(row);
    }

    /** Adds the run over the rows that follow, which must not be used afterwards. */
    public void merge(ProfileRun later) {
        rows += later.rows;
        rules.merge(later.rules);
        for (int i = 0; i < columns.size(); i++) columns.get(i).merge(later.columns.get(i));
    }

    /** The profile of the rows so far. */
    public QualityProfile profile(String table, RejectedRows rejected) {
        var profiles =
                columns.stream().map(c -> c.profile(options.frequentValues())).toList();
        return new QualityProfile(table, valuationDate, rows, rejected, profiles, rules.results());
    }
}
