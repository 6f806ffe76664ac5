package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** Types that are one plain value in JSON. */
final class PlainShapes {

    private PlainShapes() {}

    /** A finite double; written as the shortest decimal that reads back to the same. */
    record DoubleShape() implements Shape {
        @Override
        public String expected() {
            return "a finite number";
        }

        @Override
        public String remedy() {
            return "Write it as a number, without quotes: 0.05.";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (!node.isNumber()) {
                reading.wrongType(at, this, node);
                return null;
            }
            double value = node.decimalValue().doubleValue();
            if (Double.isFinite(value)) return value;
            reading.wrongType(at, this, node);
            return null;
        }

        @Override
        public JsonNode write(Object value) {
            return number((Double) value);
        }

        static JsonNode number(double value) {
            if (!Double.isFinite(value)) throw new IllegalStateException("not a finite number: " + value);
            return new DecimalNode(Plain.decimal(value));
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.type("number");
        }

        @Override
        public Object probe(int variant) {
            return variant == 0 ? 0.0 : variant == 1 ? 0.5 : 1e6;
        }
    }

    /** A decimal with its digits; a text is taken too, because many programs cannot write an exact number. */
    record DecimalShape() implements Shape {
        @Override
        public String expected() {
            return "a decimal number";
        }

        @Override
        public String remedy() {
            return "Write it as 12.30 or \"12.30\".";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isNumber()) return node.decimalValue();
            if (node.isTextual() && isDecimal(node.textValue())) return new BigDecimal(node.textValue());
            reading.wrongType(at, this, node);
            return null;
        }

        static boolean isDecimal(String text) {
            return text.length() <= Limits.NUMBER && text.matches(DECIMAL);
        }

        @Override
        public JsonNode write(Object value) {
            return new DecimalNode((BigDecimal) value);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.anyOf(
                    Definitions.type("number"), Definitions.type("string").put("pattern", "^" + DECIMAL + "$"));
        }

        @Override
        public Object probe(int variant) {
            return variant == 0 ? BigDecimal.ZERO : variant == 1 ? new BigDecimal("0.5") : new BigDecimal("1000000");
        }

        static final String DECIMAL = "-?[0-9]+(\\.[0-9]+)?";
    }

    /** A whole number of a range. */
    record WholeShape(long least, long most, Function<Long, Object> make) implements Shape {
        static final WholeShape INT = new WholeShape(Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue);
        static final WholeShape LONG = new WholeShape(Long.MIN_VALUE, Long.MAX_VALUE, value -> value);

        private boolean isInt() {
            return most == Integer.MAX_VALUE;
        }

        @Override
        public String expected() {
            return isInt() ? "a whole number of at most 9 digits" : "a whole number of at most 18 digits";
        }

        @Override
        public String remedy() {
            return "Write it without quotes and decimals: 10.";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isNumber()) {
                var value = node.decimalValue();
                boolean inRange = value.compareTo(BigDecimal.valueOf(least)) >= 0
                        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
                if (inRange && value.stripTrailingZeros().scale() <= 0) return make.apply(value.longValue());
            }
            reading.wrongType(at, this, node);
            return null;
        }

        @Override
        public JsonNode write(Object value) {
            return new DecimalNode(BigDecimal.valueOf(((Number) value).longValue()));
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            var schema = Definitions.type("integer");
            return isInt() ? schema.put("minimum", least).put("maximum", most) : schema;
        }

        @Override
        public Object probe(int variant) {
            return make.apply(variant == 0 ? 0L : variant == 1 ? 1L : 1_000L);
        }
    }

    record BooleanShape() implements Shape {
        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public String remedy() {
            return "Write true or false, without quotes.";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isBoolean()) return node.booleanValue();
            reading.wrongType(at, this, node);
            return null;
        }

        @Override
        public JsonNode write(Object value) {
            return BooleanNode.valueOf((Boolean) value);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.type("boolean");
        }

        @Override
        public Object probe(int variant) {
            return variant == 1;
        }
    }

    /**
     * A type that is a text in JSON.
     *
     * @param expected what the text is
     * @param example of it
     * @param pattern of JSON Schema; empty for any text
     * @param parse from the text; throws {@link InvalidInputException}
     */
    record TextShape(String expected, String example, String pattern, Function<String, Object> parse) implements Shape {

        static final TextShape TEXT = new TextShape("a text", "", "", text -> text);

        static final TextShape DATE = new TextShape("a date", "2025-12-31", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw InvalidInputException.of(
                        ValuationError.WRONG_TYPE,
                        "date",
                        "a date of the calendar",
                        "\"" + Reading.echo(text) + "\"",
                        "Write year-month-day: 2025-12-31.");
            }
        });

        @Override
        public String remedy() {
            return example.isEmpty() ? "Write it in double quotes." : "Write it as \"" + example + "\".";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (!node.isTextual()) {
                reading.wrongType(at, this, node);
                return null;
            }
            try {
                return parse.apply(node.textValue());
            } catch (InvalidInputException e) {
                reading.addOf(at, e);
                return null;
            }
        }

        @Override
        public JsonNode write(Object value) {
            return new TextNode(value.toString());
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            var schema = Definitions.type("string");
            return pattern.isEmpty() ? schema : schema.put("pattern", pattern);
        }

        @Override
        public @Nullable Object probe(int variant) {
            if (!example.isEmpty()) return parse.apply(example);
            return equals(TEXT) ? (variant == 0 ? "a" : variant == 1 ? "b" : "c") : null;
        }
    }
}
