package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.error.Check;

/**
 * A buyer's contract: which version of which tariff, from when, with what was paid in advance.
 *
 * @param id by which events name it
 * @param tariff id of the plan
 * @param version that was quoted; it stays, whatever is published later
 * @param start first day of service
 * @param end last day of service; absent while it runs
 * @param attributes of the buyer, for discounts
 * @param packs that the buyer has, at the beginning of the window, and those bought in it
 * @param prepaid money paid in advance and not yet used, in the tariff's currency
 */
public record Subscription(
        String id,
        String tariff,
        int version,
        LocalDate start,
        Optional<LocalDate> end,
        Set<String> attributes,
        List<PackBalance> packs,
        Optional<BigDecimal> prepaid) {

    public Subscription {
        var check = new Check();
        Ids.check(check, "id", id);
        Ids.check(check, "tariff", tariff);
        check.that(
                        end.isEmpty() || !end.get().isBefore(start),
                        "end",
                        "on or after start",
                        end.map(LocalDate::toString).orElse(""),
                        "Exchange the dates.")
                .that(packs.size() <= 10_000, "packs", "at most 10000", packs.size(), "Leave out those used up.");
        prepaid.ifPresent(amount -> Fixed.checkPrice(check, "prepaid", amount));
        check.done();
        attributes = Access.sorted("attributes", attributes);
        packs = List.copyOf(packs);
        prepaid = prepaid.map(Fixed::plain);
    }

    /** Without packs, money in advance or an end. */
    public static Subscription of(String id, String tariff, int version, LocalDate start) {
        return new Subscription(id, tariff, version, start, Optional.empty(), Set.of(), List.of(), Optional.empty());
    }

    public Subscription withEnd(LocalDate lastDay) {
        return new Subscription(id, tariff, version, start, Optional.of(lastDay), attributes, packs, prepaid);
    }

    public Subscription withAttributes(String... names) {
        return new Subscription(id, tariff, version, start, end, Set.of(names), packs, prepaid);
    }

    public Subscription withPacks(PackBalance... balances) {
        return new Subscription(id, tariff, version, start, end, attributes, List.of(balances), prepaid);
    }

    public Subscription withPrepaid(String amount) {
        return new Subscription(
                id, tariff, version, start, end, attributes, packs, Optional.of(new BigDecimal(amount)));
    }

    Canonical write(Canonical to) {
        to.add(id)
                .add(tariff)
                .add(version)
                .add(start)
                .add(end)
                .addAll(attributes)
                .add(prepaid)
                .add(packs.size());
        for (var pack : packs)
            to.add(pack.pack()).add(pack.bought()).add(pack.count()).add(pack.left());
        return to;
    }
}
