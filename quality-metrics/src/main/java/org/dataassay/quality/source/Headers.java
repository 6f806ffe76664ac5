package org.dataassay.quality.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;

/** What a header row must be: every column named, each name once. Blanks around a name are not part of it. */
final class Headers {

    private Headers() {}

    static List<String> checked(String table, List<String> names) {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < names.size(); i++) {
            places.computeIfAbsent(names.get(i).strip(), k -> new ArrayList<>()).add(i + 1);
        }
        var check = new Check();
        var unnamed = places.remove("");
        if (unnamed != null) {
            check.add(Problem.of(QualityError.HEADER_EMPTY, table, places(unnamed), shortened(names)));
        }
        var repeated = places.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> "'" + e.getKey() + "' (" + places(e.getValue()) + ")")
                .collect(Collectors.joining(", "));
        if (!repeated.isEmpty()) check.add(Problem.of(QualityError.HEADER_DUPLICATE, table, repeated));
        check.done();
        return List.copyOf(places.keySet());
    }

    private static String places(List<Integer> columns) {
        return columns.stream().map(String::valueOf).collect(Collectors.joining(" and ", "column ", ""));
    }

    private static String shortened(List<String> names) {
        var text = String.join(",", names);
        return text.length() <= 200 ? text : text.substring(0, text.offsetByCodePoints(0, 100)) + "…";
    }
}
