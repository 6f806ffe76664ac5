package org.dataassay.valuation.market;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Source;

/**
 * Facts of {@link RatioStudy}.
 *
 * @param sales {@value #LEAST} to 10 000, all in one currency; estimates must come from a model that did not see their prices
 * @param source where prices and estimates come from
 */
public record RatioStudyFacts(List<RatedSale> sales, Source source) {

    /** Fewest sales of which a study says anything. */
    public static final int LEAST = 3;

    public RatioStudyFacts {
        sales = List.copyOf(sales);
        var check = new Check()
                .that(
                        sales.size() >= LEAST && sales.size() <= Axis.MAXIMUM,
                        "sales",
                        LEAST + " to " + Axis.MAXIMUM,
                        sales.size(),
                        "Study as many sales as were valued.");
        for (int i = 1; i < sales.size(); i++) {
            var currency = sales.get(i).price().currency();
            check.that(
                    currency.equals(sales.get(0).price().currency()),
                    "sales[" + i + "].price",
                    "in " + sales.get(0).price().currency().code(),
                    currency.code(),
                    "Convert it: values in several currencies cannot be added.");
        }
        check.done();
    }

    public static RatioStudyFacts of(List<RatedSale> sales, Source source) {
        return new RatioStudyFacts(sales, source);
    }
}
