package org.dataassay.report.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.report.casefile.AppraisedCase;
import org.dataassay.report.casefile.MeasuredQuality;
import org.dataassay.valuation.appraisal.AppraisalReport;
import org.dataassay.valuation.appraisal.Conclusion;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.JsonValue;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Tornado;

/**
 * {@code result.json}: the appraisal for programs. Methods that were refused, failed or do not apply are listed like the others.
 *
 * @param schemaVersion version of this format
 * @param title of the case
 * @param asset the subject
 * @param context terms of the valuation
 * @param quality the score that was used; absent where none was measured
 * @param data which bytes were measured
 * @param outcomes one per method, in the order of the case
 * @param conclusion the opinion
 * @param whyNoConclusion why there is none
 * @param figures of the one sheet, in the order written
 * @param simulation distributions of the conclusion and the indications
 * @param tornado what moves the value
 * @param approachesNotUsed why approaches were left out
 * @param notes of the appraisal as a whole
 * @param provenance how it came to be
 */
record ResultPaper(
        int schemaVersion,
        String title,
        DataAsset asset,
        ValuationContext context,
        Optional<QualityScore> quality,
        Optional<DataLine> data,
        List<OutcomeLine> outcomes,
        Optional<Conclusion> conclusion,
        Optional<String> whyNoConclusion,
        List<Explanation.Line> figures,
        Optional<SimulationResult> simulation,
        Optional<Tornado> tornado,
        List<String> approachesNotUsed,
        List<Note> notes,
        ProvenanceLine provenance) {

    static final int SCHEMA_VERSION = 1;

    /**
     * How one method ended.
     *
     * @param section of the sheet
     * @param method id
     * @param outcome the result with its figures, or what stood in its way
     */
    record OutcomeLine(String section, MethodId method, JsonValue outcome) {}

    /**
     * The table that was measured.
     *
     * @param file as named in the case
     * @param bytes its size
     * @param sha256 its digest
     */
    record DataLine(String file, long bytes, String sha256) {}

    /**
     * How the appraisal came to be.
     *
     * @param libraryVersion of this library
     * @param inputDigest SHA-256 over the inputs of the sheet; empty where there is no sheet
     * @param seed of the simulation
     * @param caseSha256 digest of the case file
     */
    record ProvenanceLine(String libraryVersion, Optional<String> inputDigest, long seed, String caseSha256) {}

    static ResultPaper of(AppraisedCase appraised) {
        var report = appraised.report();
        var source = appraised.source();
        return new ResultPaper(
                SCHEMA_VERSION,
                source.title(),
                source.asset(),
                source.context(),
                report.appraised().quality(),
                appraised.quality().map(ResultPaper::data),
                outcomes(report),
                report.conclusion(),
                report.whyNoConclusion(),
                report.worksheet().map(sheet -> sheet.explain().figures()).orElse(List.of()),
                report.simulation(),
                report.tornado(),
                source.approachesNotUsed(),
                report.notes(),
                new ProvenanceLine(
                        LibraryVersion.VERSION,
                        report.worksheet().map(sheet -> sheet.digest()),
                        source.context().seed(),
                        Bundle.Content.of(source.text()).digest()));
    }

    private static DataLine data(MeasuredQuality quality) {
        return new DataLine(quality.file(), quality.bytes(), quality.sha256());
    }

    private static List<OutcomeLine> outcomes(AppraisalReport report) {
        var lines = new ArrayList<OutcomeLine>();
        for (var outcome : report.outcomes()) {
            var json = AssayJson.parse("outcome", AssayJson.write(outcome.outcome()));
            lines.add(new OutcomeLine(outcome.section(), outcome.method(), json));
        }
        return List.copyOf(lines);
    }

    String text() {
        return AssayJson.writeRecord(this);
    }
}
