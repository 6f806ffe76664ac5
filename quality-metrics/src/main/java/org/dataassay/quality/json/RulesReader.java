package org.dataassay.quality.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.Expression;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Names;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** Reads a rule file and collects its mistakes. */
final class RulesReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MAXIMUM_RULES = 10_000;

    /** What a constraint of each name may hold, and how it is read. */
    private static final Map<String, ConstraintReader> CONSTRAINTS = constraints();

    private static final Set<String> RULE_FIELDS = ruleFields();

    private record ConstraintReader(List<String> fields, Function<Fields, Constraint> make) {}

    private final Check check = new Check();

    RuleSet read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw InvalidInputException.of(
                    QualityError.NOT_JSON,
                    "rules file",
                    e.getOriginalMessage(),
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr());
        }
        var file = new Fields(root, "", List.of("schemaVersion", "missingValues", "rules"));
        file.require(
                "schemaVersion",
                "the number 1",
                node -> node.isInt() && node.intValue() == QualityJson.SCHEMA_VERSION ? node : null);
        var missing =
                file.has("missingValues") ? new MissingValues(file.texts("missingValues")) : MissingValues.standard();
        var rules = new ArrayList<Rule>();
        var list = file.require(
                "rules",
                "a list of at most " + MAXIMUM_RULES + " rules",
                node -> node.isArray() && node.size() <= MAXIMUM_RULES ? node : null);
        if (list != null) {
            for (int i = 0; i < list.size(); i++)
                rule(list.get(i), "rules[" + i + "]").ifPresent(rules::add);
        }
        if (check.problems().isEmpty()) return new RuleSet(missing, rules);
        reportRepeatedIds(list);
        check.done();
        throw new IllegalStateException("problems were reported");
    }

    private void reportRepeatedIds(@Nullable JsonNode list) {
        var seen = new TreeSet<String>();
        for (int i = 0; list != null && i < list.size(); i++) {
            var id = list.get(i).path("id").asText("");
            if (!id.isEmpty() && !seen.add(id))
                check.add(Problem.of(QualityError.RULE_ID_REPEATED, "rules[" + i + "].id", "'" + id + "'"));
        }
    }

    private Optional<Rule> rule(JsonNode node, String path) {
        int before = check.problems().size();
        var fields = new Fields(node, path, RULE_FIELDS);
        if (!node.isObject()) return Optional.empty();
        var id = fields.text("id");
        var indicator = fields.require(
                "indicator",
                "a code of GB/T 36344-2018 such as 0201",
                n -> Indicator.ofCode(n.asText()).orElse(null));
        var dimensions = Arrays.stream(Dimension.values()).map(Dimension::id).collect(Collectors.joining(", "));
        var dimension = fields.has("dimension")
                ? fields.require(
                        "dimension",
                        "one of " + dimensions,
                        n -> Dimension.ofId(n.asText()).orElse(null))
                : indicator == null ? null : indicator.dimension();
        var severity = fields.has("severity")
                ? fields.require(
                        "severity",
                        "error, warning or info",
                        n -> Severity.ofId(n.asText()).orElse(null))
                : Severity.ERROR;
        double weight = fields.number("weight").map(BigDecimal::doubleValue).orElse(Rule.STANDARD_WEIGHT);
        var descriptions = descriptions(fields);
        var constraint = constraint(fields);
        if (check.problems().size() > before
                || indicator == null
                || dimension == null
                || severity == null
                || constraint == null) {
            return Optional.empty();
        }
        return attempt(path, () -> new Rule(id, descriptions, indicator, dimension, severity, weight, constraint));
    }

    private Map<String, String> descriptions(Fields fields) {
        var descriptions = new LinkedHashMap<String, String>();
        if (!fields.has("description")) return descriptions;
        var node = fields.require("description", "an object of texts by language", n -> n.isObject() ? n : null);
        if (node == null) return descriptions;
        for (var entry : node.properties()) {
            if (entry.getValue().isTextual()) {
                descriptions.put(entry.getKey(), entry.getValue().textValue());
            } else {
                invalid(
                        fields.path("description") + "." + entry.getKey(),
                        "a text",
                        shown(entry.getValue()),
                        "Write the description in quotes.");
            }
        }
        return descriptions;
    }

    private @Nullable Constraint constraint(Fields rule) {
        var named = CONSTRAINTS.keySet().stream().filter(rule::has).toList();
        if (named.size() != 1) {
            var found = named.isEmpty() ? "none" : String.join(" and ", named);
            invalid(
                    rule.path,
                    "a rule with exactly one constraint",
                    found,
                    "Give one of " + String.join(", ", CONSTRAINTS.keySet()) + ".");
            return null;
        }
        var name = named.get(0);
        var reader = CONSTRAINTS.get(name);
        if (reader == null) throw new IllegalStateException(name);
        int before = check.problems().size();
        var fields = new Fields(rule.node.path(name), rule.path(name), reader.fields());
        if (check.problems().size() > before) return null;
        return attempt(rule.path(name), () -> {
                    var constraint = reader.make().apply(fields);
                    return check.problems().size() > before ? null : constraint;
                })
                .orElse(null);
    }

    /** Makes a value; its own complaints are added to the others, placed under the path. */
    private <T> Optional<T> attempt(String path, java.util.function.Supplier<@Nullable T> maker) {
        try {
            return Optional.ofNullable(maker.get());
        } catch (InvalidInputException e) {
            check.addAll(e.at(path).problems());
        } catch (Absent e) {
            // the missing field has been reported
        }
        return Optional.empty();
    }

    private void invalid(String path, String rule, String value, String remedy) {
        check.add(Problem.of(QualityError.RULE_INVALID, path, rule, value, remedy));
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static Set<String> ruleFields() {
        var fields = new TreeSet<>(List.of("id", "description", "indicator", "dimension", "severity", "weight"));
        fields.addAll(CONSTRAINTS.keySet());
        return fields;
    }

    private static Map<String, ConstraintReader> constraints() {
        var readers = new LinkedHashMap<String, ConstraintReader>();
        readers.put(
                "notNull",
                new ConstraintReader(
                        List.of("column", "alsoMissing"),
                        f -> new Constraint.NotNull(f.needed("column"), f.texts("alsoMissing"))));
        readers.put("unique", new ConstraintReader(List.of("columns"), f -> new Constraint.Unique(f.texts("columns"))));
        readers.put(
                "matches",
                new ConstraintReader(
                        List.of("column", "pattern", "negated"),
                        f -> new Constraint.Matches(f.needed("column"), f.needed("pattern"), f.flag("negated"))));
        readers.put(
                "inSet",
                new ConstraintReader(
                        List.of("column", "values"), f -> new Constraint.InSet(f.needed("column"), f.texts("values"))));
        readers.put(
                "range",
                new ConstraintReader(
                        List.of("column", "minimum", "maximum"),
                        f -> new Constraint.InRange(f.needed("column"), f.number("minimum"), f.number("maximum"))));
        readers.put(
                "type",
                new ConstraintReader(
                        List.of("column", "type", "format"),
                        f -> new Constraint.OfType(
                                f.needed("column"),
                                f.type(),
                                f.has("format") ? f.needed("format") : Constraint.OfType.ISO_DATE)));
        readers.put(
                "holds",
                new ConstraintReader(
                        List.of("expression"), f -> new Constraint.Holds(Expression.parse(f.needed("expression")))));
        readers.put(
                "withinDays",
                new ConstraintReader(
                        List.of("column", "days"),
                        f -> new Constraint.WithinDays(f.needed("column"), f.whole("days"))));
        readers.put(
                "notAfterValuationDate",
                new ConstraintReader(List.of("column"), f -> new Constraint.NotAfterValuationDate(f.needed("column"))));
        readers.put(
                "coversMonths",
                new ConstraintReader(
                        List.of("column", "from", "to"),
                        f -> new Constraint.CoversMonths(
                                f.needed("column"),
                                f.month("from"),
                                f.has("to") ? Optional.of(f.month("to")) : Optional.empty())));
        return readers;
    }

    /** Ends the making of a value whose field is missing; the field has been reported. */
    private static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Absent() {
            super(null, null, false, false);
        }
    }

    /** The fields of one JSON object. */
    private final class Fields {

        private final JsonNode node;
        private final String path;

        Fields(JsonNode node, String path, java.util.Collection<String> known) {
            this.node = node;
            this.path = path;
            if (!node.isObject()) {
                invalid(path.isEmpty() ? "rules file" : path, "an object", shown(node), "Write { … }.");
                return;
            }
            for (var entry : node.properties()) {
                if (!known.contains(entry.getKey())) {
                    check.add(Problem.of(
                            QualityError.RULE_FIELD_UNKNOWN, path(entry.getKey()), Names.near(entry.getKey(), known)));
                }
            }
        }

        String path(String field) {
            return path.isEmpty() ? field : path + "." + field;
        }

        boolean has(String field) {
            return node.has(field);
        }

        <T> @Nullable T require(String field, String rule, Function<JsonNode, @Nullable T> read) {
            var value = node.path(field);
            if (value.isMissingNode()) {
                if (node.isObject())
                    check.add(Problem.of(ValuationError.MISSING, path(field), "It must be " + rule + "."));
                return null;
            }
            var result = read.apply(value);
            if (result == null) invalid(path(field), rule, shown(value), "Correct it.");
            return result;
        }

        String text(String field) {
            var text = require(field, "a text", n -> n.isTextual() ? n.textValue() : null);
            return text == null ? "" : text;
        }

        String needed(String field) {
            var text = require(field, "a text", n -> n.isTextual() ? n.textValue() : null);
            if (text == null) throw new Absent();
            return text;
        }

        List<String> texts(String field) {
            if (!has(field)) return List.of();
            var list = new ArrayList<String>();
            var array = require(field, "a list of texts", n -> n.isArray() ? n : null);
            for (int i = 0; array != null && i < array.size(); i++) {
                var element = array.get(i);
                if (element.isTextual()) {
                    list.add(element.textValue());
                } else {
                    invalid(path(field) + "[" + i + "]", "a text", shown(element), "Write it in quotes.");
                }
            }
            return list;
        }

        Optional<BigDecimal> number(String field) {
            if (!has(field)) return Optional.empty();
            return Optional.ofNullable(require(field, "a number", n -> n.isNumber() ? n.decimalValue() : null));
        }

        boolean flag(String field) {
            return has(field)
                    && Boolean.TRUE.equals(
                            require(field, "true or false", n -> n.isBoolean() ? n.booleanValue() : null));
        }

        int whole(String field) {
            var value = require(field, "a whole number", n -> n.isInt() ? n.intValue() : null);
            if (value == null) throw new Absent();
            return value;
        }

        Constraint.OfType.Type type() {
            var types = new LinkedHashMap<String, Constraint.OfType.Type>();
            for (var type : Constraint.OfType.Type.values())
                types.put(type.name().toLowerCase(Locale.ROOT), type);
            var type = require("type", "one of " + String.join(", ", types.keySet()), n -> types.get(n.asText()));
            if (type == null) throw new Absent();
            return type;
        }

        YearMonth month(String field) {
            var month = require(field, "a month such as 2024-12", n -> {
                try {
                    return YearMonth.parse(n.asText());
                } catch (DateTimeParseException e) {
                    return null;
                }
            });
            if (month == null) throw new Absent();
            return month;
        }
    }
}
