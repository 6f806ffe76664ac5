package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/**
 * A sealed interface of records and enums. A record is an object with one field, its kind: {@code {"triangular": {"low": 1, "mode": 2, "high": 4}}}; a constant,
 * or a record without components, is its bare name: {@code "mid-period"}.
 */
final class ChoiceShape implements Shape {

    private final String name;
    private final Map<Class<?>, EnumShape> enums = new LinkedHashMap<>();
    private final Map<String, Object> constants = new LinkedHashMap<>();
    /** By name: the order of a sealed interface without {@code permits} is the compiler's. */
    private final Map<String, Class<?>> records = new TreeMap<>();

    private final Function<Class<?>, Shape> shapes;

    ChoiceShape(Class<?> type, String name, Function<Class<?>, Shape> shapes) {
        this.name = name;
        this.shapes = shapes;
        add(type);
    }

    private void add(Class<?> sealed) {
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isEnum()) {
                var shape = new EnumShape(permitted);
                enums.put(permitted, shape);
                constants.putAll(shape.constants());
            } else if (permitted.isRecord()) {
                records.put(kind(permitted), permitted);
            } else if (permitted.isSealed()) {
                add(permitted);
            } else {
                throw new IllegalArgumentException(permitted.getName() + " is no record, enum or sealed interface");
            }
        }
    }

    /** {@code TruncatedNormal} is {@code truncated-normal}. */
    static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static boolean isBare(Class<?> type) {
        return type.getRecordComponents().length == 0;
    }

    private List<String> bareNames() {
        var names = new ArrayList<>(constants.keySet());
        records.forEach((kind, type) -> {
            if (isBare(type)) names.add(kind);
        });
        return names;
    }

    private List<String> kinds() {
        var names = new ArrayList<>(constants.keySet());
        names.addAll(records.keySet());
        return names;
    }

    @Override
    public String expected() {
        return "one of " + Nearest.listed(kinds());
    }

    @Override
    public String remedy() {
        var example =
                records.entrySet().stream().filter(e -> !isBare(e.getValue())).findFirst();
        return example.map(e -> "Write it as { \"" + e.getKey() + "\": { … } }.")
                .orElse("Write it in double quotes.");
    }

    @Override
    public @Nullable Object read(JsonNode node, Place at, Reading reading) {
        if (node.isTextual() && constants.containsKey(node.textValue())) return constants.get(node.textValue());
        if (node.isTextual() && records.containsKey(node.textValue())) {
            var type = records.get(node.textValue());
            if (isBare(type)) return shapes.apply(type).read(Definitions.node(), at, reading);
            reading.add(
                    ValuationError.MISSING,
                    at,
                    "Say which: { \"" + node.textValue() + "\": { … } } with "
                            + String.join(", ", ((RecordShape) shapes.apply(type)).fieldNames()) + ".");
            return null;
        }
        if (node.isTextual() || (node.isObject() && node.size() == 1)) {
            var kind = node.isTextual() ? node.textValue() : node.fieldNames().next();
            if (node.isObject() && records.containsKey(kind))
                return shapes.apply(records.get(kind)).read(node.get(kind), at.field(kind), reading);
            reading.add(
                    ValuationError.OUT_OF_RANGE,
                    at,
                    expected(),
                    "\"" + Reading.echo(kind) + "\"",
                    Nearest.of(kind, kinds())
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Choose one of them."));
            return null;
        }
        reading.wrongType(at, this, node);
        return null;
    }

    @Override
    public JsonNode write(Object value) {
        var type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        var asEnum = enums.get(type);
        if (asEnum != null) return asEnum.write(value);
        if (isBare(type)) return new TextNode(kind(type));
        var object = Definitions.node();
        object.set(kind(type), shapes.apply(type).write(value));
        return object;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference(name, () -> {
            var ways = new ArrayList<ObjectNode>();
            if (!bareNames().isEmpty()) {
                var bare = Definitions.type("string");
                bareNames().forEach(bare.putArray("enum")::add);
                ways.add(bare);
            }
            records.forEach((kind, type) -> {
                if (isBare(type)) return;
                var properties = Definitions.node();
                properties.set(kind, shapes.apply(type).schema(definitions));
                ways.add(Definitions.object(properties, kind));
            });
            return Definitions.anyOf(ways.toArray(ObjectNode[]::new));
        });
    }

    @Override
    public @Nullable Object probe(int variant) {
        if (!constants.isEmpty()) return constants.values().iterator().next();
        for (var type : records.values()) {
            var value = shapes.apply(type).probe(variant);
            if (value != null) return value;
        }
        return null;
    }
}
