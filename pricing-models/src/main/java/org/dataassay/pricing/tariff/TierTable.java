package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;

/** Whether tiers cover every quantity above zero once. A tier holds for (exclusive minimum, inclusive maximum]. */
final class TierTable {

    /** Most tiers of one table. */
    static final int MOST_TIERS = 1_000;

    private TierTable() {}

    static void check(List<Tier> tiers) {
        var check = new Check()
                .that(
                        !tiers.isEmpty() && tiers.size() <= MOST_TIERS,
                        "tiers",
                        "1 to " + MOST_TIERS + " tiers",
                        tiers.size(),
                        "Give one tier without bound for a single price.");
        faults(tiers)
                .forEach(fault -> check.add(
                        Problem.of(PricingError.TIERS, "tiers[" + fault.tier() + "]", fault.what(), fault.remedy())));
        check.done();
    }

    /** What keeps a table from covering every quantity once. */
    record Fault(int tier, Kind kind, String what, String remedy, BigDecimal low, Optional<BigDecimal> high) {
        enum Kind {
            GAP,
            OVERLAP
        }
    }

    /** Every place where no tier, or more than one, has the price. */
    static List<Fault> faults(List<Tier> tiers) {
        var faults = new ArrayList<Fault>();
        var last = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            var tier = tiers.get(i);
            var above = tier.above().orElse(last);
            int step = above.compareTo(last);
            if (step > 0)
                faults.add(new Fault(
                        i,
                        Fault.Kind.GAP,
                        "no tier has quantities above " + plain(last) + " up to " + plain(above),
                        "Let the tier begin at " + plain(last) + ", or leave its lower bound out.",
                        last,
                        Optional.of(above)));
            var until = tier.upTo().isPresent() ? tier.upTo().get().min(last) : last;
            if (step < 0)
                faults.add(new Fault(
                        i,
                        Fault.Kind.OVERLAP,
                        "two tiers have quantities above " + plain(above) + " up to " + plain(until),
                        "Let the tier begin at " + plain(last) + ", or leave its lower bound out.",
                        above,
                        Optional.of(until)));
            if (tier.upTo().isEmpty()) {
                if (i < tiers.size() - 1)
                    faults.add(new Fault(
                            i,
                            Fault.Kind.OVERLAP,
                            "this tier is open and others follow it",
                            "Give it an upper bound, or put it last.",
                            above,
                            Optional.empty()));
                continue;
            }
            var top = tier.upTo().get();
            if (top.compareTo(above) <= 0)
                faults.add(new Fault(
                        i,
                        Fault.Kind.OVERLAP,
                        "its upper bound " + plain(top) + " is not above " + plain(above),
                        "Give the bounds in ascending order.",
                        top.max(BigDecimal.ZERO),
                        Optional.of(above)));
            last = last.max(top);
        }
        if (!tiers.isEmpty() && tiers.get(tiers.size() - 1).upTo().isPresent())
            faults.add(new Fault(
                    tiers.size() - 1,
                    Fault.Kind.GAP,
                    "no tier has quantities above " + plain(last),
                    "Leave out the upper bound of the last tier.",
                    last,
                    Optional.empty()));
        return faults;
    }

    private static String plain(BigDecimal value) {
        return Fixed.shown(value);
    }
}
