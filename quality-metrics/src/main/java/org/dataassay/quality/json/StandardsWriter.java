package org.dataassay.quality.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.indicator.IndicatorAssessment;
import org.dataassay.quality.indicator.IndicatorResult;
import org.dataassay.quality.indicator.Iso25012Assessment;
import org.dataassay.quality.indicator.OpenDataDimension;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/** Writes what standards say about a table, and what open standards of contracts and products want to know of it. */
final class StandardsWriter {

    private final JsonText json = new JsonText();

    String write(IndicatorAssessment found) {
        json.openObject()
                .field("schemaVersion", QualityJson.SCHEMA_VERSION)
                .field("table", found.profile().table())
                .field("rows", found.profile().rows())
                .openArray("characteristics");
        for (var group : found.characteristics()) {
            json.nextObject()
                    .field("name", group.characteristic().zh())
                    .field("measured", group.measured())
                    .field("indicators", group.indicators());
            group.mean().ifPresent(mean -> json.field("mean", mean));
            json.closeObject();
        }
        json.closeArray().openArray("indicators");
        found.indicators().forEach(this::indicator);
        json.closeArray();
        end(found.notes(), found.provenance());
        return json.toString();
    }

    private void indicator(IndicatorResult result) {
        json.nextObject()
                .field("code", result.indicator().code())
                .field("name", result.indicator().en())
                .field("nameZh", result.indicator().zh())
                .field("status", word(result.status()))
                .field("better", result.indicator().lowerIsBetter() ? "lower" : "higher");
        result.reason().ifPresent(reason -> json.field("reason", reason));
        if (result.isMeasured()) {
            json.field("count", result.count()).field("evaluated", result.evaluated());
            result.ratio().ifPresent(ratio -> json.field("ratio", ratio));
        }
        json.openArray("parts");
        for (var part : result.parts()) {
            json.nextObject()
                    .field("name", part.name())
                    .field("counts", word(part.element()))
                    .field("count", part.count())
                    .field("evaluated", part.evaluated())
                    .closeObject();
        }
        json.closeArray();
        ProfileWriter.violations(json, result.violations());
        json.closeObject();
    }

    String write(Iso25012Assessment found) {
        json.openObject()
                .field("schemaVersion", QualityJson.SCHEMA_VERSION)
                .field("targetEntity", found.targetEntity())
                .openArray("characteristics");
        for (var result : found.characteristics()) {
            json.nextObject()
                    .field("name", result.characteristic().id())
                    .field("viewpoint", word(result.characteristic().viewpoint()));
            result.reason().ifPresent(reason -> json.field("reason", reason));
            json.openArray("measures");
            for (var measure : result.measures()) {
                json.nextObject().field("id", measure.id());
                measure.measure().ifPresent(m -> json.field("name", m.title()));
                json.field("subject", measure.subject())
                        .field("fedBy", measure.fedBy())
                        .field("count", measure.count())
                        .field("evaluated", measure.evaluated());
                measure.ratio().ifPresent(ratio -> json.field("ratio", ratio));
                json.field("better", measure.lowerIsBetter() ? "lower" : "higher");
                measure.rationale().ifPresent(why -> json.field("rationale", why));
                json.closeObject();
            }
            json.closeArray().closeObject();
        }
        json.closeArray();
        end(found.notes(), found.provenance());
        return json.toString();
    }

    /** Checks of the Open Data Contract Standard: what is demanded, by whom it is run, and beside it what was counted. No threshold is added. */
    String contract(QualityProfile profile) {
        json.openObject().openArray("quality");
        for (var result : profile.rules()) {
            var rule = result.rule();
            json.nextObject().field("name", rule.id()).field("description", rule.description("en"));
            OpenDataDimension.odcs(rule.indicator()).ifPresent(d -> json.field("dimension", d.id()));
            json.field("severity", rule.severity().id())
                    .field("type", "custom")
                    .field("engine", "data-assay")
                    .openObject("implementation")
                    .field("rule", rule.id())
                    .field("indicator", rule.indicator().code())
                    .closeObject()
                    .openArray("customProperties");
            property("satisfied", result.satisfied());
            property("evaluated", result.evaluated());
            json.closeArray().closeObject();
        }
        json.closeArray().closeObject();
        return json.toString();
    }

    private void property(String name, long value) {
        json.nextObject().field("property", name).field("value", value).closeObject();
    }

    /** The element {@code dataQuality} of the Open Data Product Specification; an objective only where the owner of the product gave one. */
    String product(QualityProfile profile, Map<OpenDataDimension, Integer> objectives) {
        var check = new Check();
        objectives.forEach((dimension, percent) -> check.that(
                percent >= 0 && percent <= 100,
                "objectives." + dimension.id(),
                "in [0, 100] percent",
                percent,
                "Give the target as a percentage."));
        check.done();
        json.openObject().openObject("dataQuality").openArray("declarative");
        var sums = new LinkedHashMap<OpenDataDimension, long[]>();
        for (var dimension : OpenDataDimension.values()) {
            var rules = profile.rules().stream()
                    .filter(r -> OpenDataDimension.odps(r.rule().indicator()).equals(Optional.of(dimension)))
                    .toList();
            if (!rules.isEmpty() || objectives.containsKey(dimension))
                sums.put(dimension, new long[] {
                    rules.stream().mapToLong(RuleResult::satisfied).sum(),
                    rules.stream().mapToLong(RuleResult::evaluated).sum()
                });
        }
        sums.forEach((dimension, counts) -> {
            json.nextObject().field("dimension", dimension.id());
            var objective = objectives.get(dimension);
            if (objective != null) json.field("objective", objective).field("unit", "percentage");
            json.field("x-satisfied", counts[0]).field("x-evaluated", counts[1]);
            if (counts[1] > 0) json.field("x-measured", 100.0 * counts[0] / counts[1]);
            json.closeObject();
        });
        json.closeArray().closeObject().closeObject();
        return json.toString();
    }

    private void end(List<Note> notes, Provenance provenance) {
        ProfileWriter.notes(json, notes);
        ProfileWriter.provenance(json, provenance);
        json.closeObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
