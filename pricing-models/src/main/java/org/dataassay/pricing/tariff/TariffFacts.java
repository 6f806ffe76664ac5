package org.dataassay.pricing.tariff;

import java.util.List;

/**
 * Facts of {@link TariffPricing}.
 *
 * @param tariffs versions of price plans; no two of a plan in force on one day
 * @param order what a price is asked for
 */
public record TariffFacts(List<Tariff> tariffs, Order order) {
    public TariffFacts {
        tariffs = new TariffBook(tariffs).tariffs();
    }
}
