package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that is not bound yet: facts before their method is known, the options of a stored result. As the component of a record it takes whatever
 * stands there; {@link AssayJson} binds it. Immutable.
 */
public final class JsonValue {

    private final JsonNode node;

    JsonValue(JsonNode node) {
        this.node = node;
    }

    /** Whoever asks may not change it. */
    JsonNode node() {
        return node;
    }

    /** An object without fields. */
    public static JsonValue empty() {
        return new JsonValue(Definitions.node());
    }

    /** As text, the same bytes for the same value. */
    public String text() {
        return JsonPrinter.print(node);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue value && value.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /** Anything at all. */
    record RawShape() implements Shape {
        @Override
        public String expected() {
            return "a value";
        }

        @Override
        public String remedy() {
            return "Give any JSON value.";
        }

        @Override
        public Object read(JsonNode node, Place at, Reading reading) {
            return new JsonValue(node);
        }

        @Override
        public JsonNode write(Object value) {
            return ((JsonValue) value).node;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.node();
        }

        @Override
        public Object probe(int variant) {
            return empty();
        }
    }
}
