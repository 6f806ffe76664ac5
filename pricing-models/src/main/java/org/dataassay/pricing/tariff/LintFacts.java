package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link Lint}.
 *
 * @param tariffs to be examined, and compared with each other where they sell the same
 * @param tables of tiers as they were received, which may have gaps and overlaps
 * @param unitCosts what one unit costs the seller, by meter
 * @param accountCost what an account costs the seller in a billing period
 * @param buyers to be compared
 * @param relevant attributes that justify another price
 */
public record LintFacts(
        List<Tariff> tariffs,
        List<DraftTable> tables,
        Map<String, BigDecimal> unitCosts,
        Optional<BigDecimal> accountCost,
        List<Buyer> buyers,
        Set<String> relevant) {

    /** Most tariffs of one examination: all pairs are compared. */
    public static final int MOST_TARIFFS = 200;

    /**
     * A table of tiers as it was received.
     *
     * @param id by which findings name it
     * @param tiers rows
     */
    public record DraftTable(String id, List<Tier> tiers) {
        public DraftTable {
            var check = new Check();
            Ids.check(check, "id", id);
            check.that(
                            tiers.size() <= TierTable.MOST_TIERS,
                            "tiers",
                            "at most " + TierTable.MOST_TIERS,
                            tiers.size(),
                            "Split the table.")
                    .done();
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * A buyer.
     *
     * @param id by which findings name the buyer
     * @param attributes of the buyer
     */
    public record Buyer(String id, Set<String> attributes) {
        public Buyer {
            var check = new Check();
            Ids.check(check, "id", id);
            check.done();
            attributes = Access.sorted("attributes", attributes);
        }
    }

    public LintFacts {
        tariffs = List.copyOf(tariffs);
        tables = List.copyOf(tables);
        buyers = List.copyOf(buyers);
        unitCosts = Collections.unmodifiableMap(new TreeMap<>(unitCosts));
        relevant = Access.sorted("relevant", relevant);
        var check = new Check()
                .that(
                        !tariffs.isEmpty() || !tables.isEmpty(),
                        "tariffs",
                        "at least one, or a table",
                        "none",
                        "Say what is to be examined.")
                .that(
                        tariffs.size() <= MOST_TARIFFS,
                        "tariffs",
                        "at most " + MOST_TARIFFS,
                        tariffs.size(),
                        "Divide them.")
                .that(buyers.size() <= 1_000, "buyers", "at most 1000", buyers.size(), "Give one of each kind.");
        unitCosts.forEach((meter, cost) -> Fixed.checkPrice(check, "unitCosts." + meter, cost));
        accountCost.ifPresent(cost -> Fixed.checkPrice(check, "accountCost", cost));
        var keys = new HashSet<String>();
        for (int i = 0; i < tariffs.size(); i++)
            if (!keys.add(tariffs.get(i).key()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "tariffs[" + i + "]",
                        tariffs.get(i).key(),
                        "Give it once."));
        check.done();
    }

    /** Tariffs alone. */
    public static LintFacts of(Tariff... tariffs) {
        return new LintFacts(List.of(tariffs), List.of(), Map.of(), Optional.empty(), List.of(), Set.of());
    }

    public LintFacts withTables(DraftTable... more) {
        return new LintFacts(tariffs, List.of(more), unitCosts, accountCost, buyers, relevant);
    }

    public LintFacts withUnitCost(String meter, String cost) {
        return new LintFacts(tariffs, tables, Map.of(meter, new BigDecimal(cost)), accountCost, buyers, relevant);
    }

    /** Buyers, and the attributes that justify another price. */
    public LintFacts withBuyers(Set<String> justified, Buyer... more) {
        return new LintFacts(tariffs, tables, unitCosts, accountCost, List.of(more), justified);
    }
}
