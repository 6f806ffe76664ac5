package org.dataassay.quality.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Reads YAML as the tree that the same text in JSON would give.
 *
 * <p>Only events of the parser are used, so nothing is constructed from tags. Anchors, aliases, tags, keys that are not texts, repeated keys and a second document
 * are refused: a rule file needs none, and each lets a text say something else than it shows. Plain scalars are {@code null}, {@code true}, {@code false},
 * numbers as JSON writes them, and texts: {@code no} is a text, and so is {@code 0201}, for a number with a leading zero is a code.
 */
final class YamlReader {

    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_NODES = 1_000_000;
    private static final int LONGEST_NUMBER = 400;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final Iterator<Event> events;
    private int nodes;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    static JsonNode read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(QualityJson.MAXIMUM_CHARACTERS);
        options.setProcessComments(false);
        try {
            return new YamlReader(
                            new Yaml(options).parse(new StringReader(text)).iterator())
                    .document();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw error(
                    String.valueOf(e.getProblem()),
                    mark,
                    "Check indentation, and put texts with [ ] { } : # ' in quotes.");
        } catch (YAMLException e) {
            throw error("a character that YAML does not allow", null, "Save the file as plain UTF-8 text.");
        }
    }

    private JsonNode document() {
        var event = events.next();
        if (event instanceof StreamStartEvent) event = events.next();
        if (event instanceof StreamEndEvent) return NODES.missingNode();
        if (event instanceof DocumentStartEvent) event = events.next();
        var root = node(event, 0);
        event = events.next();
        if (event instanceof DocumentEndEvent) event = events.next();
        if (!(event instanceof StreamEndEvent))
            throw error("there is a second document", event.getStartMark(), "Keep one document in a file.");
        return root;
    }

    private JsonNode node(Event event, int depth) {
        if (event instanceof AliasEvent)
            throw error("an alias stands for something written elsewhere", event.getStartMark(), "Write it out.");
        if (event instanceof NodeEvent node && node.getAnchor() != null)
            throw error("there is an anchor", event.getStartMark(), "Remove &" + node.getAnchor() + ".");
        if (depth > MAXIMUM_DEPTH)
            throw error("it is nested more than " + MAXIMUM_DEPTH + " deep", event.getStartMark(), "Correct it.");
        if (++nodes > MAXIMUM_NODES)
            throw error("it has more than " + MAXIMUM_NODES + " parts", event.getStartMark(), "Split the file.");
        if (event instanceof ScalarEvent scalar) return scalar(scalar);
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), event);
            return array(depth);
        }
        if (event instanceof MappingStartEvent mapping) {
            refuseTag(mapping.getTag(), event);
            return object(depth);
        }
        throw error("it ends here", event.getStartMark(), "Complete it.");
    }

    private static void refuseTag(String tag, Event event) {
        if (tag != null) throw error("there is a tag", event.getStartMark(), "Remove " + tag + ".");
    }

    private ArrayNode array(int depth) {
        var array = NODES.arrayNode();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next())
            array.add(node(event, depth + 1));
        return array;
    }

    private ObjectNode object(int depth) {
        var object = NODES.objectNode();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            var key = node(event, depth + 1);
            if (!(event instanceof ScalarEvent name) || !key.isTextual())
                throw error("a name is not a text", event.getStartMark(), "Put it in quotes.");
            if (object.has(name.getValue()))
                throw error("'" + name.getValue() + "' stands twice", event.getStartMark(), "Remove one.");
            object.set(name.getValue(), node(events.next(), depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        refuseTag(scalar.getTag(), scalar);
        var text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) return NODES.textNode(text);
        return switch (text) {
            case "", "~", "null" -> NODES.nullNode();
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> {
                if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) yield NODES.textNode(text);
                var number = new BigDecimal(text);
                boolean small = number.scale() == 0 && number.precision() <= 9;
                boolean whole = number.scale() == 0 && number.precision() <= 18;
                yield small
                        ? NODES.numberNode(number.intValue())
                        : whole ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
            }
        };
    }

    private static InvalidInputException error(String what, @Nullable Mark mark, String remedy) {
        return InvalidInputException.of(
                QualityError.NOT_YAML,
                "rules file",
                what,
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                remedy);
    }
}
