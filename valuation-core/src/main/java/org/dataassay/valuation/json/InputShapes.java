package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.jspecify.annotations.Nullable;

/** Inputs: a bare value, a value with source and distribution, or the name of an assumption that several inputs share. */
final class InputShapes {

    private static final String ASSUMPTION = "assumption";
    private static final List<String> CELL = List.of("value", "unit", "source", "distribution", ASSUMPTION);
    private static final List<String> ROW = List.of("values", "unit", "source", "shock", "independent", ASSUMPTION);

    private InputShapes() {}

    private static Shape source() {
        return Shapes.of(Source.class);
    }

    private static Shape distribution() {
        return Shapes.of(Distribution.class);
    }

    private static boolean isFull(JsonNode node, List<String> fields) {
        return node.isObject() && fields.stream().anyMatch(node::has);
    }

    private static boolean isReference(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has(ASSUMPTION);
    }

    private static void refuseUnknown(JsonNode node, List<String> permitted, Place at, Reading reading) {
        if (reading.isTolerant()) return;
        for (var field : node.properties()) {
            if (!permitted.contains(field.getKey()))
                reading.add(
                        ValuationError.UNKNOWN_FIELD,
                        at.field(field.getKey()),
                        Nearest.remedy(field.getKey(), permitted));
        }
    }

    /**
     * An optional field as read.
     *
     * @param value empty where absent or broken
     * @param isBroken whether it is there and cannot be read
     */
    private record Part(Optional<Object> value, boolean isBroken) {
        static final Part ABSENT = new Part(Optional.empty(), false);
        static final Part BROKEN = new Part(Optional.empty(), true);
    }

    private static Part optional(JsonNode node, String field, Shape shape, Place at, Reading reading) {
        var child = node.get(field);
        if (child == null) return Part.ABSENT;
        if (child.isNull()) {
            reading.wrongType(at.field(field), shape, child);
            return Part.BROKEN;
        }
        var value = shape.read(child, at.field(field), reading);
        return value == null ? Part.BROKEN : new Part(Optional.of(value), false);
    }

    private static boolean anyBroken(Part... parts) {
        return Arrays.stream(parts).anyMatch(Part::isBroken);
    }

    /** Reads the assumption that a node refers to; null where it cannot. */
    private static @Nullable Object shared(JsonNode node, Shape shape, Place at, Reading reading) {
        var reference = node.get(ASSUMPTION);
        if (!reference.isTextual()) {
            reading.wrongType(at.field(ASSUMPTION), PlainShapes.TextShape.TEXT, reference);
            return null;
        }
        var name = reference.textValue();
        var stated = reading.assumptions().get(name);
        if (stated == null) {
            var names = reading.assumptions().keySet();
            reading.add(
                    ValuationError.UNKNOWN,
                    at.field(ASSUMPTION),
                    "\"" + Reading.echo(name) + "\"",
                    names.isEmpty()
                            ? "State it under assumptions, or give a value here."
                            : Nearest.remedy(name, names));
            return null;
        }
        if (!reading.enterAssumption()) {
            reading.add(
                    ValuationError.INVALID,
                    at.field(ASSUMPTION),
                    "an assumption refers to another one",
                    "Give its value.");
            return null;
        }
        try {
            return shape.read(stated, Place.of("assumptions").field(name), reading);
        } finally {
            reading.leaveAssumption();
        }
    }

    /** Checks a stated unit against what the value is; a value of money may leave its currency to the unit. */
    private static @Nullable Object valueInUnit(
            JsonNode value, Optional<Object> unit, Shape shape, Place valueAt, Place unitAt, Reading reading) {
        if (value.isNull()) {
            reading.wrongType(valueAt, shape, value);
            return null;
        }
        if (unit.isEmpty()) return shape.read(value, valueAt, reading);
        var text = (String) unit.get();
        try {
            if (shape instanceof MoneyShapes.MoneyShape) return money(value, text, shape, valueAt, unitAt, reading);
            if (shape instanceof MoneyShapes.UnitPriceShape) return price(value, text, shape, valueAt, unitAt, reading);
            var parsed = Unit.parse(text);
            boolean fits = shape instanceof MoneyShapes.RateShape ? parsed.isRate() : parsed.money() == 0;
            if (fits) return shape.read(value, valueAt, reading);
            reading.add(
                    ValuationError.MISMATCH,
                    unitAt,
                    text + " is not the unit of " + shape.expected(),
                    "Leave the unit out, or correct it.");
        } catch (InvalidInputException e) {
            reading.addOf(unitAt, e);
        }
        return null;
    }

    private static @Nullable Object money(
            JsonNode value, String unit, Shape shape, Place valueAt, Place unitAt, Reading reading) {
        if (unit.equals(Unit.MONEY.toString())) return shape.read(value, valueAt, reading);
        var currency = CurrencyCode.of(unit);
        if (value.isNumber()) return Money.of(value.decimalValue(), currency);
        if (value.isTextual() && PlainShapes.DecimalShape.isDecimal(value.textValue()))
            return Money.of(new BigDecimal(value.textValue()), currency);
        var read = shape.read(value, valueAt, reading);
        if (!(read instanceof Money money) || money.currency().equals(currency)) return read;
        reading.add(
                ValuationError.MISMATCH,
                unitAt,
                "the value is in " + money.currency().code() + ", not in " + unit,
                "Leave the unit out, or correct it.");
        return null;
    }

    private static @Nullable Object price(
            JsonNode value, String unit, Shape shape, Place valueAt, Place unitAt, Reading reading) {
        int slash = unit.indexOf('/');
        if (slash > 0 && value.isNumber()) {
            var code = unit.substring(0, slash);
            var currency = code.equals(Unit.MONEY.toString()) ? reading.currency() : Optional.of(CurrencyCode.of(code));
            if (currency.isPresent())
                return UnitPrice.of(value.decimalValue(), currency.get(), unit.substring(slash + 1));
        }
        var read = shape.read(value, valueAt, reading);
        if (!(read instanceof UnitPrice price)) return null;
        if (unit.equals(price.currency().code() + "/" + price.item()) || unit.equals("money/" + price.item()))
            return price;
        reading.add(
                ValuationError.MISMATCH,
                unitAt,
                "the value is a price per " + price.item() + " in "
                        + price.currency().code(),
                "Leave the unit out, or correct it.");
        return null;
    }

    private static ObjectNode schemaOf(String main, ObjectNode value, ObjectNode more, Definitions definitions) {
        var properties = Definitions.node();
        properties.set(main, value);
        properties.set("unit", Definitions.type("string"));
        properties.set("source", source().schema(definitions));
        more.properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
        properties.set(ASSUMPTION, Definitions.type("string"));
        return Definitions.object(properties, main);
    }

    private static ObjectNode referenceSchema() {
        var properties = Definitions.node();
        properties.set(ASSUMPTION, Definitions.type("string"));
        return Definitions.object(properties, ASSUMPTION);
    }

    /** {@code Input<T>}. */
    record CellShape(String name, Supplier<Shape> element) implements Shape {

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
            var shape = element.get();
            if (isReference(node))
                return shared(node, this, at, reading) instanceof Input<?> input
                        ? input.sharedAs(node.get(ASSUMPTION).textValue())
                        : null;
            // Plain types have no object form, so an object is meant as an input.
            boolean hasObjectForm = shape instanceof MoneyShapes.MoneyShape
                    || shape instanceof MoneyShapes.UnitPriceShape
                    || shape instanceof MoneyShapes.RateShape;
            if (!isFull(node, CELL) && (hasObjectForm || !node.isObject())) {
                var value = shape.read(node, at, reading);
                return value == null ? null : Input.of(value);
            }
            refuseUnknown(node, CELL, at, reading);
            var unit = optional(node, "unit", PlainShapes.TextShape.TEXT, at, reading);
            var source = optional(node, "source", source(), at, reading);
            var distribution = optional(node, "distribution", distribution(), at, reading);
            var assumption = optional(node, ASSUMPTION, PlainShapes.TextShape.TEXT, at, reading);
            if (!node.has("value")) {
                reading.add(
                        ValuationError.MISSING,
                        at.field("value"),
                        "It must be " + shape.expected() + ". " + shape.remedy());
                return null;
            }
            var value =
                    valueInUnit(node.get("value"), unit.value(), shape, at.field("value"), at.field("unit"), reading);
            if (value == null || anyBroken(unit, source, distribution, assumption)) return null;
            return new Input<>(
                    value,
                    (Source) source.value().orElse(Source.NOT_STATED),
                    distribution.value().map(Distribution.class::cast),
                    assumption.value().map(String.class::cast));
        }

        @Override
        public JsonNode write(Object value) {
            var input = (Input<?>) value;
            var bare = element.get().write(input.value());
            if (input.equals(Input.of(input.value()))) return bare;
            var object = Definitions.node();
            object.set("value", bare);
            if (!input.source().equals(Source.NOT_STATED)) object.set("source", source().write(input.source()));
            input.distribution()
                    .ifPresent(d -> object.set("distribution", distribution().write(d)));
            input.assumption().ifPresent(a -> object.set(ASSUMPTION, new TextNode(a)));
            return object;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return definitions.reference(name, () -> {
                var value = element.get().schema(definitions);
                var more = Definitions.node();
                more.set("distribution", distribution().schema(definitions));
                return Definitions.anyOf(
                        value, schemaOf("value", value.deepCopy(), more, definitions), referenceSchema());
            });
        }

        @Override
        public @Nullable Object probe(int variant) {
            var value = element.get().probe(variant);
            return value == null ? null : Input.of(value);
        }
    }

    /** {@code InputRow<T>}. */
    record RowShape(String name, Supplier<Shape> element) implements Shape {

        @Override
        public String expected() {
            return "a list of values";
        }

        @Override
        public String remedy() {
            return "Write them in brackets, each " + element.get().expected() + ".";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (isReference(node)) {
                if (!(shared(node, this, at, reading) instanceof InputRow<?> row)) return null;
                return new InputRow<>(
                        row.values(),
                        row.source(),
                        row.shock(),
                        row.independent(),
                        Optional.of(node.get(ASSUMPTION).textValue()));
            }
            if (node.isArray()) {
                var values = values(node, Optional.empty(), at, at, reading);
                return values == null ? null : InputRow.of(values);
            }
            if (!node.isObject()) {
                reading.wrongType(at, this, node);
                return null;
            }
            refuseUnknown(node, ROW, at, reading);
            var unit = optional(node, "unit", PlainShapes.TextShape.TEXT, at, reading);
            var source = optional(node, "source", source(), at, reading);
            var shock = optional(node, "shock", distribution(), at, reading);
            var independent = optional(node, "independent", new PlainShapes.BooleanShape(), at, reading);
            var assumption = optional(node, ASSUMPTION, PlainShapes.TextShape.TEXT, at, reading);
            var list = node.get("values");
            if (list == null) {
                reading.add(ValuationError.MISSING, at.field("values"), remedy());
                return null;
            }
            if (!list.isArray()) {
                reading.wrongType(at.field("values"), this, list);
                return null;
            }
            var values = values(list, unit.value(), at.field("values"), at.field("unit"), reading);
            if (values == null || anyBroken(unit, source, shock, independent, assumption)) return null;
            return new InputRow<>(
                    values,
                    (Source) source.value().orElse(Source.NOT_STATED),
                    shock.value().map(Distribution.class::cast),
                    (Boolean) independent.value().orElse(false),
                    assumption.value().map(String.class::cast));
        }

        private @Nullable List<Object> values(
                JsonNode list, Optional<Object> unit, Place at, Place unitAt, Reading reading) {
            var shape = element.get();
            var values = new ArrayList<Object>();
            for (int i = 0; i < list.size(); i++) {
                var value = valueInUnit(list.get(i), unit, shape, at.element(i), unitAt, reading);
                if (value != null) values.add(value);
            }
            return values.size() == list.size() ? values : null;
        }

        @Override
        public JsonNode write(Object value) {
            var row = (InputRow<?>) value;
            var shape = element.get();
            var bare = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
            row.values().forEach(one -> bare.add(shape.write(one)));
            if (row.equals(InputRow.of(row.values()))) return bare;
            var object = Definitions.node();
            object.set("values", bare);
            if (!row.source().equals(Source.NOT_STATED)) object.set("source", source().write(row.source()));
            row.shock().ifPresent(d -> object.set("shock", distribution().write(d)));
            if (row.independent()) object.set("independent", BooleanNode.TRUE);
            row.assumption().ifPresent(a -> object.set(ASSUMPTION, new TextNode(a)));
            return object;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return definitions.reference(name, () -> {
                var list = Definitions.type("array");
                list.set("items", element.get().schema(definitions));
                var more = Definitions.node();
                more.set("shock", distribution().schema(definitions));
                more.set("independent", Definitions.type("boolean"));
                return Definitions.anyOf(
                        list, schemaOf("values", list.deepCopy(), more, definitions), referenceSchema());
            });
        }

        @Override
        public @Nullable Object probe(int variant) {
            var value = element.get().probe(variant);
            if (value == null) return null;
            return InputRow.of(java.util.Collections.nCopies(variant == 0 ? 1 : variant == 1 ? 3 : 7, value));
        }
    }

    /** {@code Source}: an object, or the bare title of the document that the input was read from. */
    record SourceShape(RecordShape full) implements Shape {

        static SourceShape of() {
            var given = new Source(Source.Kind.GIVEN, "", "", "", Optional.empty(), "", Optional.empty());
            return new SourceShape(Shapes.record(Source.class, "Source", given, Set.of(), true));
        }

        @Override
        public String expected() {
            return "a source";
        }

        @Override
        public String remedy() {
            return full.remedy();
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isTextual())
                return new Source(Source.Kind.GIVEN, "", node.textValue(), "", Optional.empty(), "", Optional.empty());
            return full.read(node, at, reading);
        }

        @Override
        public JsonNode write(Object value) {
            return full.write(value);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.anyOf(Definitions.type("string"), full.schema(definitions));
        }

        @Override
        public @Nullable Object probe(int variant) {
            return full.probe(variant);
        }
    }
}
