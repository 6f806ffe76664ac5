package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named parts of one JSON Schema, in the order of their names. */
final class Definitions {

    private final TreeMap<String, ObjectNode> byName = new TreeMap<>();
    private final Descriptions descriptions = new Descriptions();

    /** A reference to a named part, which is made at its first use; it may refer to itself. */
    ObjectNode reference(String name, Supplier<ObjectNode> schema) {
        if (!byName.containsKey(name)) {
            byName.put(name, node());
            byName.put(name, schema.get());
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    /** The property, with what it means where that is written down. */
    ObjectNode described(ObjectNode property, Class<?> record, String field) {
        descriptions.of(record, field).ifPresent(text -> property.put("description", text));
        return property;
    }

    ObjectNode all() {
        var all = node();
        byName.forEach(all::set);
        return all;
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode type(String type) {
        return node().put("type", type);
    }

    /** An object with these properties and no others. */
    static ObjectNode object(ObjectNode properties, String... required) {
        var schema = type("object");
        schema.set("properties", properties);
        if (required.length > 0) {
            var names = schema.putArray("required");
            for (var name : required) names.add(name);
        }
        return schema.put("additionalProperties", false);
    }

    /** Any of these. */
    static ObjectNode anyOf(ObjectNode... schemas) {
        var schema = node();
        var list = schema.putArray("anyOf");
        for (var one : schemas) list.add(one);
        return schema;
    }
}
