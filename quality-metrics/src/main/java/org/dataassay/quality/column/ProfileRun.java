package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.quality.column.QualityProfile.DuplicateRows;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.RuleRun;
import org.dataassay.quality.rule.internal.RowBits;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.RowBlock;
import org.dataassay.quality.source.TablePart;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A profile in progress, without a file: runs over consecutive parts of a table, made on whatever machine, merge into the run over the whole, and travel as bytes.
 *
 * <pre>{@code
 * var run = ProfileRun.startPart(options, columns, day, partition);
 * run.add(row); …
 * first.merge(ProfileRun.ofBytes(options, columns, day, partition, bytes));   // in the order of the parts
 * }</pre>
 *
 * <p>The rows of a run are numbered from 1; merging moves the numbers of the later run on. The same rows in the same parts give the same bits. Not thread-safe.
 */
public final class ProfileRun {

    private static final int BUFFERED_ROWS = 1 << 16;
    private static final int BUFFERED_CELLS = 1 << 19;
    private static final int BUFFERED_BYTES = 1 << 22;

    private final ProfileOptions options;
    private final List<String> names;
    private final LocalDate valuationDate;
    private final MissingValues.Matcher missing;
    private final List<ColumnState> columns;
    private final RuleRun rules;
    private final Correlations correlations = new Correlations();
    private final Scratch scratch;
    private @Nullable RowBlock buffer;
    private long rows;
    /** How many rows were numbered, rejected ones too. */
    private long numbered;

    /** What reading needs, and a thread uses again for every part. */
    static final class Scratch {

        private final RowBlock block = new RowBlock();
        private final ColumnScan[] scans;
        private final double[][] numbers;
        private final int[] numeric;

        Scratch(int columns) {
            var sorter = new NumberBatch.Sorter();
            scans = IntStream.range(0, columns)
                    .mapToObj(i -> new ColumnScan(sorter))
                    .toArray(ColumnScan[]::new);
            numbers = new double[columns][0];
            numeric = new int[columns];
        }

        private double[] numbers(int column, int rows) {
            if (numbers[column].length < rows) numbers[column] = new double[rows];
            return numbers[column];
        }
    }

    private ProfileRun(
            ProfileOptions options, List<String> names, LocalDate valuationDate, long part, @Nullable Scratch scratch) {
        this.options = options;
        this.names = List.copyOf(names);
        this.valuationDate = valuationDate;
        this.missing = options.rules().missing().matcher();
        this.columns = IntStream.range(0, names.size())
                .mapToObj(i -> new ColumnState(names.get(i), missing, i, part))
                .toList();
        this.rules = options.rules().startCounting(names, valuationDate, part == 0);
        this.scratch = scratch == null ? new Scratch(names.size()) : scratch;
    }

    /** Begins the profile of a table with these columns, at its first row. */
    public static ProfileRun start(ProfileOptions options, List<String> columns, LocalDate valuationDate) {
        return startPart(options, columns, valuationDate, 0);
    }

    /**
     * Begins the profile of a part of a table.
     *
     * @param part 0 for the part with the first row, and another number for every other part: it decides the coins of the sketches
     */
    public static ProfileRun startPart(
            ProfileOptions options, List<String> columns, LocalDate valuationDate, long part) {
        return new ProfileRun(options, columns, valuationDate, part, null);
    }

    static ProfileRun startPart(
            ProfileOptions options, List<String> columns, LocalDate valuationDate, long part, Scratch scratch) {
        return new ProfileRun(options, columns, valuationDate, part, scratch);
    }

    /** Takes a row into account; it has as many cells as there are columns, and its number counts from the first row of the run. */
    public void add(Row row) {
        var waiting = buffer;
        if (waiting == null) {
            buffer = waiting = new RowBlock();
            waiting.clear(names.size());
        }
        waiting.add(row, numbered);
        if (waiting.rows() >= BUFFERED_ROWS
                || (long) waiting.rows() * names.size() >= BUFFERED_CELLS
                || waiting.length() >= BUFFERED_BYTES) flush();
    }

    /** Takes all rows of a part of a table into account. */
    public void add(TablePart rowsOfPart) {
        flush();
        while (rowsOfPart.read(scratch.block)) add(scratch.block);
        endPart();
        numbered += rowsOfPart.numbered();
    }

    private void flush() {
        var waiting = buffer;
        if (waiting == null || waiting.rows() == 0) return;
        for (int from = 0; from < waiting.rows(); ) {
            from += scratch.block.show(waiting, from);
            add(scratch.block);
        }
        endPart();
        numbered += waiting.number(waiting.rows() - 1);
        waiting.clear(names.size());
    }

    private void add(RowBlock block) {
        block.examine(missing);
        int n = 0;
        for (int c = 0; c < columns.size(); c++) {
            boolean any = scratch.scans[c].add(block, c, columns.get(c), scratch.numbers(c, block.rows()));
            if (any) scratch.numeric[n++] = c;
        }
        if (n > 0) correlations.add(Arrays.copyOf(scratch.numeric, n), scratch.numbers, block.rows());
        rules.add(block, numbered);
        rows += block.rows();
    }

    private void endPart() {
        for (int c = 0; c < columns.size(); c++) scratch.scans[c].endPart(scratch.block, columns.get(c));
    }

    /** How many rows were taken into account. */
    public long rows() {
        flush();
        return rows;
    }

    /** Adds the run over the rows that follow, whose numbers move on by those of this run; it must not be used afterwards. */
    public void merge(ProfileRun later) {
        flush();
        later.flush();
        rules.merge(later.rules, numbered);
        rows += later.rows;
        numbered += later.numbered;
        for (int i = 0; i < columns.size(); i++) columns.get(i).merge(later.columns.get(i));
        correlations.merge(later.correlations);
    }

    // ---- as bytes ----

    /** The run as bytes; what has the same state has the same bytes. */
    public byte[] toBytes() {
        flush();
        var out = new StateBytes.Writer('P').put(fingerprint()).put(rows).put(numbered);
        for (var column : columns) column.write(out);
        correlations.write(out);
        rules.write(out);
        return out.bytes();
    }

    /**
     * The run that {@link #toBytes()} wrote, of the same options, columns and day.
     *
     * @throws InvalidInputException when the bytes are not such a run
     */
    public static ProfileRun ofBytes(
            ProfileOptions options, List<String> columns, LocalDate valuationDate, long part, byte[] bytes) {
        var run = startPart(options, columns, valuationDate, part);
        var in = new StateBytes.Reader("profile run", 'P', bytes);
        in.require(in.aLong() == run.fingerprint(), "it is of other columns, rules or another day");
        run.rows = in.count();
        run.numbered = in.count();
        in.require(
                run.rows <= run.numbered && run.numbered <= RowBits.MAXIMUM_ROWS, "its number of rows is out of range");
        for (var column : run.columns) column.read(in, run.rows);
        run.correlations.read(in, columns.size(), run.rows);
        run.rules.read(in, run.numbered);
        in.end();
        return run;
    }

    private long fingerprint() {
        return Utf8.of(names + " " + valuationDate + " " + options.rules()).hash();
    }

    // ---- the result ----

    /** The profile of the rows so far, which came from this table. */
    public QualityProfile profile(TableSource table, long seed) {
        return profile(table.name(), table.digest(), table.rejected(), SourceNotes.of(table), seed);
    }

    /**
     * The profile of the rows so far.
     *
     * @param table what the table is called
     * @param digest SHA-256 of what was read, hexadecimal
     * @param rejected what was left out
     * @param reading what is to be said of how it was read
     */
    public QualityProfile profile(String table, String digest, RejectedRows rejected, List<Note> reading, long seed) {
        flush();
        var profiles =
                columns.stream().map(c -> c.profile(options.frequentValues())).toList();
        var results = rules.results();
        var provenance = new Provenance(
                QualityProfiler.ID,
                QualityProfiler.with(options).version(),
                LibraryVersion.VERSION,
                options,
                digest,
                seed);
        var pairs = correlations.of(
                names,
                i -> profiles.get(i)
                        .type()
                        .filter(type -> type.kind() == ValueKind.INTEGER || type.kind() == ValueKind.DECIMAL)
                        .isPresent());
        var whole = rules.wholeRows().orElseThrow();
        return new QualityProfile(
                table,
                valuationDate,
                rows,
                rejected,
                profiles,
                pairs,
                new DuplicateRows(
                        whole.evaluated(), whole.satisfied(), whole.note().isEmpty(), whole.violations()),
                results,
                notes(reading, rejected, profiles, results),
                provenance);
    }

    private List<Note> notes(
            List<Note> reading, RejectedRows rejected, List<ColumnProfile> profiles, List<RuleResult> results) {
        var notes = new ArrayList<Note>(reading);
        if (rejected.ragged() > 0) {
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "rows-rejected",
                    rejected.ragged() + " rows have a wrong number of fields and are not in the profile"));
        }
        limit(
                notes,
                "distinct-estimated",
                "different values are estimated, not counted, in: ",
                profiles.stream().filter(c -> !c.distinctExact()).toList());
        limit(
                notes,
                "frequent-bounded",
                "frequent values have bounds, not counts, in: ",
                profiles.stream()
                        .filter(c -> c.frequent().stream().anyMatch(v -> !v.isExact()))
                        .toList());
        var sketched = profiles.stream()
                .filter(c -> c.numbers().filter(n -> n.rankError() > 0).isPresent())
                .toList();
        double widest = sketched.stream()
                .mapToDouble(c -> c.numbers().orElseThrow().rankError())
                .max()
                .orElse(0);
        limit(
                notes,
                "quantiles-sketched",
                "quantiles away from the ends may be off in rank by at most "
                        + Plain.of(Math.ceil(widest * 1e5) / 1e3)
                        + " % of the numbers, but for odds of 1 in 100, in: ",
                sketched);
        rules.wholeRows()
                .flatMap(RuleResult::note)
                .ifPresent(why ->
                        notes.add(Note.of(Note.Kind.LIMIT, "duplicate-rows-estimated", "rows as a whole: " + why)));
        if (correlations.isCut()) {
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "correlations-cut",
                    "correlations are those of the first " + Correlations.MAXIMUM_COLUMNS
                            + " columns that have numbers"));
        }
        for (var result : results) {
            if (result.evaluated() == 0) {
                notes.add(Note.of(
                        Note.Kind.MISSING,
                        "rule-not-applicable",
                        "rule " + result.rule().id() + " evaluated nothing"
                                + result.note().map(why -> ": " + why).orElse("")));
            } else if (result.element() == RuleResult.Element.ROW) {
                result.note()
                        .ifPresent(why -> notes.add(Note.of(
                                Note.Kind.LIMIT,
                                "rule-estimated",
                                "rule " + result.rule().id() + ": " + why)));
            }
        }
        notes.add(
                Note.of(
                        Note.Kind.LIMIT,
                        "not-measurable",
                        "whether the values are true, and whether the data can be reached and used, cannot be told from a table"));
        return notes;
    }

    private static void limit(List<Note> notes, String code, String text, List<ColumnProfile> of) {
        if (of.isEmpty()) return;
        notes.add(Note.of(
                Note.Kind.LIMIT,
                code,
                text + String.join(", ", of.stream().map(ColumnProfile::name).toList())));
    }
}
