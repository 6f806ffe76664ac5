package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** An enum: {@code MARKET_VALUE} is {@code market-value} in JSON and nothing else. */
final class EnumShape implements Shape {

    private final Map<String, Object> constants;

    EnumShape(Class<?> type) {
        var byName = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) byName.put(name((Enum<?>) constant), constant);
        constants = Collections.unmodifiableMap(byName);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names as they stand in JSON. */
    Map<String, Object> constants() {
        return constants;
    }

    @Override
    public String expected() {
        return constants.size() == 1
                ? "\"" + constants.keySet().iterator().next() + "\""
                : "one of " + Nearest.listed(constants.keySet());
    }

    @Override
    public String remedy() {
        return "Write it in double quotes.";
    }

    @Override
    public @Nullable Object read(JsonNode node, Place at, Reading reading) {
        if (!node.isTextual()) {
            reading.wrongType(at, this, node);
            return null;
        }
        var constant = constants.get(node.textValue());
        if (constant == null)
            reading.add(
                    ValuationError.OUT_OF_RANGE,
                    at,
                    expected(),
                    "\"" + Reading.echo(node.textValue()) + "\"",
                    Nearest.of(node.textValue(), constants.keySet())
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("Choose one of them."));
        return constant;
    }

    @Override
    public JsonNode write(Object value) {
        return new TextNode(name((Enum<?>) value));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        var schema = Definitions.type("string");
        constants.keySet().forEach(schema.putArray("enum")::add);
        return schema;
    }

    @Override
    public Object probe(int variant) {
        var all = constants.values().toArray();
        return all[variant % all.length];
    }
}
