package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.error.Check;

/**
 * What a buyer asks a price for.
 *
 * @param tariff id of the price plan
 * @param version to be quoted; absent for the one in force on the day of the quote
 * @param attributes of the buyer, for eligibility and discounts
 * @param delivery how the buyer wants to get at the data
 * @param start first day of service
 * @param periods billing periods, 1 to 600
 * @param quantities by meter, in each period, after the trial
 * @param packs by charge, how many are bought
 */
public record Order(
        String tariff,
        Optional<Integer> version,
        Set<String> attributes,
        DeliveryMode delivery,
        LocalDate start,
        int periods,
        Map<String, BigDecimal> quantities,
        Map<String, Integer> packs) {

    private static final int MOST_PERIODS = 600;

    public Order {
        var check = new Check();
        Ids.check(check, "tariff", tariff);
        check.that(
                periods >= 1 && periods <= MOST_PERIODS,
                "periods",
                "in [1, " + MOST_PERIODS + "]",
                periods,
                "Give the billing periods that the price is asked for.");
        quantities.forEach((meter, quantity) -> check.that(
                quantity.signum() >= 0, "quantities." + meter, "at least 0", Fixed.shown(quantity), "Leave it out."));
        packs.forEach((pack, count) -> check.that(
                count >= 0 && count <= 1_000_000,
                "packs." + pack,
                "in [0, 1000000]",
                count,
                "Give how many are bought."));
        check.done();
        attributes = Access.sorted("attributes", attributes);
        quantities = Collections.unmodifiableMap(new TreeMap<>(quantities));
        packs = Collections.unmodifiableMap(new TreeMap<>(packs));
    }

    /** One period from a day on, by API. */
    public static Order of(String tariff, LocalDate start, Map<String, BigDecimal> quantities) {
        return new Order(tariff, Optional.empty(), Set.of(), DeliveryMode.API, start, 1, quantities, Map.of());
    }

    public Order withPeriods(int count) {
        return new Order(tariff, version, attributes, delivery, start, count, quantities, packs);
    }

    public Order withVersion(int number) {
        return new Order(tariff, Optional.of(number), attributes, delivery, start, periods, quantities, packs);
    }

    public Order withAttributes(String... names) {
        return new Order(tariff, version, Set.of(names), delivery, start, periods, quantities, packs);
    }

    public Order withPacks(Map<String, Integer> counts) {
        return new Order(tariff, version, attributes, delivery, start, periods, quantities, counts);
    }

    /** The bytes that digests are made of. */
    Canonical write(Canonical to) {
        to.add(tariff)
                .add(version)
                .addAll(attributes)
                .add(delivery)
                .add(start)
                .add(periods)
                .addAll(quantities)
                .add(packs.size());
        packs.forEach((pack, count) -> to.add(pack).add(count));
        return to;
    }
}
