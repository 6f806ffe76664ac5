package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type stand in JSON: reading, writing and schema in one class, so that the three cannot drift apart. Immutable.
 */
interface Shape {

    /** What it must be, for a message: {@code a number}. */
    String expected();

    /** What to do where it is something else. */
    String remedy();

    /**
     * The value of a node; null where it is broken, and then at least one problem was added.
     *
     * @param node what stands in the document; never absent, and null only where {@link #takesNull}
     */
    @Nullable
    Object read(JsonNode node, Place at, Reading reading);

    /** The same, where fields that are absent have the values of a standard. */
    default @Nullable Object read(JsonNode node, Place at, Reading reading, @Nullable Object standard) {
        return read(node, at, reading);
    }

    /** The node of a value. */
    JsonNode write(Object value);

    /** JSON Schema; types with a name go to the definitions and come back as a reference. */
    ObjectNode schema(Definitions definitions);

    /** The value of a field that is absent; null where it must be given. */
    default @Nullable Object absent() {
        return null;
    }

    /** Whether JSON's null is a value of it. */
    default boolean takesNull() {
        return false;
    }

    /**
     * Some value of the type, to let a constructor check its other fields where this one is broken; null where there is none.
     *
     * @param variant 0, 1 or 2: small, middling, large
     */
    default @Nullable Object probe(int variant) {
        return absent();
    }
}
