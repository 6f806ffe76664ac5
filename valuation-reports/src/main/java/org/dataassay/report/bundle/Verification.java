package org.dataassay.report.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.report.ReportError;
import org.dataassay.report.casefile.CaseFile;
import org.dataassay.report.casefile.PortfolioScreening;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.sheet.Progress;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What a check of a stored bundle found. Digest and replay must agree; what this version would say today may differ, and is listed.
 *
 * @param files how many files the manifest names
 * @param figures how many figures were stored
 * @param digestDifferences files that are missing, changed or too many
 * @param replayDifferences figures that the stored graph does not give to the last bit, or why it cannot be replayed
 * @param rerunDifferences what differs when this version appraises the stored case with the stored quality score
 */
public record Verification(
        int files,
        int figures,
        List<String> digestDifferences,
        List<String> replayDifferences,
        List<String> rerunDifferences) {

    /** Largest file that is read. */
    static final int MOST_BYTES = 256 << 20;

    private static final int MOST_LISTED = 100;

    /** As much of a stored result as is compared. */
    private record Stored(Optional<QualityScore> quality, List<StoredFigure> figures) {}

    private record StoredFigure(String name, List<Double> values) {}

    public Verification {
        digestDifferences = List.copyOf(digestDifferences);
        replayDifferences = List.copyOf(replayDifferences);
        rerunDifferences = List.copyOf(rerunDifferences);
    }

    public boolean digestsAgree() {
        return digestDifferences.isEmpty();
    }

    public boolean replayAgrees() {
        return replayDifferences.isEmpty();
    }

    /** Whether the bundle is what was written and computes to what it says. */
    public boolean isSound() {
        return digestsAgree() && replayAgrees();
    }

    /**
     * Checks a folder; nothing is written and nothing else is read.
     *
     * @throws InvalidInputException where it is no bundle
     */
    public static Verification of(Path folder) {
        return of(folder, true);
    }

    /** The same without appraising again. */
    static Verification ofStored(Path folder) {
        return of(folder, false);
    }

    private static Verification of(Path folder, boolean again) {
        if (!Files.isDirectory(folder)) throw notABundle(folder, "it is no folder");
        var file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) throw notABundle(folder, "it has no " + Manifest.FILE);
        Manifest manifest;
        try {
            manifest = Manifest.parse(BundleFiles.read(file, Manifest.MOST_BYTES));
        } catch (InvalidInputException e) {
            throw notABundle(folder, "its " + Manifest.FILE + " is not ours (" + e.getMessage() + ")");
        }
        var digests = digests(folder, manifest);
        if (manifest.file(BridgePapers.BRIDGE).isPresent())
            return new Verification(
                    manifest.files().size(), 0, digests, List.of(), again ? bridgedAgain(folder) : List.of());
        if (isScreening(manifest)) return new Verification(manifest.files().size(), 0, digests, List.of(), List.of());
        var replay = new ArrayList<String>();
        var stored = stored(folder, replay);
        stored.ifPresent(result -> replay(folder, result, replay));
        var rerun = stored.filter(result -> again)
                .map(result -> rerun(folder, result))
                .orElse(List.of());
        int figures = stored.map(result -> result.figures.size()).orElse(0);
        return new Verification(manifest.files().size(), figures, digests, replay, rerun);
    }

    /** A screened portfolio has digests and nothing to replay. */
    private static boolean isScreening(Manifest manifest) {
        return manifest.file(PortfolioScreening.SCREENED).isPresent()
                && manifest.file(Papers.RESULT).isEmpty();
    }

    private static List<String> digests(Path folder, Manifest manifest) {
        var differences = new ArrayList<String>();
        for (var entry : manifest.files()) {
            var file = folder.resolve(entry.name());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(entry.name() + " is missing");
                continue;
            }
            try {
                if (!BundleFiles.agrees(file, entry)) differences.add(entry.name() + " was changed");
            } catch (InvalidInputException e) {
                differences.add(e.getMessage());
            }
        }
        if (isScreening(manifest)) return differences;
        var needed = manifest.file(BridgePapers.BRIDGE).isPresent()
                ? List.of(BridgePapers.REQUEST)
                : List.of(Papers.CASE, Papers.RESULT, Papers.GRAPH);
        for (var name : needed) {
            if (manifest.file(name).isEmpty()) differences.add(name + " is not in the manifest");
        }
        return differences;
    }

    private static Optional<Stored> stored(Path folder, List<String> problems) {
        try {
            return Optional.of(AssayJson.readStored(Papers.RESULT, text(folder, Papers.RESULT), Stored.class));
        } catch (InvalidInputException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static void replay(Path folder, Stored stored, List<String> differences) {
        Worksheet sheet;
        try {
            sheet = AssayJson.readGraph(text(folder, Papers.GRAPH)).replay();
        } catch (InvalidInputException | ValuationFailedException e) {
            differences.add(Papers.GRAPH + ": " + e.getMessage());
            return;
        }
        var names = new LinkedHashSet<>(sheet.names());
        for (var figure : stored.figures) {
            if (!names.remove(figure.name)) {
                differences.add(figure.name + " is not in " + Papers.GRAPH);
            } else if (!sameBits(figure.values, sheet.values(figure.name))) {
                differences.add(figure.name + " was " + plain(figure.values) + ", replayed "
                        + plain(sheet.values(figure.name)));
            }
        }
        names.forEach(name -> differences.add(name + " is not in " + Papers.RESULT));
    }

    private static List<String> rerun(Path folder, Stored stored) {
        var differences = new ArrayList<String>();
        try {
            var again = CaseFile.parse(Papers.CASE, text(folder, Papers.CASE))
                    .appraiseWith(stored.quality, 1, Progress.NONE)
                    .report();
            Map<String, List<Double>> figures = new LinkedHashMap<>();
            again.worksheet().ifPresent(sheet -> sheet.names().forEach(name -> figures.put(name, sheet.values(name))));
            for (var figure : stored.figures) {
                var now = figures.remove(figure.name);
                if (now == null) differences.add(figure.name + " is no longer there");
                else if (!sameBits(figure.values, now))
                    differences.add(figure.name + " was " + plain(figure.values) + ", is " + plain(now));
            }
            figures.keySet().forEach(name -> differences.add(name + " is new"));
        } catch (InvalidInputException | RefusedException | ValuationFailedException e) {
            differences.add(e.getMessage());
        }
        if (differences.size() <= MOST_LISTED) return differences;
        var shown = new ArrayList<>(differences.subList(0, MOST_LISTED));
        shown.add("… and " + (differences.size() - MOST_LISTED) + " more");
        return shown;
    }

    private static List<String> bridgedAgain(Path folder) {
        try {
            var request = AssayJson.standard().readRequest(text(folder, BridgePapers.REQUEST));
            boolean same = AssayJson.write(request.evaluate()).equals(text(folder, BridgePapers.BRIDGE));
            return same ? List.of() : List.of(BridgePapers.BRIDGE + " would be written otherwise");
        } catch (InvalidInputException | ValuationFailedException e) {
            return List.of(e.getMessage());
        }
    }

    private static boolean sameBits(List<Double> a, List<Double> b) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++) {
            // -0 and 0 are one number in JSON
            if (Double.doubleToLongBits(a.get(i) + 0.0) != Double.doubleToLongBits(b.get(i) + 0.0)) return false;
        }
        return true;
    }

    private static String plain(List<Double> values) {
        return String.join("; ", values.stream().map(Plain::of).toList());
    }

    private static String text(Path folder, String name) {
        return new String(BundleFiles.read(folder.resolve(name), MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static InvalidInputException notABundle(Path folder, String why) {
        return InvalidInputException.of(ReportError.NOT_A_BUNDLE, folder.toString(), why);
    }
}
