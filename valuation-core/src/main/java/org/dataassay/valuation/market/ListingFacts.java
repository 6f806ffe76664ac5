package org.dataassay.valuation.market;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/**
 * Facts of {@link HedonicRegression} and {@link NearestComparables}: priced listings and the subject, described alike. The subject says by which characteristics.
 *
 * @param quantity of the subject in the items that prices are per, above 0
 * @param subject the asset to be valued
 * @param comparables 2 to {@value #MOST}, all priced per the same item, no name twice
 * @param logarithms measures that count by ratios: they enter by their logarithm, and must be above 0
 * @param weights how much a characteristic counts in a distance, at least 0; 1 where it is not named; a regression finds its own
 * @param source where the comparables come from
 */
public record ListingFacts(
        Input<Double> quantity,
        DescribedSubject subject,
        List<DescribedComparable> comparables,
        Set<String> logarithms,
        Map<String, Double> weights,
        Source source) {

    /** Most comparables. */
    public static final int MOST = 2000;

    public ListingFacts {
        comparables = List.copyOf(comparables);
        logarithms = Collections.unmodifiableSet(new TreeSet<>(logarithms));
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        int n = comparables.size();
        var check = new Check()
                .that(
                        quantity.value() > 0 && quantity.value() <= 1e15,
                        "quantity",
                        "above 0",
                        quantity.value(),
                        "Give the subject's quantity in the items that prices are per.")
                .that(
                        n >= 2 && n <= MOST,
                        "comparables",
                        "2 to " + MOST,
                        n,
                        "One comparable shows no pattern: adjust it by market.comparable-transactions.");
        var names = new HashSet<String>();
        for (int i = 0; i < n; i++) {
            var at = "comparables[" + i + "]";
            var comparable = comparables.get(i);
            if (!names.add(comparable.name()))
                check.add(Problem.of(ValuationError.DUPLICATE, at + ".name", comparable.name(), "Name each once."));
            var first = comparables.get(0).price();
            check.that(
                    comparable.price().item().equals(first.item())
                            && comparable.price().currency().equals(first.currency()),
                    at + ".price",
                    "in " + first.currency().code() + " per " + first.item(),
                    comparable.price().currency().code() + " per "
                            + comparable.price().item(),
                    "Normalize all prices to one currency and item.");
            known(
                    check,
                    at + ".measures",
                    comparable.measures().keySet(),
                    subject.measures().keySet());
            known(
                    check,
                    at + ".categories",
                    comparable.categories().keySet(),
                    subject.categories().keySet());
            for (var measure : logarithms)
                positive(
                        check,
                        at + ".measures." + measure,
                        comparable.measures().get(measure));
        }
        for (var measure : logarithms) {
            var input = subject.measures().get(measure);
            positive(check, "subject.measures." + measure, input == null ? null : input.value());
        }
        known(check, "logarithms", logarithms, subject.measures().keySet());
        var all = new LinkedHashSet<>(subject.measures().keySet());
        all.addAll(subject.categories().keySet());
        known(check, "weights", weights.keySet(), all);
        weights.forEach((name, weight) ->
                check.range("weights." + name, weight, 0, 1e6, "Give how much it counts; 0 leaves it out."));
        check.done();
    }

    private static void known(Check check, String field, Set<String> names, Set<String> known) {
        for (var name : names)
            if (!known.contains(name))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        field,
                        name,
                        "The subject is described by " + String.join(", ", known)
                                + "; describe it by this too, or leave it out."));
    }

    private static void positive(Check check, String field, @org.jspecify.annotations.Nullable Double value) {
        if (value != null)
            check.that(value > 0, field, "above 0", value, "A logarithm needs it; or take the number as it is.");
    }

    public static ListingFacts of(
            Input<Double> quantity, DescribedSubject subject, List<DescribedComparable> comparables, Source source) {
        return new ListingFacts(quantity, subject, comparables, Set.of(), Map.of(), source);
    }

    public ListingFacts withLogarithms(Set<String> measures) {
        return new ListingFacts(quantity, subject, comparables, measures, weights, source);
    }

    public ListingFacts withWeights(Map<String, Double> ofCharacteristics) {
        return new ListingFacts(quantity, subject, comparables, logarithms, ofCharacteristics, source);
    }

    public ListingFacts withSubject(DescribedSubject other) {
        return new ListingFacts(quantity, other, comparables, logarithms, weights, source);
    }

    /** How many are list prices. */
    long listed() {
        return comparables.stream()
                .filter(c -> c.grade() == MarketEvidence.Grade.LIST)
                .count();
    }
}
