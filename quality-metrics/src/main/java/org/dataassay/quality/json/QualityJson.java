package org.dataassay.quality.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * Reads rule files and writes profiles.
 *
 * <p>A rule file:
 *
 * <pre>{@code
 * { "schemaVersion": 1,
 *   "missingValues": ["UNKNOWN", "N/A"],
 *   "rules": [
 *     { "id": "costs-add-up", "indicator": "0402", "severity": "error", "weight": 2,
 *       "description": { "zh": "总成本等于两项之和", "en": "The total is the sum of its parts" },
 *       "holds": { "expression": "number([Total]) = [Repair] + [Other]" } } ] }
 * }</pre>
 *
 * <p>Each rule has exactly one constraint:
 *
 * <pre>{@code
 * "notNull":  { "column": "…", "alsoMissing": ["…"] }
 * "unique":   { "columns": ["…", "…"] }                  without columns: all of them
 * "matches":  { "column": "…", "pattern": "RE2", "negated": false }
 * "inSet":    { "column": "…", "values": ["…"] }
 * "range":    { "column": "…", "minimum": 0, "maximum": 400 }
 * "type":     { "column": "…", "type": "integer" | "decimal" | "date", "format": "yyyy-MM-dd" }
 * "holds":    { "expression": "…" }                      see Expression
 * "withinDays":            { "column": "…", "days": 365 }
 * "notAfterValuationDate": { "column": "…" }
 * "coversMonths":          { "column": "…", "from": "2020-01", "to": "2024-12" }
 * }</pre>
 *
 * <p>{@code dimension} may replace the indicator's own; {@code severity} is {@code error} unless given; {@code missingValues} replaces the standard
 * list. Unknown fields are refused. All mistakes of a file are reported together.
 */
public final class QualityJson {

    /** The version of both formats. */
    public static final int SCHEMA_VERSION = 1;

    private QualityJson() {}

    /**
     * Reads a rule file.
     *
     * @throws InvalidInputException naming every broken field
     */
    public static RuleSet readRules(String json) {
        return new RulesReader().read(json);
    }

    /** Reads a rule file in UTF-8; the stream is not closed. */
    public static RuleSet readRules(InputStream in) {
        try {
            return readRules(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, "rules", String.valueOf(e.getMessage()));
        }
    }

    /** Writes a profile; the same profile always gives the same bytes. */
    public static String write(QualityProfile profile) {
        return new ProfileWriter().write(profile);
    }
}
