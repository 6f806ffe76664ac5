package org.dataassay.valuation.market;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** Listings for tests. */
final class Listings {

    static final Source SOURCE = Source.assumed("sample");

    private Listings() {}

    static UnitPrice price(double amount) {
        return UnitPrice.ofRounded(amount, Terms.CNY, "licence", RoundingMode.HALF_EVEN);
    }

    static DescribedComparable listing(
            String name, double price, Map<String, Double> measures, Map<String, String> categories) {
        return DescribedComparable.of(name, price(price), MarketEvidence.Grade.DEAL, measures, categories);
    }

    static DescribedSubject subject(Map<String, Double> measures, Map<String, String> categories) {
        var inputs = new LinkedHashMap<String, Input<Double>>();
        measures.forEach((name, value) -> inputs.put(name, Terms.number(value)));
        return DescribedSubject.of(inputs, categories);
    }

    static ListingFacts facts(DescribedSubject subject, List<DescribedComparable> comparables) {
        return ListingFacts.of(Terms.number(1), subject, comparables, SOURCE);
    }

    /** Prices exp(3 + 0.7 ln records + 0.04 fields + 0.5 [health] − 0.2 [transport] + noise), in three sectors and three years. */
    static ListingFacts market(long seed, int n, double noise) {
        var random = new SplittableRandom(seed);
        var comparables = new ArrayList<DescribedComparable>();
        var sectors = List.of("finance", "health", "transport");
        for (int i = 0; i < n; i++) {
            double records = Math.rint(StrictMath.exp(random.nextDouble(6, 12)));
            double fields = random.nextInt(3, 40);
            var sector = sectors.get(i % 3);
            double log = 3
                    + 0.7 * StrictMath.log(records)
                    + 0.04 * fields
                    + (sector.equals("health") ? 0.5 : sector.equals("transport") ? -0.2 : 0)
                    + noise * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
            comparables.add(listing(
                            "L" + i,
                            StrictMath.exp(log),
                            Map.of("records", records, "fields", fields),
                            Map.of("sector", sector))
                    .dated(LocalDate.of(2023 + i / 3 % 3, 1 + i % 12, 3)));
        }
        return facts(subject(Map.of("records", 20_000.0, "fields", 12.0), Map.of("sector", "health")), comparables)
                .withLogarithms(Set.of("records"));
    }
}
