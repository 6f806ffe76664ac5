package org.dataassay.quality.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Severity;

/** The JSON Schema of rule files, made of the forms from which they are read. */
final class RulesSchema {

    private RulesSchema() {}

    static String write() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Rules of a table");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("required", List.of("schemaVersion", "rules"));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("schemaVersion", map("const", QualityJson.SCHEMA_VERSION));
        properties.put(
                "missingValues",
                map(
                        "type",
                        "array",
                        "items",
                        map("type", "string"),
                        "description",
                        "Words that stand for no value; they replace the standard list."));
        properties.put("rules", map("type", "array", "maxItems", RulesReader.MAXIMUM_RULES, "items", rule()));
        schema.put("properties", properties);
        return JsonTree.write(schema);
    }

    private static Map<String, Object> rule() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("id", map("type", "string", "pattern", "^[A-Za-z0-9][A-Za-z0-9-]{0,79}$"));
        properties.put(
                "description",
                map(
                        "type",
                        "object",
                        "additionalProperties",
                        map("type", "string"),
                        "description",
                        "What the rule says in plain words, by language."));
        properties.put(
                "indicator",
                map(
                        "enum",
                        Arrays.stream(Indicator.values()).map(Indicator::code).toList(),
                        "description",
                        "The indicator of GB/T 36344-2018 that it measures."));
        properties.put(
                "dimension",
                map(
                        "enum",
                        Arrays.stream(Dimension.values()).map(Dimension::id).toList(),
                        "description",
                        "The dimension in whose score it counts; that of the indicator unless given."));
        properties.put(
                "severity",
                map(
                        "enum",
                        Arrays.stream(Severity.values()).map(Severity::id).toList(),
                        "description",
                        "error unless given; info is not scored."));
        properties.put("weight", map("type", "number", "exclusiveMinimum", 0, "maximum", 1_000_000));
        var one = new ArrayList<Object>();
        for (var form : ConstraintForms.ALL.values()) {
            properties.put(form.name(), constraint(form));
            one.add(map("required", List.of(form.name())));
        }
        return map(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("id", "indicator"),
                "properties",
                properties,
                "oneOf",
                one);
    }

    private static Map<String, Object> constraint(ConstraintForms.Form form) {
        var properties = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) properties.put(field.name(), field(field));
        var required = form.fields().stream()
                .filter(ConstraintForms.Field::required)
                .map(ConstraintForms.Field::name)
                .toList();
        var schema = map("type", "object", "description", form.description(), "additionalProperties", false);
        if (!required.isEmpty()) schema.put("required", required);
        if (form.fieldNames().contains("minimum"))
            schema.put("anyOf", List.of(map("required", List.of("minimum")), map("required", List.of("maximum"))));
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> field(ConstraintForms.Field field) {
        var schema = switch (field.kind()) {
            case TEXT -> map("type", "string");
            case TEXTS -> map("type", "array", "items", map("type", "string"));
            case NUMBER -> map("type", "number");
            case WHOLE -> map("type", "integer", "minimum", 0);
            case FLAG -> map("type", "boolean");
            case MONTH -> map("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
            case DAY -> map("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
            case CHOICE -> map("enum", field.choices());
        };
        if (field.kind() == ConstraintForms.Kind.TEXTS && field.required()) schema.put("minItems", 1);
        schema.put("description", field.description());
        return schema;
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }
}
