package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/**
 * A record: an object with a field per component, in the order declared. Unknown fields are refused by name, all broken fields are reported together, and what
 * the constructor finds wrong is said with the path of the document.
 */
final class RecordShape implements Shape {

    private static final int PROBES = 3;

    private record Field(String name, Supplier<Shape> shape, Method accessor) {}

    private final Class<?> type;
    private final String name;
    private final List<Field> fields;
    private final Constructor<?> constructor;
    private final @Nullable Object standard;
    private final Set<String> required;
    private final boolean isCompact;

    /**
     * A record type.
     *
     * @param name of its schema
     * @param shapes of a component's type, asked for late
     * @param standard values of absent fields, or null
     * @param required fields that must be given although the standard has a value
     * @param isCompact whether empty texts, lists and maps are left out when written and may be absent when read
     */
    RecordShape(
            Class<?> type,
            String name,
            Function<RecordComponent, Shape> shapes,
            @Nullable Object standard,
            Set<String> required,
            boolean isCompact) {
        this.type = type;
        this.name = name;
        this.standard = standard;
        this.required = required;
        this.isCompact = isCompact;
        var components = type.getRecordComponents();
        var found = new ArrayList<Field>();
        for (var component : components) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            found.add(new Field(component.getName(), () -> shapes.apply(component), accessor));
        }
        this.fields = List.copyOf(found);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public String remedy() {
        return fields.isEmpty() ? "Write { }." : "Give its fields " + String.join(", ", fieldNames()) + ".";
    }

    @Override
    public @Nullable Object read(JsonNode node, Place at, Reading reading) {
        return read(node, at, reading, standard);
    }

    @Override
    public @Nullable Object read(JsonNode node, Place at, Reading reading, @Nullable Object standard) {
        if (!node.isObject()) {
            reading.wrongType(at, this, node);
            return null;
        }
        if (!reading.isTolerant()) refuseUnknown(node, at, reading);
        var values = new @Nullable Object[fields.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(fields.get(i), node, at, reading, standard);
            complete &= values[i] != null;
        }
        if (!complete) {
            probe(node, at, reading, values);
            return null;
        }
        try {
            return construct(values);
        } catch (InvalidInputException e) {
            reading.addWithin(at, e);
            return null;
        }
    }

    private void refuseUnknown(JsonNode node, Place at, Reading reading) {
        var names = fieldNames();
        for (var field : node.properties()) {
            if (!names.contains(field.getKey()))
                reading.add(
                        ValuationError.UNKNOWN_FIELD, at.field(field.getKey()), Nearest.remedy(field.getKey(), names));
        }
    }

    private @Nullable Object value(Field field, JsonNode node, Place at, Reading reading, @Nullable Object standard) {
        var shape = field.shape.get();
        var child = node.get(field.name);
        var usual = standard == null || required.contains(field.name) ? null : get(field, standard);
        if (child == null) {
            var value = usual != null ? usual : absent(field, shape);
            if (value == null)
                reading.add(
                        ValuationError.MISSING,
                        at.field(field.name),
                        "It must be " + shape.expected() + ". " + shape.remedy());
            return value;
        }
        if (child.isNull() && !shape.takesNull()) {
            reading.wrongType(at.field(field.name), shape, child);
            return null;
        }
        return shape.read(child, at.field(field.name), reading, usual);
    }

    private @Nullable Object absent(Field field, Shape shape) {
        return isCompact && field.accessor.getReturnType() == String.class ? "" : shape.absent();
    }

    private static Object get(Field field, Object from) {
        return invoke(field.accessor, from);
    }

    /** The value of a record's component. */
    static Object get(RecordComponent component, Object from) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return invoke(accessor, from);
    }

    private static Object invoke(Method accessor, Object from) {
        try {
            return accessor.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("cannot make " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    /**
     * A field is broken, so the record cannot be made; but the constructor's word on the other fields is wanted now. It is asked with small, middling and large
     * values in place of the broken ones, and what it says of sound fields every time, in the same words, does not depend on those.
     */
    private void probe(JsonNode node, Place at, Reading reading, @Nullable Object[] values) {
        Optional<List<Problem>> always = Optional.empty();
        for (int variant = 0; variant < PROBES; variant++) {
            var filled = values.clone();
            for (int i = 0; i < filled.length; i++) {
                if (filled[i] == null) filled[i] = fields.get(i).shape.get().probe(variant);
                if (filled[i] == null) return;
            }
            var found = problems(filled);
            always = Optional.of(
                    always.map(before -> before.stream().filter(found::contains).toList())
                            .orElse(found));
        }
        for (var problem : always.orElse(List.of())) {
            for (int i = 0; i < values.length; i++) {
                var field = fields.get(i).name;
                if (values[i] != null && node.has(field) && concerns(problem, field))
                    reading.addWithin(at, new InvalidInputException(List.of(problem)));
            }
        }
    }

    private static boolean concerns(Problem problem, String field) {
        var path = problem.field();
        return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
    }

    private List<Problem> problems(@Nullable Object[] values) {
        try {
            construct(values);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        } catch (RuntimeException e) {
            // The values are made up; a constructor that stumbles over them says nothing about the sound ones.
            return List.of();
        }
    }

    @Override
    public @Nullable Object probe(int variant) {
        if (standard != null && required.isEmpty()) return standard;
        for (int next = 0; next < PROBES; next++) {
            var values = probes((variant + next) % PROBES);
            if (values.isPresent() && problems(values.get()).isEmpty()) return construct(values.get());
        }
        return null;
    }

    private Optional<@Nullable Object[]> probes(int variant) {
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            var shape = fields.get(i).shape.get();
            var absent = shape.absent();
            values[i] = absent != null ? absent : shape.probe(variant);
            if (values[i] == null) return Optional.empty();
        }
        return Optional.of(values);
    }

    @Override
    public JsonNode write(Object value) {
        return write(value, standard);
    }

    /** Written so that it reads back with the given standard. */
    JsonNode write(Object value, @Nullable Object standard) {
        var object = Definitions.node();
        for (var field : fields) {
            var one = get(field, value);
            if (isCompact && isEmpty(one)) continue;
            var node = field.shape.get().write(one);
            boolean isUsual = standard == null || one.equals(get(field, standard));
            if (!node.isNull() || !isUsual) object.set(field.name, node);
        }
        return object;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof String text && text.isEmpty()
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference(name, () -> schema(definitions, standard));
    }

    /** The schema where absent fields have the values of a standard. */
    ObjectNode schema(Definitions definitions, @Nullable Object standard) {
        var properties = Definitions.node();
        var missing = new ArrayList<String>();
        for (var field : fields) {
            var shape = field.shape.get();
            var schema = definitions.described(shape.schema(definitions), type, field.name);
            var usual = standard == null || required.contains(field.name) ? null : get(field, standard);
            if (usual != null && !isEmpty(usual)) {
                var written = shape.write(usual);
                if (!written.isNull() && !written.isContainerNode()) schema.set("default", written);
            }
            if (usual == null && absent(field, shape) == null) missing.add(field.name);
            properties.set(field.name, schema);
        }
        return Definitions.object(properties, missing.toArray(String[]::new));
    }
}
