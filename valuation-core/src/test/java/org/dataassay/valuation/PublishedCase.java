package org.dataassay.valuation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A published or computed case from the test resources: inputs, expected figures and their tolerance. */
public record PublishedCase(JsonNode inputs, JsonNode expected, JsonNode tolerance, JsonNode root) {

    public static PublishedCase of(String method, String id) {
        try (var in = PublishedCase.class.getResourceAsStream("/published/" + method + "/" + id + ".json")) {
            if (in == null) throw new IllegalArgumentException("no case " + id + " of " + method);
            var root = new ObjectMapper().readTree(in);
            return new PublishedCase(root.get("inputs"), root.get("expected"), root.get("tolerance"), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double input(String name) {
        return inputs.required(name).asDouble();
    }

    public static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    public List<Double> inputs(String name) {
        return numbers(inputs.required(name));
    }

    /** Numbers that the case gives beside the expected ones; empty where it has none. */
    public List<Double> all(String name) {
        return root.has(name) ? numbers(root.get(name)) : List.of();
    }

    public int whole(String name) {
        return root.required(name).asInt();
    }

    /** Of the unrounded results: {@code tolerance · max(1, |expected|)}. */
    public double exactTolerance(double expected) {
        return tolerance.required("exact").asDouble() * Math.max(1, Math.abs(expected));
    }
}
