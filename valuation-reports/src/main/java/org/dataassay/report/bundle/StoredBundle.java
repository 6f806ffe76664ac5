package org.dataassay.report.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.report.ReportError;
import org.dataassay.report.casefile.CaseFile;
import org.dataassay.report.casefile.Words;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.JsonValue;
import org.dataassay.valuation.json.StoredResult.StoredProvenance;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFacts.MethodTerms;
import org.dataassay.valuation.reconcile.BridgeFacts.StoredValue;
import org.dataassay.valuation.result.MethodId;

/**
 * An appraisal as its bundle holds it, perhaps by another version of this library: its value can be compared with that of another. Immutable.
 */
public final class StoredBundle {

    /** As much of a stored result as is compared. */
    private record Stored(
            String title, ValuationContext context, List<Line> outcomes, Optional<StoredConclusion> conclusion) {}

    private record Line(String section, MethodId method, JsonValue outcome) {}

    private record StoredConclusion(Money amount) {}

    private record StoredOutcome(Optional<StoredProvenance> provenance) {}

    private final Stored stored;
    private final StoredValue value;
    private final Words words;
    private final List<String> differences;

    private StoredBundle(Stored stored, StoredValue value, Words words, List<String> differences) {
        this.stored = stored;
        this.value = value;
        this.words = words;
        this.differences = List.copyOf(differences);
    }

    /**
     * Reads a folder.
     *
     * @throws InvalidInputException where it is no bundle, or holds no calculation
     */
    public static StoredBundle open(Path folder) {
        var verification = Verification.ofStored(folder);
        var differences = new ArrayList<>(verification.digestDifferences());
        differences.addAll(verification.replayDifferences());
        try {
            var stored = AssayJson.readStored(Papers.RESULT, text(folder, Papers.RESULT), Stored.class);
            var graph = AssayJson.readGraph(text(folder, Papers.GRAPH));
            var terms = new ArrayList<MethodTerms>();
            for (var line : stored.outcomes) {
                var outcome = AssayJson.readStored(Papers.RESULT, line.outcome.text(), StoredOutcome.class);
                outcome.provenance()
                        .ifPresent(provenance -> terms.add(new MethodTerms(
                                line.section,
                                line.method,
                                provenance.methodVersion(),
                                provenance.options().text())));
            }
            var value = new StoredValue(
                    stored.context.valuationDate(), graph, stored.conclusion.map(StoredConclusion::amount), terms);
            return new StoredBundle(stored, value, words(folder), differences);
        } catch (InvalidInputException e) {
            throw InvalidInputException.of(ReportError.NOT_A_BUNDLE, folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The case's translations; none where this version cannot read the case. */
    private static Words words(Path folder) {
        try {
            return CaseFile.parse(Papers.CASE, text(folder, Papers.CASE)).words();
        } catch (InvalidInputException e) {
            return new Words("en", Map.of());
        }
    }

    private static String text(Path folder, String name) {
        return new String(BundleFiles.read(folder.resolve(name), Verification.MOST_BYTES), StandardCharsets.UTF_8);
    }

    /** Files that were changed, and figures that the stored graph does not give to the last bit; empty where the bundle is what was written. */
    public List<String> differences() {
        return differences;
    }

    public String title() {
        return stored.title;
    }

    public ValuationContext context() {
        return stored.context;
    }

    /** The value with its sheet, and what was stated of it. */
    public StoredValue value() {
        return value;
    }

    /** The methods by the section of the sheet that each wrote. */
    public Map<String, MethodId> methods() {
        var methods = new TreeMap<String, MethodId>();
        value.methods().forEach(terms -> methods.put(terms.section(), terms.method()));
        return methods;
    }

    /** A text of the case in a language, as far as the case translates it. */
    public String in(Locale locale, String caseText) {
        return words.of(caseText, locale);
    }
}
