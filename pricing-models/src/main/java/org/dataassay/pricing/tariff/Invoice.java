package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.valuation.money.Money;

/**
 * What a subscription owes for a billing window.
 *
 * @param subscription its id
 * @param tariff id of the plan
 * @param version of the plan
 * @param lines adding up to the total
 * @param totals without tax, tax, and both
 * @param fromPrepaid taken from money paid in advance
 * @param due what is left to pay
 * @param overQuota units by meter that were beyond a quota, and not charged for
 * @param packsAfter packs with units left that the next window begins with
 * @param prepaidAfter money in advance that the next window begins with
 * @param hash SHA-256 over everything above
 */
public record Invoice(
        String subscription,
        String tariff,
        int version,
        List<Line> lines,
        Totals totals,
        Money fromPrepaid,
        Money due,
        Map<String, BigDecimal> overQuota,
        List<PackBalance> packsAfter,
        Money prepaidAfter,
        String hash) {

    public Invoice {
        lines = List.copyOf(lines);
        packsAfter = List.copyOf(packsAfter);
        overQuota = Collections.unmodifiableMap(new TreeMap<>(overQuota));
    }
}
