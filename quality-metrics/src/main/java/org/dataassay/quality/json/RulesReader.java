package org.dataassay.quality.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Dimension;
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

    static final int MAXIMUM_RULES = 10_000;

    private static final int MAXIMUM_DIGITS = 400;

    private static final Map<String, ConstraintForms.Form> CONSTRAINTS = ConstraintForms.ALL;

    private static final Set<String> RULE_FIELDS = ruleFields();

    private final Check check = new Check();

    RuleSet read(String text, RuleFormat format) {
        if (text.length() > QualityJson.MAXIMUM_CHARACTERS)
            throw InvalidInputException.of(
                    QualityError.RULE_INVALID,
                    "rules file",
                    "at most " + QualityJson.MAXIMUM_CHARACTERS + " characters long",
                    text.length(),
                    "Split it.");
        return read(format == RuleFormat.YAML ? YamlReader.read(text) : json(text));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw InvalidInputException.of(
                    QualityError.NOT_JSON,
                    "rules file",
                    e.getOriginalMessage(),
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr());
        }
    }

    private RuleSet read(JsonNode root) {
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
        var form = CONSTRAINTS.get(name);
        if (form == null) throw new IllegalStateException(name);
        int before = check.problems().size();
        var fields = new Fields(rule.node.path(name), rule.path(name), form.fieldNames());
        if (check.problems().size() > before) return null;
        return attempt(rule.path(name), () -> {
                    var constraint = form.read().apply(fields);
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

    /** Ends the making of a value whose field is missing; the field has been reported. */
    private static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Absent() {
            super(null, null, false, false);
        }
    }

    /** The fields of one JSON object. */
    private final class Fields implements ConstraintForms.Values {

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

        @Override
        public boolean has(String field) {
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

        @Override
        public String needed(String field) {
            var text = require(field, "a text", n -> n.isTextual() ? n.textValue() : null);
            if (text == null) throw new Absent();
            return text;
        }

        @Override
        public List<String> texts(String field) {
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

        @Override
        public Optional<BigDecimal> number(String field) {
            if (!has(field)) return Optional.empty();
            return Optional.ofNullable(require(
                    field, "a number", n -> n.isNumber() && isModest(n.decimalValue()) ? n.decimalValue() : null));
        }

        /** Written out, it takes no more digits than a cell may have. */
        private static boolean isModest(BigDecimal number) {
            return Math.abs((long) number.scale()) <= MAXIMUM_DIGITS && number.precision() <= MAXIMUM_DIGITS;
        }

        @Override
        public boolean flag(String field) {
            return has(field)
                    && Boolean.TRUE.equals(
                            require(field, "true or false", n -> n.isBoolean() ? n.booleanValue() : null));
        }

        @Override
        public long whole(String field) {
            return present(require(
                    field,
                    "a whole number from 0 on",
                    n -> n.isIntegralNumber() && n.canConvertToLong() && n.longValue() >= 0 ? n.longValue() : null));
        }

        @Override
        public String choice(String field, List<String> choices) {
            return present(require(
                    field,
                    "one of " + String.join(", ", choices),
                    n -> n.isTextual() && choices.contains(n.textValue()) ? n.textValue() : null));
        }

        @Override
        public YearMonth month(String field) {
            return present(require(field, "a month such as 2024-12", n -> parsed(n, YearMonth::parse)));
        }

        @Override
        public LocalDate day(String field) {
            return present(require(field, "a day such as 2024-12-31", n -> parsed(n, LocalDate::parse)));
        }

        private <T> @Nullable T parsed(JsonNode node, Function<String, T> parse) {
            try {
                return parse.apply(node.asText());
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        private <T> T present(@Nullable T value) {
            if (value == null) throw new Absent();
            return value;
        }
    }
}
