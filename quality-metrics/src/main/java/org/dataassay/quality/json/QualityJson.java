package org.dataassay.quality.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.DriftReport;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.RuleSuggestions;
import org.dataassay.quality.column.TableSummary;
import org.dataassay.quality.indicator.IndicatorAssessment;
import org.dataassay.quality.indicator.Iso25012Assessment;
import org.dataassay.quality.indicator.OpenDataDimension;
import org.dataassay.quality.rule.RuleFindings;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * Reads and writes rule files and summaries of tables, and writes profiles, suggestions and drift.
 *
 * <p>A rule file in JSON, and the same rule in YAML:
 *
 * <pre>{@code
 * { "schemaVersion": 1,
 *   "missingValues": ["UNKNOWN", "N/A"],
 *   "rules": [
 *     { "id": "costs-add-up", "indicator": "0402", "severity": "error", "weight": 2,
 *       "description": { "zh": "总成本等于两项之和", "en": "The total is the sum of its parts" },
 *       "holds": { "expression": "number([Total]) = [Repair] + [Other]" } } ] }
 *
 * schemaVersion: 1
 * rules:
 *   - id: costs-add-up
 *     indicator: 0402
 *     holds: { expression: "number([Total]) = [Repair] + [Other]" }
 * }</pre>
 *
 * <p>Each rule has exactly one constraint; {@link #rulesSchema()} lists them with their fields, and the manual explains each. {@code dimension} may replace the
 * indicator's own; {@code severity} is {@code error} unless given; {@code missingValues} replaces the standard list. Unknown fields are refused. All mistakes
 * of a file are reported together.
 *
 * <p>YAML is read without anchors, aliases and tags, and {@code 0201} and {@code no} are texts.
 */
public final class QualityJson {

    /** The version of both formats. */
    public static final int SCHEMA_VERSION = 1;

    /** Longest rule file, in characters. */
    public static final int MAXIMUM_CHARACTERS = 1 << 22;

    private QualityJson() {}

    /**
     * Reads a rule file in JSON.
     *
     * @throws InvalidInputException naming every broken field
     */
    public static RuleSet readRules(String json) {
        return readRules(json, RuleFormat.JSON);
    }

    /**
     * Reads a rule file.
     *
     * @throws InvalidInputException naming every broken field
     */
    public static RuleSet readRules(String text, RuleFormat format) {
        return new RulesReader().read(text, format);
    }

    /** Reads a rule file in JSON and UTF-8; the stream is not closed. */
    public static RuleSet readRules(InputStream in) {
        return readRules(in, RuleFormat.JSON);
    }

    /** Reads a rule file in UTF-8; the stream is not closed. */
    public static RuleSet readRules(InputStream in, RuleFormat format) {
        try { // a character takes at most four bytes, and one byte more tells that there is too much
            var bytes = in.readNBytes(4 * MAXIMUM_CHARACTERS + 4);
            return readRules(new String(bytes, StandardCharsets.UTF_8), format);
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, "rules", String.valueOf(e.getMessage()));
        }
    }

    /** Writes rules as a file that is read back as the same rules; the same rules always give the same bytes. */
    public static String write(RuleSet rules, RuleFormat format) {
        return format == RuleFormat.YAML ? RulesWriter.yaml(rules) : RulesWriter.json(rules);
    }

    /** The JSON Schema (draft 2020-12) of rule files. */
    public static String rulesSchema() {
        return RulesSchema.write();
    }

    /** Writes a profile; the same profile always gives the same bytes. */
    public static String write(QualityProfile profile) {
        return new ProfileWriter().write(profile);
    }

    /** Writes the summary of a table, to be kept beside it; {@link #readSummary} reads it back as the same. */
    public static String write(TableSummary summary) {
        return SummaryJson.write(summary);
    }

    /**
     * Reads a summary that {@link #write(TableSummary)} wrote.
     *
     * @throws InvalidInputException saying what is not as it was written
     */
    public static TableSummary readSummary(String json) {
        return SummaryJson.read(json);
    }

    /** Writes what rules found. */
    public static String write(RuleFindings findings) {
        return FindingsJson.write(findings);
    }

    /** Writes suggested rules with their counts; {@link RuleSuggestions#ruleSet()} makes a rule file of them. */
    public static String write(RuleSuggestions suggestions) {
        return FindingsJson.write(suggestions);
    }

    /** Writes how a table has changed. */
    public static String write(DriftReport report) {
        return FindingsJson.write(report);
    }

    /** Writes the twenty indicators. */
    public static String write(IndicatorAssessment found) {
        return new StandardsWriter().write(found);
    }

    /** Writes the fifteen characteristics. */
    public static String write(Iso25012Assessment found) {
        return new StandardsWriter().write(found);
    }

    /**
     * The rules of a profile as quality checks of the Open Data Contract Standard 3.1, an array {@code quality} for a schema object, with what was counted beside
     * them. Thresholds are the contract's, so none is written.
     */
    public static String dataContractQuality(QualityProfile profile) {
        return new StandardsWriter().contract(profile);
    }

    /**
     * The dimensions of a profile as {@code dataQuality} of the Open Data Product Specification 4.1.
     *
     * @param objectives what the owner of the product promises, in percent; a dimension without one has no objective
     */
    public static String dataProductQuality(QualityProfile profile, Map<OpenDataDimension, Integer> objectives) {
        return new StandardsWriter().product(profile, objectives);
    }
}
