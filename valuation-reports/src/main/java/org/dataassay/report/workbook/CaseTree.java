package org.dataassay.report.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts the lines of a workbook together again. Elements of a list stand in the order of their numbers, without gaps. Used by one thread. */
final class CaseTree {

    private final Map<Object, Object> root = new LinkedHashMap<>();

    /** Whether there was room: false where the place is taken, or is a value or a list of another kind. */
    boolean put(CasePlace place, JsonNode value) {
        var at = root;
        int last = place.steps().size() - 1;
        for (int i = 0; i < last; i++) {
            boolean list = place.steps().get(i + 1) instanceof Integer;
            var next = at.computeIfAbsent(place.steps().get(i), step -> list ? new TreeMap<>() : new LinkedHashMap<>());
            if (next instanceof TreeMap<?, ?> != list || !(next instanceof Map<?, ?>)) return false;
            @SuppressWarnings("unchecked") // only this class fills it
            var branch = (Map<Object, Object>) next;
            at = branch;
        }
        return at.putIfAbsent(place.steps().get(last), value) == null;
    }

    String json() {
        return node(root).toPrettyString();
    }

    private static JsonNode node(Object part) {
        if (part instanceof JsonNode value) return value;
        var branch = (Map<?, ?>) part;
        if (branch instanceof TreeMap<?, ?>) {
            var list = JsonNodeFactory.instance.arrayNode();
            branch.values().forEach(element -> list.add(node(element)));
            return list;
        }
        var object = JsonNodeFactory.instance.objectNode();
        branch.forEach((name, element) -> object.set((String) name, node(element)));
        return object;
    }
}
