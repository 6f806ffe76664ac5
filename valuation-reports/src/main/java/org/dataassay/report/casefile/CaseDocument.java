package org.dataassay.report.casefile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.json.JsonValue;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.sheet.Correlation;
import org.dataassay.valuation.sheet.Sampling;
import org.dataassay.valuation.sheet.Simulation;

/**
 * A case as it stands in its file. Comments, {@code // …} and {@code /* … *}{@code /}, may stand anywhere between two values.
 *
 * @param schemaVersion version of this format; 1
 * @param language in which the case is written, such as {@code en} or {@code zh}
 * @param title of the papers
 * @param asset the subject: rights, evidence, compliance, scenario, freely available substitute
 * @param context valuation date, currency, basis of value, seed
 * @param data the table that is measured; without it quality is not measured
 * @param assumptions inputs that several fields share, by name: an input that says {@code {"assumption": name}} is this one
 * @param methods to apply, each a section of the one sheet
 * @param approachesNotUsed why an approach is left out, one line each
 * @param conclusion the valuer's judgement; without it there are indications only
 * @param simulation how uncertain inputs are drawn
 * @param translations by language, from a text of the case to the same in that language
 */
record CaseDocument(
        Optional<Integer> schemaVersion,
        Optional<String> language,
        String title,
        DataAsset asset,
        ValuationContext context,
        Optional<DataFacts> data,
        Map<String, JsonValue> assumptions,
        List<MethodLine> methods,
        List<String> approachesNotUsed,
        Optional<ConclusionTerms> conclusion,
        Optional<SimulationTerms> simulation,
        Map<String, Map<String, String>> translations) {

    /** The version of the format that this library writes. */
    static final int SCHEMA_VERSION = 1;

    /**
     * One method of a case.
     *
     * @param section name of its section of the sheet, unique within the case
     * @param method id
     * @param facts for it
     * @param options of it; its standard where absent
     */
    record MethodLine(String section, String method, JsonValue facts, Optional<JsonValue> options) {}

    /**
     * How uncertain inputs are drawn; the seed is the context's.
     *
     * @param draws how many; {@link org.dataassay.valuation.sheet.Simulation#DEFAULT_DRAWS} where absent
     * @param sampling how the points are spread; plain where absent
     * @param correlations rank correlations; pairs that are not named are independent
     * @param repairCorrelations whether contradictory correlations are repaired instead of refused
     * @param stoppingRule ends the draws early where the conclusion's mean is precise enough
     */
    record SimulationTerms(
            Optional<Integer> draws,
            Optional<Sampling> sampling,
            List<Correlation> correlations,
            Optional<Boolean> repairCorrelations,
            Optional<Simulation.StoppingRule> stoppingRule) {
        SimulationTerms {
            correlations = List.copyOf(correlations);
        }
    }

    /**
     * The same before anything is bound, so that what is wrong in one part does not hide what is wrong in another.
     *
     * @param asset see {@link CaseDocument}
     * @param context see {@link CaseDocument}
     * @param data see {@link CaseDocument}
     * @param assumptions see {@link CaseDocument}
     * @param methods see {@link CaseDocument}
     * @param conclusion see {@link CaseDocument}
     */
    record Outline(
            Optional<Integer> schemaVersion,
            Optional<String> language,
            String title,
            JsonValue asset,
            JsonValue context,
            Optional<JsonValue> data,
            Map<String, JsonValue> assumptions,
            List<MethodLine> methods,
            List<String> approachesNotUsed,
            Optional<JsonValue> conclusion,
            Optional<SimulationTerms> simulation,
            Map<String, Map<String, String>> translations) {

        Outline {
            assumptions = Collections.unmodifiableMap(new LinkedHashMap<>(assumptions));
            methods = List.copyOf(methods);
            approachesNotUsed = List.copyOf(approachesNotUsed);
            int version = schemaVersion.orElse(SCHEMA_VERSION);
            new Check()
                    .that(
                            version == SCHEMA_VERSION,
                            "schemaVersion",
                            String.valueOf(SCHEMA_VERSION),
                            version,
                            "This program reads version " + SCHEMA_VERSION + ".")
                    .that(!title.isBlank(), "title", "a title", "blank", "Name the appraisal.")
                    .done();
        }
    }

    /**
     * As much of a case as can be looked into when the whole cannot be read.
     *
     * @param asset see {@link CaseDocument}
     * @param context see {@link CaseDocument}
     * @param data see {@link CaseDocument}
     * @param assumptions see {@link CaseDocument}
     * @param methods see {@link CaseDocument}
     * @param conclusion see {@link CaseDocument}
     */
    record Remains(
            Optional<JsonValue> asset,
            Optional<JsonValue> context,
            Optional<JsonValue> data,
            Map<String, JsonValue> assumptions,
            List<Part> methods,
            Optional<JsonValue> conclusion) {

        /** A method of which anything may be missing. */
        record Part(
                Optional<String> section,
                Optional<String> method,
                Optional<JsonValue> facts,
                Optional<JsonValue> options) {}
    }
}
