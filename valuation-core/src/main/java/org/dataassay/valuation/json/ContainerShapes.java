package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** Types that hold others: lists, sets, maps, optional values. Element shapes are asked for late, because records may contain themselves. */
final class ContainerShapes {

    private static final Class<?> SMALL_SET = Set.of().getClass();
    private static final Class<?> PAIR_SET = Set.of(1).getClass();
    private static final Class<?> SMALL_MAP = Map.of().getClass();
    private static final Class<?> PAIR_MAP = Map.of(1, 1).getClass();

    private ContainerShapes() {}

    record ListShape(Supplier<Shape> element) implements Shape {
        @Override
        public String expected() {
            return "a list";
        }

        @Override
        public String remedy() {
            return "Write it in brackets: [ … ].";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            var values = elements(node, at, reading, element.get(), this);
            return values == null ? null : Collections.unmodifiableList(values);
        }

        @Override
        public JsonNode write(Object value) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (var one : (List<?>) value) array.add(element.get().write(one));
            return array;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            var schema = Definitions.type("array");
            schema.set("items", element.get().schema(definitions));
            return schema;
        }

        @Override
        public Object absent() {
            return List.of();
        }

        @Override
        public @Nullable Object probe(int variant) {
            var one = element.get().probe(variant);
            if (one == null) return null;
            return Collections.nCopies(variant == 0 ? 1 : variant == 1 ? 3 : 7, one);
        }
    }

    record SetShape(Supplier<Shape> element) implements Shape {
        @Override
        public String expected() {
            return "a list without repeats";
        }

        @Override
        public String remedy() {
            return "Write it in brackets: [ … ].";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            var values = elements(node, at, reading, element.get(), this);
            if (values == null) return null;
            var set = new LinkedHashSet<>(values);
            if (set.size() == values.size()) return Collections.unmodifiableSet(set);
            reading.add(ValuationError.DUPLICATE, at, "an element", "Name each once.");
            return null;
        }

        @Override
        public JsonNode write(Object value) {
            var nodes = new ArrayList<JsonNode>();
            for (var one : (Collection<?>) value) nodes.add(element.get().write(one));
            // Sets made by Set.of change their order from run to run.
            if (SMALL_SET.isInstance(value) || PAIR_SET.isInstance(value))
                nodes.sort(java.util.Comparator.comparing(JsonPrinter::print));
            var array = JsonNodeFactory.instance.arrayNode();
            nodes.forEach(array::add);
            return array;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            var schema = Definitions.type("array").put("uniqueItems", true);
            schema.set("items", element.get().schema(definitions));
            return schema;
        }

        @Override
        public Object absent() {
            return Set.of();
        }
    }

    private static @Nullable List<Object> elements(
            JsonNode node, Place at, Reading reading, Shape element, Shape whole) {
        if (!node.isArray()) {
            reading.wrongType(at, whole, node);
            return null;
        }
        var values = new ArrayList<Object>(node.size());
        boolean complete = true;
        for (int i = 0; i < node.size(); i++) {
            var value = readOne(element, node.get(i), at.element(i), reading);
            if (value == null) complete = false;
            else values.add(value);
        }
        return complete ? values : null;
    }

    private static @Nullable Object readOne(Shape shape, JsonNode node, Place at, Reading reading) {
        if (!node.isNull() || shape.takesNull()) return shape.read(node, at, reading);
        reading.wrongType(at, shape, node);
        return null;
    }

    /**
     * A map with keys of text or of an enum; in JSON an object, its fields in the map's order.
     *
     * @param keys permitted keys, empty for any text
     */
    record MapShape(Map<String, Object> keys, Supplier<Shape> element) implements Shape {
        @Override
        public String expected() {
            return "an object";
        }

        @Override
        public String remedy() {
            return "Write it in braces: { \"name\": … }.";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (!node.isObject()) {
                reading.wrongType(at, this, node);
                return null;
            }
            var values = new LinkedHashMap<Object, Object>();
            boolean complete = true;
            for (var field : node.properties()) {
                var name = field.getKey();
                var key = keys.isEmpty() ? name : keys.get(name);
                if (key == null)
                    reading.add(ValuationError.UNKNOWN_FIELD, at.field(name), Nearest.remedy(name, keys.keySet()));
                var value = readOne(element.get(), field.getValue(), at.field(name), reading);
                if (key == null || value == null) complete = false;
                else values.put(key, value);
            }
            return complete ? Collections.unmodifiableMap(values) : null;
        }

        @Override
        public JsonNode write(Object value) {
            var named = new LinkedHashMap<String, JsonNode>();
            ((Map<?, ?>) value)
                    .forEach((key, one) -> named.put(
                            key instanceof Enum<?> constant ? EnumShape.name(constant) : key.toString(),
                            element.get().write(one)));
            // Maps made by Map.of change their order from run to run.
            boolean isShuffled = SMALL_MAP.isInstance(value) || PAIR_MAP.isInstance(value);
            var object = Definitions.node();
            (isShuffled ? new java.util.TreeMap<>(named) : named).forEach(object::set);
            return object;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            var schema = Definitions.type("object");
            if (!keys.isEmpty()) {
                var names = Definitions.node();
                keys.keySet().forEach(names.putArray("enum")::add);
                schema.set("propertyNames", names);
            }
            schema.set("additionalProperties", element.get().schema(definitions));
            return schema;
        }

        @Override
        public Object absent() {
            return Map.of();
        }
    }

    /** A value that may be absent; null says so expressly, where the standard has one or a list needs its place filled. */
    record OptionalShape(Supplier<Shape> element) implements Shape {
        @Override
        public String expected() {
            return element.get().expected();
        }

        @Override
        public String remedy() {
            return element.get().remedy();
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isNull()) return Optional.empty();
            var value = element.get().read(node, at, reading);
            return value == null ? null : Optional.of(value);
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading, @Nullable Object standard) {
            if (!(standard instanceof Optional<?> some) || some.isEmpty() || node.isNull())
                return read(node, at, reading);
            var value = element.get().read(node, at, reading, some.get());
            return value == null ? null : Optional.of(value);
        }

        @Override
        public JsonNode write(Object value) {
            var some = (Optional<?>) value;
            return some.isPresent() ? element.get().write(some.get()) : NullNode.instance;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.anyOf(element.get().schema(definitions), Definitions.type("null"));
        }

        @Override
        public Object absent() {
            return Optional.empty();
        }

        @Override
        public boolean takesNull() {
            return true;
        }
    }

    /** {@code OptionalDouble} and its like, read as an {@code Optional}. */
    record PrimitiveOptionalShape(
            OptionalShape inner, Function<Optional<?>, Object> wrap, Function<Object, Optional<?>> unwrap)
            implements Shape {

        static PrimitiveOptionalShape ofDouble() {
            return new PrimitiveOptionalShape(
                    new OptionalShape(PlainShapes.DoubleShape::new),
                    some -> some.isPresent() ? OptionalDouble.of((Double) some.get()) : OptionalDouble.empty(),
                    value -> ((OptionalDouble) value).isPresent()
                            ? Optional.of(((OptionalDouble) value).getAsDouble())
                            : Optional.empty());
        }

        @Override
        public String expected() {
            return inner.expected();
        }

        @Override
        public String remedy() {
            return inner.remedy();
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            var value = inner.read(node, at, reading);
            return value == null ? null : wrap.apply((Optional<?>) value);
        }

        @Override
        public JsonNode write(Object value) {
            return inner.write(unwrap.apply(value));
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return inner.schema(definitions);
        }

        @Override
        public Object absent() {
            return wrap.apply(Optional.empty());
        }

        @Override
        public boolean takesNull() {
            return true;
        }
    }
}
