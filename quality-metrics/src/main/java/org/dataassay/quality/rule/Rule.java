package org.dataassay.quality.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;

/**
 * One rule: what must hold, what it measures and how much it matters.
 *
 * @param id stable name, letters, digits and hyphens
 * @param descriptions what it says in plain words, by language ({@code zh}, {@code en})
 * @param indicator the indicator of GB/T 36344-2018 that it measures
 * @param dimension the dimension in whose score it counts
 * @param severity how much a violation matters
 * @param weight weight within the dimension, above 0
 * @param constraint what must hold
 */
public record Rule(
        String id,
        Map<String, String> descriptions,
        Indicator indicator,
        Dimension dimension,
        Severity severity,
        double weight,
        Constraint constraint) {

    /** The weight of a rule that names none. */
    public static final double STANDARD_WEIGHT = 1;

    public Rule {
        new Check()
                .that(
                        id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,79}"),
                        "id",
                        "1 to 80 letters, digits and hyphens",
                        "'" + id + "'",
                        "Rename the rule.")
                .that(
                        weight > 0 && weight <= 1e6,
                        "weight",
                        "above 0",
                        weight,
                        "Leave a rule out instead of giving it no weight.")
                .done();
        descriptions = Collections.unmodifiableMap(new TreeMap<>(descriptions));
    }

    /** A rule of weight {@link #STANDARD_WEIGHT} in the dimension of its indicator, without description. */
    public static Rule of(String id, Indicator indicator, Severity severity, Constraint constraint) {
        return new Rule(id, Map.of(), indicator, indicator.dimension(), severity, STANDARD_WEIGHT, constraint);
    }

    /** The description in a language; English, then the id, where there is none. */
    public String description(String language) {
        return descriptions.getOrDefault(language, descriptions.getOrDefault("en", id));
    }
}
