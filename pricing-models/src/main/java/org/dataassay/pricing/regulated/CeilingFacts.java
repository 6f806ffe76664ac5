package org.dataassay.pricing.regulated;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;

/**
 * Facts of {@link PublicDataCeiling}.
 *
 * @param permittedRevenue of the year, at least 0; what {@link PublicDataRevenue} finds
 * @param products at least one, no name twice
 * @param lastReview day on which the ceilings were last reviewed; empty for the first time
 * @param reviewMonths months between reviews, 1 to 120; the rule says periodic, so that it must be stated to be watched
 */
public record CeilingFacts(
        Money permittedRevenue,
        List<RegulatedProduct> products,
        Optional<LocalDate> lastReview,
        Optional<Integer> reviewMonths) {

    /** Most products of one operator. */
    public static final int MOST_PRODUCTS = 10_000;

    private static final int LONGEST_REVIEW = 120;

    public CeilingFacts {
        products = List.copyOf(products);
        var check = new Check()
                .that(
                        permittedRevenue.amount().signum() >= 0,
                        "permittedRevenue",
                        "at least 0",
                        permittedRevenue,
                        "Give the maximum permitted revenue of the year.")
                .that(
                        !products.isEmpty() && products.size() <= MOST_PRODUCTS,
                        "products",
                        "1 to " + MOST_PRODUCTS,
                        products.size(),
                        "Give the products of the operator.");
        reviewMonths.ifPresent(months -> check.that(
                months >= 1 && months <= LONGEST_REVIEW,
                "reviewMonths",
                "in [1, " + LONGEST_REVIEW + "]",
                months,
                "Twelve is a yearly review."));
        var seen = new HashSet<String>();
        for (int i = 0; i < products.size(); i++)
            if (!seen.add(products.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "products[" + i + "].name",
                        "an earlier product has the name",
                        "Name each product once."));
        check.done();
    }

    public static CeilingFacts of(Money permittedRevenue, RegulatedProduct... products) {
        return new CeilingFacts(permittedRevenue, List.of(products), Optional.empty(), Optional.empty());
    }

    public CeilingFacts reviewed(LocalDate last, int everyMonths) {
        return new CeilingFacts(permittedRevenue, products, Optional.of(last), Optional.of(everyMonths));
    }
}
