package org.dataassay.valuation.json;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Graph;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every Java type that may stand in a document: records, enums, sealed interfaces of these, containers, plain values, and any class with a static
 * {@code parse(String)}, whose {@code toString} it reads back. Shapes are kept per type; nothing here changes once made.
 */
final class Shapes {

    /** A type argument that no caller can name: a generic type with its arguments resolved. */
    private record Resolved(Class<?> raw, List<Type> arguments) implements Type {
        @Override
        public String getTypeName() {
            return raw.getSimpleName()
                    + "Of"
                    + arguments.stream().map(Shapes::nameOf).collect(Collectors.joining("And"));
        }
    }

    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    static Shape of(Type type) {
        var known = KNOWN.get(type);
        if (known != null) return known;
        var made = make(type);
        var raced = KNOWN.putIfAbsent(type, made);
        return raced == null ? made : raced;
    }

    /** A record with a standard of its own; see {@link RecordShape}. */
    static RecordShape record(
            Class<?> type, String name, @Nullable Object standard, Set<String> required, boolean isCompact) {
        return new RecordShape(type, name, component -> of(component.getGenericType()), standard, required, isCompact);
    }

    /** A record that stands at the top of a document. */
    static RecordShape record(Class<?> type) {
        if (of(type) instanceof RecordShape shape) return shape;
        throw new IllegalArgumentException(type.getName() + " is no record");
    }

    private static Shape make(Type type) {
        if (type instanceof Class<?> plain) return ofClass(plain);
        if (type instanceof ParameterizedType generic)
            return ofGeneric((Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments()));
        if (type instanceof Resolved resolved) return ofGeneric(resolved.raw, resolved.arguments);
        throw new IllegalArgumentException(type + " cannot stand in JSON");
    }

    private static Shape ofClass(Class<?> type) {
        if (type == double.class || type == Double.class) return new PlainShapes.DoubleShape();
        if (type == int.class || type == Integer.class) return PlainShapes.WholeShape.INT;
        if (type == long.class || type == Long.class) return PlainShapes.WholeShape.LONG;
        if (type == boolean.class || type == Boolean.class) return new PlainShapes.BooleanShape();
        if (type == String.class) return PlainShapes.TextShape.TEXT;
        if (type == BigDecimal.class) return new PlainShapes.DecimalShape();
        if (type == LocalDate.class) return PlainShapes.TextShape.DATE;
        if (type == OptionalDouble.class) return ContainerShapes.PrimitiveOptionalShape.ofDouble();
        if (type == Money.class) return MoneyShapes.MoneyShape.of();
        if (type == UnitPrice.class) return MoneyShapes.UnitPriceShape.of();
        if (type == Rate.class) return MoneyShapes.RateShape.of();
        if (type == CurrencyCode.class)
            return new PlainShapes.TextShape("a currency", "CNY", "^[A-Z]{3}$", CurrencyCode::of);
        if (type == Unit.class) return new PlainShapes.TextShape("a unit", "money/record", "", Unit::parse);
        if (type == Source.class) return InputShapes.SourceShape.of();
        if (type == Graph.class) return StoredGraph.GraphShape.of();
        if (type == MethodId.class)
            return new PlainShapes.TextShape("the id of a method", "income.relief-from-royalty", "", MethodId::of);
        if (type == ValuationContext.class) return ContextShape.of();
        if (type == JsonValue.class) return new JsonValue.RawShape();
        if (type.isEnum()) return new EnumShape(type);
        if (type.isSealed() && type.isInterface()) return new ChoiceShape(type, nameOf(type), Shapes::of);
        var parse = parser(type);
        if (parse.isPresent()) return new PlainShapes.TextShape("a text", "", "", parse.get());
        if (type.isRecord()) return record(type, nameOf(type), null, Set.of(), Compact.class.isAssignableFrom(type));
        throw new IllegalArgumentException(type.getName() + " cannot stand in JSON");
    }

    private static Shape ofGeneric(Class<?> raw, List<Type> arguments) {
        var first = arguments.get(0);
        if (raw == Optional.class) return new ContainerShapes.OptionalShape(() -> of(first));
        if (raw == List.class || raw == Collection.class) return new ContainerShapes.ListShape(() -> of(first));
        if (Set.class.isAssignableFrom(raw)) return new ContainerShapes.SetShape(() -> of(first));
        if (Map.class.isAssignableFrom(raw)) return map(first, arguments.get(1));
        var name = nameOf(new Resolved(raw, arguments));
        if (raw == Input.class) return new InputShapes.CellShape(name, () -> of(first));
        if (raw == InputRow.class) return new InputShapes.RowShape(name, () -> of(first));
        if (!raw.isRecord()) throw new IllegalArgumentException(raw.getName() + " cannot stand in JSON");
        var variables = new HashMap<Type, Type>();
        for (int i = 0; i < arguments.size(); i++) variables.put(raw.getTypeParameters()[i], arguments.get(i));
        return new RecordShape(
                raw, name, component -> of(resolved(component.getGenericType(), variables)), null, Set.of(), false);
    }

    private static Shape map(Type key, Type value) {
        var keys = new LinkedHashMap<String, Object>();
        if (key instanceof Class<?> type && type.isEnum()) keys.putAll(new EnumShape(type).constants());
        else if (key != String.class)
            throw new IllegalArgumentException("a map's keys are texts or an enum, not " + key.getTypeName());
        return new ContainerShapes.MapShape(keys, () -> of(value));
    }

    /** A type as the component of a generic record sees it: variables replaced by what they stand for. */
    private static Type resolved(Type type, Map<Type, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            var meant = variables.get(variable);
            if (meant == null) throw new IllegalArgumentException(variable + " stands for no type");
            return meant;
        }
        if (!(type instanceof ParameterizedType generic)) return type;
        var arguments = java.util.Arrays.stream(generic.getActualTypeArguments())
                .map(argument -> resolved(argument, variables))
                .toList();
        return new Resolved((Class<?>) generic.getRawType(), arguments);
    }

    private static String nameOf(Type type) {
        if (type instanceof ParameterizedType generic)
            return nameOf(new Resolved((Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments())));
        if (!(type instanceof Class<?> plain)) return type.getTypeName();
        var outer = plain.getEnclosingClass();
        return outer == null || outer.getSimpleName().matches(".*Shapes?")
                ? plain.getSimpleName()
                : nameOf(outer) + "." + plain.getSimpleName();
    }

    /** A public static {@code parse(String)} that makes the type. */
    private static Optional<Function<String, Object>> parser(Class<?> type) {
        try {
            var parse = type.getMethod("parse", String.class);
            if (!Modifier.isStatic(parse.getModifiers()) || parse.getReturnType() != type) return Optional.empty();
            return Optional.of(text -> {
                try {
                    return parse.invoke(null, text);
                } catch (java.lang.reflect.InvocationTargetException e) {
                    if (e.getCause() instanceof InvalidInputException cause) throw cause;
                    throw new IllegalStateException("cannot parse " + type.getName(), e);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("cannot parse " + type.getName(), e);
                }
            });
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
