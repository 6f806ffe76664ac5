package org.dataassay.valuation.market;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * The asset to be valued, by the characteristics that comparables are described by, in the order of their names.
 *
 * @param measures characteristics that are numbers
 * @param categories characteristics that are words
 * @param title as it would be listed; only where titles are read
 */
public record DescribedSubject(
        Map<String, Input<Double>> measures, Map<String, String> categories, Optional<String> title) {

    public DescribedSubject {
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
        var check = new Check();
        measures.forEach((characteristic, input) -> check.that(
                Double.isFinite(input.value()),
                "measures." + characteristic,
                "finite",
                input.value(),
                "Leave the characteristic out where it is not known."));
        for (var characteristic : categories.keySet())
            check.that(
                    !measures.containsKey(characteristic),
                    "categories." + characteristic,
                    "a name that no measure has",
                    characteristic,
                    "A characteristic is a number or a word, not both.");
        check.done();
    }

    public static DescribedSubject of(Map<String, Input<Double>> measures, Map<String, String> categories) {
        return new DescribedSubject(measures, categories, Optional.empty());
    }

    public DescribedSubject titled(String text) {
        return new DescribedSubject(measures, categories, Optional.of(text));
    }
}
