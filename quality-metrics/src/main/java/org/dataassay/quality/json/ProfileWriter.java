package org.dataassay.quality.json;

import java.util.List;
import java.util.Locale;
import org.dataassay.quality.column.ColumnProfile;
import org.dataassay.quality.column.NumberSummary;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/** Writes a profile as JSON. */
final class ProfileWriter {

    /** Row numbers of violations are written as ranges, at most so many; the count is always whole, and the profile itself has no cap. */
    static final int MAXIMUM_RANGES = 1000;

    private final JsonText json = new JsonText();

    String write(QualityProfile profile) {
        json.openObject()
                .field("schemaVersion", QualityJson.SCHEMA_VERSION)
                .field("table", profile.table())
                .field("valuationDate", profile.valuationDate().toString())
                .field("rows", profile.rows());
        rejected(profile.rejected());
        json.openArray("columns");
        profile.columns().forEach(this::column);
        json.closeArray().openArray("correlations");
        for (var pair : profile.correlations()) {
            json.nextObject()
                    .field("first", pair.first())
                    .field("second", pair.second())
                    .field("rows", pair.rows())
                    .field("coefficient", pair.coefficient())
                    .closeObject();
        }
        json.closeArray();
        var duplicates = profile.duplicates();
        json.openObject("duplicateRows")
                .field("evaluated", duplicates.evaluated())
                .field("different", duplicates.different())
                .field("exact", duplicates.exact());
        violations(json, "repeats", duplicates.rows());
        json.closeObject().openArray("rules");
        profile.rules().forEach(this::rule);
        json.closeArray();
        notes(json, profile.notes());
        provenance(json, profile.provenance());
        return json.closeObject().toString();
    }

    static void notes(JsonText json, List<Note> notes) {
        json.openArray("notes");
        for (var note : notes) {
            json.nextObject()
                    .field("kind", note.kind().name().toLowerCase(Locale.ROOT))
                    .field("code", note.code())
                    .field("text", note.text())
                    .closeObject();
        }
        json.closeArray();
    }

    static void provenance(JsonText json, Provenance provenance) {
        json.openObject("provenance")
                .field("method", provenance.method().text())
                .field("methodVersion", provenance.methodVersion())
                .field("libraryVersion", provenance.libraryVersion())
                .field("inputDigest", provenance.inputDigest())
                .closeObject();
    }

    private void rejected(RejectedRows rejected) {
        json.openObject("rejected")
                .field("ragged", rejected.ragged())
                .field("blankLines", rejected.blankLines())
                .openArray("first");
        for (var row : rejected.first()) {
            json.nextObject()
                    .field("row", row.row())
                    .field("line", row.line())
                    .field("fields", row.fields())
                    .closeObject();
        }
        json.closeArray();
        if (rejected.broken() > 0) brokenLines(rejected);
        json.closeObject();
    }

    private void brokenLines(RejectedRows rejected) {
        json.field("broken", rejected.broken()).openArray("firstBroken");
        for (var row : rejected.firstBroken()) {
            json.nextObject()
                    .field("row", row.row())
                    .field("line", row.line())
                    .field("reason", row.reason())
                    .closeObject();
        }
        json.closeArray();
    }

    private void column(ColumnProfile column) {
        json.nextObject()
                .field("name", column.name())
                .field("values", column.valued())
                .field("missing", column.missing())
                .field("empty", column.empty())
                .field("blank", column.blank())
                .openObject("disguised");
        column.disguised().forEach(json::field);
        json.closeObject().field("distinct", column.distinct()).field("distinctExact", column.distinctExact());
        column.type()
                .ifPresent(type -> json.openObject("type")
                        .field("kind", type.kind().name().toLowerCase(Locale.ROOT))
                        .field("share", type.share())
                        .field("contradicting", type.contradicting())
                        .closeObject());
        json.openObject("kinds");
        column.kinds().forEach((kind, count) -> json.field(kind.name().toLowerCase(Locale.ROOT), count));
        json.closeObject();
        column.smallest().ifPresent(text -> json.field("smallest", text));
        column.largest().ifPresent(text -> json.field("largest", text));
        column.lengths()
                .ifPresent(lengths -> json.openObject("lengths")
                        .field("minimum", lengths.minimum())
                        .field("maximum", lengths.maximum())
                        .field("mean", lengths.mean())
                        .closeObject());
        column.numbers().ifPresent(this::numbers);
        json.openArray("frequent");
        for (var value : column.frequent()) {
            json.nextObject()
                    .field("value", value.value())
                    .field("count", value.count())
                    .field("atMost", value.atMost())
                    .closeObject();
        }
        json.closeArray().openArray("masks");
        for (var mask : column.masks()) {
            json.nextObject()
                    .field("mask", mask.mask())
                    .field("count", mask.count())
                    .field("atMost", mask.atMost())
                    .closeObject();
        }
        json.closeArray().closeObject();
    }

    private void numbers(NumberSummary numbers) {
        json.openObject("numbers")
                .field("count", numbers.count())
                .field("minimum", numbers.minimum())
                .field("maximum", numbers.maximum())
                .field("mean", numbers.mean());
        numbers.standardDeviation().ifPresent(sd -> json.field("standardDeviation", sd));
        numbers.skewness().ifPresent(skewness -> json.field("skewness", skewness));
        numbers.medianAbsoluteDeviation().ifPresent(mad -> json.field("medianAbsoluteDeviation", mad));
        json.openArray("quantiles");
        for (var q : numbers.quantiles()) {
            json.nextObject()
                    .field("probability", q.probability())
                    .field("value", q.value())
                    .field("exact", q.exact())
                    .closeObject();
        }
        json.closeArray();
        if (numbers.rankError() > 0) json.field("rankError", numbers.rankError());
        json.openArray("histogram");
        for (var bin : numbers.histogram()) {
            json.nextObject()
                    .field("from", bin.from())
                    .field("to", bin.to())
                    .field("count", bin.count())
                    .closeObject();
        }
        json.closeArray().closeObject();
    }

    private void rule(RuleResult result) {
        var rule = result.rule();
        json.nextObject().field("id", rule.id()).openObject("description");
        rule.descriptions().forEach(json::field);
        json.closeObject()
                .field("dimension", rule.dimension().id())
                .field("indicator", rule.indicator().code())
                .field("severity", rule.severity().id())
                .field("weight", rule.weight())
                .field("counts", result.element().name().toLowerCase(Locale.ROOT))
                .field("satisfied", result.satisfied())
                .field("evaluated", result.evaluated())
                .field("notEvaluated", result.notEvaluated());
        result.ratio().ifPresent(ratio -> json.field("ratio", ratio));
        result.measured().ifPresent(figure -> json.field("measured", figure.doubleValue()));
        result.note().ifPresent(note -> json.field("note", note));
        violations(json, "violations", result.violations());
        json.openArray("examples");
        for (var example : result.examples()) {
            json.nextObject()
                    .field("row", example.row())
                    .field("reason", example.reason())
                    .closeObject();
        }
        json.closeArray().closeObject();
    }

    /** Consecutive row numbers as {@code "first-last"}. */
    static void violations(JsonText json, RowSet rows) {
        violations(json, "violations", rows);
    }

    private static void violations(JsonText json, String name, RowSet rows) {
        var ranges = new Ranges();
        rows.forEach(ranges::add);
        json.openObject(name).field("rows", rows.size());
        if (rows.size() > 0) json.field("ranges", ranges.text()).field("complete", ranges.complete());
        json.closeObject();
    }

    private static final class Ranges {
        private final StringBuilder text = new StringBuilder();
        private int count;
        private long first = -2;
        private long last = -2;

        void add(long row) {
            if (row == last + 1) {
                last = row;
                return;
            }
            flush();
            first = row;
            last = row;
        }

        private void flush() {
            if (last < 0) return;
            if (++count > MAXIMUM_RANGES) return;
            if (count > 1) text.append(' ');
            text.append(first);
            if (last > first) text.append('-').append(last);
        }

        String text() {
            flush();
            return text.toString();
        }

        boolean complete() {
            return count <= MAXIMUM_RANGES;
        }
    }
}
