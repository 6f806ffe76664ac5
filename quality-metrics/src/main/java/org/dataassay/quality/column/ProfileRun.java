package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.RuleRun;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.RowBlock;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/** A profile in progress; runs over consecutive parts of a table merge into the run over the whole. Not thread-safe. */
public final class ProfileRun {

    private final ProfileOptions options;
    private final LocalDate valuationDate;
    private final List<ColumnState> columns;
    private final RuleRun rules;
    private long rows;
    /** How many rows were numbered, rejected ones too. */
    private long numbered;

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

    /** Takes a row into account; it has as many cells as there are columns, and its number counts from the first row of the run. */
    public void add(Row row) {
        rows++;
        numbered = row.number();
        for (int i = 0; i < columns.size(); i++) columns.get(i).add(row.cell(i));
        rules.add(row);
    }

    /** Takes the rows of a block into account; their numbers count from the first row of the run. */
    public void add(RowBlock block) {
        for (int i = 0; i < block.rows(); i++) add(block.row(i));
    }

    /** Says how many rows the run has numbered, when rows at its end were rejected. */
    public void endPart(long count) {
        numbered = count;
    }

    /** How many rows were taken into account. */
    public long rows() {
        return rows;
    }

    /** Adds the run over the rows that follow, whose numbers move on by those of this run; it must not be used afterwards. */
    public void merge(ProfileRun later) {
        rules.merge(later.rules, numbered);
        rows += later.rows;
        numbered += later.numbered;
        for (int i = 0; i < columns.size(); i++) columns.get(i).merge(later.columns.get(i));
    }

    /** The profile of the rows so far, which came from this table. */
    public QualityProfile profile(TableSource table, long seed) {
        var profiles =
                columns.stream().map(c -> c.profile(options.frequentValues())).toList();
        var results = rules.results();
        var provenance = new Provenance(
                QualityProfiler.ID,
                QualityProfiler.with(options).version(),
                LibraryVersion.VERSION,
                options,
                table.digest(),
                seed);
        return new QualityProfile(
                table.name(),
                valuationDate,
                rows,
                table.rejected(),
                profiles,
                results,
                notes(table, profiles, results),
                provenance);
    }

    private static List<Note> notes(TableSource table, List<ColumnProfile> columns, List<RuleResult> rules) {
        var notes = new ArrayList<Note>(SourceNotes.of(table));
        var rejected = table.rejected();
        if (rejected.ragged() > 0) {
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "rows-rejected",
                    rejected.ragged() + " rows have a wrong number of fields and are not in the profile"));
        }
        var estimated = columns.stream()
                .filter(c -> !c.distinctExact())
                .map(ColumnProfile::name)
                .toList();
        if (!estimated.isEmpty()) {
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "distinct-estimated",
                    "different values are estimated, not counted, in: " + String.join(", ", estimated)));
        }
        for (var result : rules) {
            if (result.evaluated() == 0) {
                notes.add(Note.of(
                        Note.Kind.MISSING,
                        "rule-not-applicable",
                        "rule " + result.rule().id() + " evaluated nothing"
                                + result.note().map(why -> ": " + why).orElse("")));
            }
        }
        notes.add(
                Note.of(
                        Note.Kind.LIMIT,
                        "not-measurable",
                        "whether the values are true, and whether the data can be reached and used, cannot be told from a table"));
        return notes;
    }
}
