package org.dataassay.report.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dataassay.quality.QualityError;
import org.dataassay.report.ReportError;
import org.dataassay.report.casefile.ScreeningCheckpoint.Identity;
import org.dataassay.report.casefile.ScreeningSummary.Inventory;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.sheet.Progress;

/**
 * Screens an inventory of data assets by rules: which are worth an appraisal, which are to be watched, which are left. It values nothing.
 *
 * <p><b>Rows</b>  each is read, tested by every rule and given the class of the first decision that fits. A row in which something is wrong has no class; each of
 * its problems is listed with the row, the column and what to do, and the screening goes on
 * <p><b>Memory</b>  one row and at most 60 bytes per id, whatever the size of the file
 * <p><b>Interruption</b>  every {@link #CHECKPOINT_ROWS} rows the work folder notes how far it is; a later run goes on there. The files are the same to the last
 * byte, however often a run was interrupted
 *
 * <pre>{@code
 * var screened = PortfolioScreening.of("rules.json", text).screen(inventory, work, false, Progress.NONE);
 * folder.publish(screened.files());
 * screened.discard();
 * }</pre>
 */
public final class PortfolioScreening {

    /** The assets with their classes. */
    public static final String SCREENED = ScreeningFolder.SCREENED;

    /** What is wrong in the rows without a class. */
    public static final String ERRORS = ScreeningFolder.ERRORS;

    /** Counts and totals. */
    public static final String SUMMARY = "summary.json";

    /** The rules as they were read. */
    public static final String RULES = "rules.json";

    /** Rows between two checkpoints when the caller says nothing. */
    public static final int CHECKPOINT_ROWS = 20_000;

    private static final int PROGRESS_ROWS = 1000;
    private static final String NAME = "name";
    private static final List<String> SCREENED_HEADER =
            List.of("row", "id", "name", "class", "decidedBy", "estimate", "currency", "estimatedFrom", "failedRules");
    private static final List<String> ERRORS_HEADER = List.of("row", "line", "id", "column", "code", "problem");

    private final ScreeningRules rules;
    private final String text;
    private final Locale locale;
    private final int checkpointRows;

    private PortfolioScreening(ScreeningRules rules, String text, Locale locale, int checkpointRows) {
        this.rules = rules;
        this.text = text;
        this.locale = locale;
        this.checkpointRows = checkpointRows;
    }

    /**
     * By rules as they stand in a file, with problems told in English.
     *
     * @param name what the rules are called in messages
     * @throws InvalidInputException with every broken field
     */
    public static PortfolioScreening of(String name, String text) {
        return new PortfolioScreening(ScreeningRules.parse(name, text), text, Locale.ENGLISH, CHECKPOINT_ROWS);
    }

    /** With problems told in another language. */
    public PortfolioScreening withLocale(Locale other) {
        return new PortfolioScreening(rules, text, other, checkpointRows);
    }

    /** With another distance between checkpoints; it changes no byte of the result. */
    public PortfolioScreening withCheckpointRows(int rows) {
        new Check()
                .that(rows >= 1, "checkpointRows", "at least 1", rows, "Give a number of rows.")
                .done();
        return new PortfolioScreening(rules, text, locale, rows);
    }

    public ScreeningRules rules() {
        return rules;
    }

    /**
     * Screens an inventory.
     *
     * @param inventory a CSV file in UTF-8
     * @param work folder for unfinished work; it is made, and stays where the screening does not end
     * @param resume whether to go on where an earlier run with the same work folder stood; where none did, it begins
     * @param progress hears how many bytes are read; when it says so, the screening stops and can be resumed
     * @throws InvalidInputException where the inventory cannot be read, lacks a column, or is not the one that was begun
     * @throws ValuationFailedException where it was stopped, another run is at it, or the work folder cannot be written
     */
    public ScreenedPortfolio screen(Path inventory, Path work, boolean resume, Progress progress) {
        try (var reader = InventoryReader.open(inventory, rules.csv())) {
            var places = places(reader);
            var digest = InventoryReader.digest(inventory);
            var identity = new Identity(LibraryVersion.VERSION, digest, rulesDigest(), locale.getLanguage());
            try (var folder = ScreeningFolder.take(work)) {
                var run = new Run(reader, places, folder, identity, size(inventory), progress);
                run.start(resume);
                run.readAll();
                if (!InventoryReader.digest(inventory).equals(digest))
                    throw ValuationFailedException.of(ReportError.INVENTORY_ALTERED, reader.name());
                return run.finish(work);
            }
        }
    }

    /** The column in which each fact stands. */
    private Map<String, Integer> places(InventoryReader reader) {
        var places = new LinkedHashMap<String, Integer>();
        var check = new Check();
        rules.columns().forEach((fact, column) -> {
            int place = reader.columns().indexOf(column.column());
            if (place < 0)
                check.add(Problem.of(
                        QualityError.COLUMN_UNKNOWN,
                        "columns." + fact + ".column",
                        column.column(),
                        Nearest.remedy(column.column(), reader.columns())));
            places.put(fact, place);
        });
        check.done();
        return places;
    }

    private String rulesDigest() {
        return HexFormat.of().formatHex(ScreeningFolder.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw InvalidInputException.of(
                    ReportError.FILE_UNREADABLE, String.valueOf(file.getFileName()), String.valueOf(e.getMessage()));
        }
    }

    /** One run over an inventory. */
    private final class Run {

        private final InventoryReader reader;
        private final Map<String, Integer> places;
        private final ScreeningFolder folder;
        private final Identity identity;
        private final long bytes;
        private final Progress progress;
        private final SeenAssets seen = new SeenAssets();
        private final ByteBuffer log = ByteBuffer.allocate(SeenAssets.ENTRY_BYTES);
        private ScreeningTally tally = new ScreeningTally(rules);
        private long earlierBlankLines;

        Run(
                InventoryReader reader,
                Map<String, Integer> places,
                ScreeningFolder folder,
                Identity identity,
                long bytes,
                Progress progress) {
            this.reader = reader;
            this.places = places;
            this.folder = folder;
            this.identity = identity;
            this.bytes = bytes;
            this.progress = progress;
        }

        void start(boolean resume) {
            var checkpoint = resume ? folder.checkpoint() : java.util.Optional.<ScreeningCheckpoint>empty();
            if (checkpoint.isEmpty()) {
                folder.begin();
                folder.screened(SCREENED_HEADER);
                folder.error(ERRORS_HEADER);
                return;
            }
            var stored = checkpoint.get();
            requireSame(stored.of());
            folder.resume(stored.sizes(), seen);
            tally = new ScreeningTally(rules, stored.tally());
            reader.moveTo(stored.position());
            earlierBlankLines = stored.tally().blankLines() - reader.blankLines();
        }

        private void requireSame(Identity stored) {
            var check = new Check();
            requireSame(check, reader.name(), stored.inventory(), identity.inventory());
            requireSame(check, "--rules", stored.rules(), identity.rules());
            requireSame(check, "--lang", stored.language(), identity.language());
            requireSame(check, "libraryVersion", stored.libraryVersion(), identity.libraryVersion());
            check.done();
        }

        private void requireSame(Check check, String what, String before, String now) {
            if (!before.equals(now)) check.add(Problem.of(ReportError.SCREENING_CHANGED, what));
        }

        void readAll() {
            long sinceCheckpoint = 0;
            long sinceProgress = 0;
            while (reader.advance()) {
                row();
                if (++sinceCheckpoint == checkpointRows) {
                    checkpoint();
                    sinceCheckpoint = 0;
                }
                if (++sinceProgress == PROGRESS_ROWS) {
                    sinceProgress = 0;
                    if (!progress.at(reader.position().offset(), bytes)) {
                        checkpoint();
                        throw ValuationFailedException.of(ReportError.SCREENING_STOPPED, reader.name(), reader.row());
                    }
                }
            }
            progress.at(bytes, bytes);
        }

        private void row() {
            if (reader.problem().isPresent()) {
                problem("", "", reader.problem().get());
                tally.error(1);
                return;
            }
            var asset = ScreenedAsset.read(rules, places, reader.cells());
            if (!asset.id().isEmpty()) {
                seen.add(asset.id(), Math.toIntExact(reader.row()), log).ifPresent(asset::repeated);
                folder.ids(log);
            }
            if (asset.problems().isEmpty()) {
                decide(asset);
            } else {
                asset.problems().forEach(found -> problem(asset.id(), found.column(), found.problem()));
                tally.error(asset.problems().size());
            }
        }

        private void problem(String id, String column, Problem problem) {
            folder.error(List.of(
                    Long.toString(reader.row()),
                    Long.toString(reader.line()),
                    id,
                    column,
                    problem.code().name(),
                    problem.message(locale)));
        }

        private void decide(ScreenedAsset asset) {
            var failed = asset.failedRules();
            var estimate = asset.estimate();
            int decision = first(failed);
            var chosen = rules.classes().get(decision);
            folder.screened(List.of(
                    Long.toString(reader.row()),
                    asset.id(),
                    asset.text(NAME),
                    chosen.assign(),
                    chosen.rule(),
                    estimate.map(java.math.BigDecimal::toPlainString).orElse(""),
                    estimate.isPresent() ? rules.currency().code() : "",
                    asset.estimatedBy().map(ScreeningRules.Estimate::fact).orElse(""),
                    String.join("; ", failed)));
            tally.screened(decision, failed, estimate);
        }

        private int first(Set<String> failed) {
            int decision = 0;
            while (!rules.classes().get(decision).fits(failed)) decision++; // the last fits always
            return decision;
        }

        private long blankLines() {
            return earlierBlankLines + reader.blankLines();
        }

        private void checkpoint() {
            var sizes = folder.flushed();
            folder.write(new ScreeningCheckpoint(identity, reader.position(), sizes, tally.stored(blankLines())));
        }

        ScreenedPortfolio finish(Path work) {
            checkpoint();
            var summary = tally.summary(
                    new Inventory(reader.name(), bytes, identity.inventory()), identity.rules(), blankLines());
            var files = new TreeMap<String, Path>();
            files.put(SCREENED, folder.file(SCREENED));
            files.put(ERRORS, folder.file(ERRORS));
            files.put(SUMMARY, folder.text(SUMMARY, AssayJson.writeRecord(summary)));
            files.put(RULES, folder.text(RULES, text));
            return new ScreenedPortfolio(summary, files, work);
        }
    }
}
