package org.dataassay.quality.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dataassay.quality.column.DriftReport;
import org.dataassay.quality.column.RuleSuggestions;
import org.dataassay.quality.rule.RuleExample;
import org.dataassay.quality.rule.RuleFindings;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/** Writes what rules found, suggestions and drift as JSON. */
final class FindingsJson {

    /** So many numbers of violating rows are written; their count is always whole, and the finding itself has no cap. */
    private static final int MAXIMUM_ROWS = 10_000;

    private FindingsJson() {}

    static String write(RuleFindings findings) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schemaVersion", QualityJson.SCHEMA_VERSION);
        tree.put("table", findings.table());
        tree.put("rows", findings.rows());
        tree.put(
                "results", findings.results().stream().map(FindingsJson::result).toList());
        return end(tree, findings.notes(), findings.provenance());
    }

    private static Map<String, Object> result(RuleResult result) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("rule", RulesWriter.rule(result.rule()));
        tree.put("counts", result.element().name().toLowerCase(Locale.ROOT));
        tree.put("satisfied", result.satisfied());
        tree.put("evaluated", result.evaluated());
        tree.put("notEvaluated", result.notEvaluated());
        result.ratio().ifPresent(ratio -> tree.put("ratio", Plain.decimal(ratio)));
        result.measured().ifPresent(measured -> tree.put("measured", measured));
        result.note().ifPresent(note -> tree.put("note", note));
        tree.put("violations", result.violations().size());
        tree.put(
                "rows", result.violations().stream().limit(MAXIMUM_ROWS).boxed().toList());
        tree.put(
                "examples",
                result.examples().stream().map(FindingsJson::example).toList());
        return tree;
    }

    private static Map<String, Object> example(RuleExample example) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("row", example.row());
        tree.put("reason", example.reason());
        return tree;
    }

    static String write(RuleSuggestions suggestions) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schemaVersion", QualityJson.SCHEMA_VERSION);
        tree.put("table", suggestions.table());
        tree.put(
                "suggestions",
                suggestions.suggestions().stream().map(FindingsJson::suggestion).toList());
        return end(tree, suggestions.notes(), suggestions.provenance());
    }

    private static Map<String, Object> suggestion(RuleSuggestions.Suggestion suggestion) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("satisfied", suggestion.satisfied());
        tree.put("evaluated", suggestion.evaluated());
        tree.put("lowerBound", Plain.decimal(suggestion.lowerBound()));
        tree.put("rule", RulesWriter.rule(suggestion.rule()));
        return tree;
    }

    static String write(DriftReport report) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schemaVersion", QualityJson.SCHEMA_VERSION);
        tree.put("earlier", report.earlier());
        tree.put("earlierRows", report.earlierRows());
        tree.put("later", report.later());
        tree.put("laterRows", report.laterRows());
        tree.put("worst", report.worst().id());
        tree.put("changes", report.changes().stream().map(FindingsJson::change).toList());
        return end(tree, report.notes(), report.provenance());
    }

    private static Map<String, Object> change(DriftReport.Change change) {
        var tree = new LinkedHashMap<String, Object>();
        if (!change.column().isEmpty()) tree.put("column", change.column());
        tree.put("measure", change.measure().id());
        tree.put("level", change.level().id());
        tree.put("amount", Plain.decimal(change.amount()));
        if (change.error() > 0) tree.put("error", Plain.decimal(change.error()));
        change.odds().ifPresent(odds -> tree.put("odds", Plain.decimal(odds)));
        tree.put("explanation", change.explanation());
        return tree;
    }

    private static String end(Map<String, Object> tree, List<Note> notes, Provenance provenance) {
        tree.put("notes", notes.stream().map(FindingsJson::note).toList());
        var origin = new LinkedHashMap<String, Object>();
        origin.put("method", provenance.method().text());
        origin.put("methodVersion", provenance.methodVersion());
        origin.put("libraryVersion", provenance.libraryVersion());
        origin.put("inputDigest", provenance.inputDigest());
        tree.put("provenance", origin);
        return JsonTree.write(tree);
    }

    private static Map<String, Object> note(Note note) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", note.kind().name().toLowerCase(Locale.ROOT));
        tree.put("code", note.code());
        tree.put("text", note.text());
        return tree;
    }
}
