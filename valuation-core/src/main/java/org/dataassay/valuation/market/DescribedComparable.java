package org.dataassay.valuation.market;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.UnitPrice;

/**
 * One priced listing or sale with what is known of it. A characteristic that is not known is left out; they are kept in the order of their names.
 *
 * @param name of the listing
 * @param price per item, above 0
 * @param grade how strong the evidence is
 * @param date of the listing or sale
 * @param measures characteristics that are numbers, such as records or fields
 * @param categories characteristics that are words, such as sector or delivery
 * @param title as listed
 * @param seller who sells it: listings of one seller are near copies, hence no test of each other
 */
public record DescribedComparable(
        String name,
        UnitPrice price,
        MarketEvidence.Grade grade,
        Optional<LocalDate> date,
        Map<String, Double> measures,
        Map<String, String> categories,
        Optional<String> title,
        Optional<String> seller) {

    public DescribedComparable {
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
        var check = new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the listing.")
                .that(
                        price.amount().signum() > 0,
                        "price",
                        "above 0",
                        price,
                        "A free offer is a substitute, not a comparable; one to be negotiated has no price.");
        measures.forEach((characteristic, value) -> check.that(
                Double.isFinite(value), "measures." + characteristic, "finite", value, "Leave out what is not known."));
        categories.forEach((characteristic, level) -> check.that(
                !level.isBlank(), "categories." + characteristic, "named", "''", "Leave out what is not known."));
        check.done();
    }

    public static DescribedComparable of(
            String name,
            UnitPrice price,
            MarketEvidence.Grade grade,
            Map<String, Double> measures,
            Map<String, String> categories) {
        return new DescribedComparable(
                name, price, grade, Optional.empty(), measures, categories, Optional.empty(), Optional.empty());
    }

    public DescribedComparable dated(LocalDate when) {
        return new DescribedComparable(name, price, grade, Optional.of(when), measures, categories, title, seller);
    }

    public DescribedComparable titled(String text) {
        return new DescribedComparable(name, price, grade, date, measures, categories, Optional.of(text), seller);
    }

    public DescribedComparable soldBy(String who) {
        return new DescribedComparable(name, price, grade, date, measures, categories, title, Optional.of(who));
    }
}
