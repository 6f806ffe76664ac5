package org.dataassay.valuation.sheet;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * What a row runs along: periods, comparables, cost lines, assets, scenarios. Two axes are the same when name and elements are.
 *
 * @param name a short word, such as {@code periods}
 * @param elements names of the elements in order, 1 to {@value #MAXIMUM}, no two alike
 */
public record Axis(String name, List<String> elements) {

    /** Most elements that a row may have. */
    public static final int MAXIMUM = 10_000;

    public Axis {
        elements = List.copyOf(elements);
        var field = "axis " + name;
        new Check()
                .that(!name.isBlank(), "axis", "named", "''", "Give it a short name such as periods.")
                .that(
                        !elements.isEmpty() && elements.size() <= MAXIMUM,
                        field,
                        "1 to " + MAXIMUM + " elements long",
                        elements.size(),
                        "Shorten or fill it.")
                .that(
                        new HashSet<>(elements).size() == elements.size(),
                        field,
                        "free of repeated elements",
                        elements.size() + " elements",
                        "Name each element once.")
                .done();
    }

    public int size() {
        return elements.size();
    }
}
