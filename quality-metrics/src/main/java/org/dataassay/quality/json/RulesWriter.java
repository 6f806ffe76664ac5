package org.dataassay.quality.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.valuation.error.Plain;

/** Writes a rule set as a file that is read back as the same rule set. What is as it would be anyway is left out. */
final class RulesWriter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** Words that some readers of YAML take for something else. */
    private static final Set<String> WORDS =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

    private RulesWriter() {}

    static String json(RuleSet rules) {
        return JsonTree.write(tree(rules));
    }

    static String yaml(RuleSet rules) {
        var text = new StringBuilder();
        yaml(text, tree(rules), 0);
        return text.toString();
    }

    private static Map<String, Object> tree(RuleSet rules) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schemaVersion", QualityJson.SCHEMA_VERSION);
        if (!rules.missing().equals(MissingValues.standard()))
            tree.put("missingValues", rules.missing().words());
        tree.put("rules", rules.rules().stream().map(RulesWriter::rule).toList());
        return tree;
    }

    static Map<String, Object> rule(Rule rule) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", rule.id());
        if (!rule.descriptions().isEmpty()) tree.put("description", rule.descriptions());
        tree.put("indicator", rule.indicator().code());
        if (rule.dimension() != rule.indicator().dimension())
            tree.put("dimension", rule.dimension().id());
        if (rule.severity() != Severity.ERROR)
            tree.put("severity", rule.severity().id());
        if (rule.weight() != Rule.STANDARD_WEIGHT) tree.put("weight", Plain.decimal(rule.weight()));
        var form = ConstraintForms.of(rule.constraint());
        tree.put(form.name(), form.write().apply(rule.constraint()));
        return tree;
    }

    private static void yaml(StringBuilder text, Map<?, ?> map, int depth) {
        boolean first = true;
        for (var entry : map.entrySet()) {
            if (!first || depth == 0) text.append("  ".repeat(depth));
            first = false;
            text.append(scalar(entry.getKey())).append(':');
            var value = entry.getValue();
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                text.append('\n').append("  ".repeat(depth + 1));
                yaml(text, inner, depth + 1);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                for (var element : list) {
                    text.append('\n').append("  ".repeat(depth + 1)).append("- ");
                    yaml(text, (Map<?, ?>) element, depth + 2);
                }
            } else {
                text.append(' ').append(flow(value)).append('\n');
            }
        }
    }

    private static String flow(Object value) {
        if (value instanceof Map) return "{}";
        if (!(value instanceof List<?> list)) return scalar(value);
        var parts = new ArrayList<String>();
        for (var element : list) parts.add(scalar(element));
        return "[" + String.join(", ", parts) + "]";
    }

    private static String scalar(Object value) {
        if (value instanceof BigDecimal number) return JsonTree.number(number);
        if (!(value instanceof String text)) return String.valueOf(value);
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : JsonTree.quoted(text); // a JSON string is a YAML string
    }
}
