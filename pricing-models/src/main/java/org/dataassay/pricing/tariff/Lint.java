package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Examines price plans for what a clever buyer, a competitor or a regulator would find, and shows each finding by a concrete purchase.
 *
 * <p><b>Formula</b>  with f(q) what one account pays for q units: non-monotone where f(q′) &lt; f(q) for some q′ &gt; q · splitting where f(a) + f(b) &lt; f(a + b) · pooling
 * where it is greater · dominated where another plan's f is nowhere above
 * <p><b>How it decides</b>  f is linear between breakpoints (ends of tiers, free units, commitment, cap). On whole numbers, f(a) + f(b) − f(a + b) is then least where two
 * of a, b and a + b are breakpoints, so looking at those decides for all quantities; more than two accounts are never better if two are not
 * <p><b>Units and ranges</b>  bills before tax over {@link Options#periods} equal billing periods, one-off and term prices included, packs and trial left out; one
 * meter at a time, the others at 0
 * <p><b>Edge cases</b>  a quota of the period bounds what one account can have · where there are more than {@link Options#maximumPoints} breakpoints, splitting and pooling
 * are not decided, and a note says so
 * <p><b>Numerics</b>  exact decimals; a finding is a strict inequality
 * <p><b>Use when / not when</b>  before a plan is published or changed / to find prices: it finds faults
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://arxiv.org/abs/1208.5258">Li, Li, Miklau, Suciu, A Theory of Pricing Private Data, section 2: arbitrage as subadditivity</a>
 */
public record Lint(Options options) implements Method<LintFacts, LintReport> {

    public static final MethodId ID = MethodId.of("price.lint");

    private static final int HEADROOM = 4;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param periods billing periods over which buyers compare; one-off prices count once in them
     * @param maximumPoints most breakpoints of one plan for which all pairs are looked at
     */
    public record Options(int periods, int maximumPoints) {

        /** A year of months. */
        public static final Options STANDARD = new Options(12, 500);

        public Options {
            new Check()
                    .that(
                            periods >= 1 && periods <= 600,
                            "periods",
                            "in [1, 600]",
                            periods,
                            "Take 12 for a year of months.")
                    .that(
                            maximumPoints >= 2 && maximumPoints <= 5_000,
                            "maximumPoints",
                            "in [2, 5000]",
                            maximumPoints,
                            "The work grows with its square.")
                    .done();
        }

        public Options withPeriods(int count) {
            return new Options(count, maximumPoints);
        }
    }

    public static Lint standard() {
        return new Lint(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public LintReport evaluate(LintFacts facts, ValuationContext context) {
        var found = new ArrayList<LintFinding>();
        var notes = new ArrayList<Note>();
        var compiled = facts.tariffs().stream().map(CompiledTariff::of).toList();
        facts.tables().forEach(table -> table(table, found));
        for (var tariff : compiled) {
            structure(tariff, found);
            for (int meter = 0; meter < tariff.meters().size(); meter++) curve(tariff, meter, facts, found, notes);
        }
        for (var tariff : compiled) for (var other : compiled) if (tariff != other) dominated(tariff, other, found);
        likeBuyers(facts, compiled, found);
        found.sort(Comparator.comparing(LintFinding::severity)
                .thenComparing(LintFinding::tariff)
                .thenComparing(LintFinding::rule)
                .thenComparing(one -> one.purchase().meter())
                .thenComparing(one -> one.purchase().need())
                .thenComparing(LintFinding::about));
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "horizon",
                "Bills are those of " + options.periods()
                        + " equal billing periods, before tax, without packs and trial, one meter at a time."));
        return new LintReport(
                ID,
                found,
                notes,
                new Provenance(
                        ID, version(), LibraryVersion.VERSION, options, digest(facts, compiled), context.seed()));
    }

    private static String digest(LintFacts facts, List<CompiledTariff> compiled) {
        var all = new Canonical("lint@1").add(compiled.size());
        compiled.forEach(tariff -> all.add(tariff.digest()));
        all.add(facts.tables().size());
        for (var table : facts.tables()) {
            all.add(table.id()).add(table.tiers().size());
            for (var tier : table.tiers())
                all.add(tier.above()).add(tier.upTo()).add(tier.price());
        }
        all.addAll(facts.unitCosts())
                .add(facts.accountCost())
                .addAll(facts.relevant())
                .add(facts.buyers().size());
        for (var buyer : facts.buyers()) all.add(buyer.id()).addAll(buyer.attributes());
        return all.digest();
    }

    // --- tables and structure ---

    private static void table(LintFacts.DraftTable table, List<LintFinding> found) {
        for (var fault : TierTable.faults(table.tiers())) {
            var rule = fault.kind() == TierTable.Fault.Kind.GAP ? LintRule.GAP : LintRule.OVERLAP;
            var quantity = fault.high().orElse(fault.low().add(BigDecimal.ONE));
            var nothing = new Purchase("units", quantity, List.of(quantity), BigDecimal.ZERO, BigDecimal.ZERO);
            found.add(LintFinding.of(rule, table.id(), fault.what(), nothing));
        }
    }

    private static void structure(CompiledTariff compiled, List<LintFinding> found) {
        var tariff = compiled.tariff();
        var fees = BigDecimal.ZERO;
        for (var charge : tariff.charges()) {
            if (charge instanceof Charge.RecurringFee fee && fee.trigger() == Charge.RecurringFee.Trigger.ALWAYS)
                fees = fees.add(fee.price());
            if (charge instanceof Charge.UsageFee usage) headroom(tariff, usage, found);
        }
        if (tariff.cap().isPresent() && fees.compareTo(tariff.cap().get()) > 0)
            found.add(LintFinding.of(
                    LintRule.CAP_BELOW_FEE,
                    tariff.key(),
                    "",
                    new Purchase(
                            "units",
                            BigDecimal.ZERO,
                            List.of(BigDecimal.ZERO),
                            tariff.cap().get(),
                            fees)));
        for (int meter = 0; meter < compiled.meters().size(); meter++) unreachable(compiled, meter, found);
    }

    private static void headroom(Tariff tariff, Charge.UsageFee usage, List<LintFinding> found) {
        for (var tier : usage.tiers()) {
            if (tier.price().scale() <= HEADROOM) continue;
            var one = new Purchase(usage.meter(), BigDecimal.ONE, List.of(BigDecimal.ONE), tier.price(), tier.price());
            found.add(LintFinding.of(LintRule.LITTLE_HEADROOM, tariff.key(), usage.id(), one));
            return;
        }
    }

    private static void unreachable(CompiledTariff compiled, int meter, List<LintFinding> found) {
        var quota = compiled.quota(meter).filter(one -> one.window() == Quota.Window.PERIOD);
        if (quota.isEmpty()) return;
        var schedule = compiled.schedule(meter);
        int decimals = compiled.meters().get(meter).decimals();
        long most = schedule.charged(Fixed.scaled(quota.get().limit(), decimals));
        for (int tier = 1; tier < schedule.tiers(); tier++) {
            if (schedule.top(tier - 1) < most) continue;
            var top = tier == schedule.tiers() - 1 ? "∞" : Bill.text(Fixed.decimal(schedule.top(tier), decimals));
            var limit = quota.get().limit();
            found.add(LintFinding.of(
                    LintRule.UNREACHABLE_TIER,
                    compiled.tariff().key(),
                    top,
                    new Purchase(
                            compiled.meters().get(meter).id(),
                            limit,
                            List.of(limit),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO)));
        }
    }

    // --- one plan ---

    private void curve(CompiledTariff compiled, int meter, LintFacts facts, List<LintFinding> found, List<Note> notes) {
        var tariff = compiled.tariff();
        var curve = new BillCurve(compiled, tariff.access().requires(), meter, options.periods());
        var points = curve.breakpoints();
        var id = compiled.meters().get(meter).id();
        falls(tariff, id, curve, points, found);
        if (points.size() <= options.maximumPoints()) {
            pairs(tariff, id, curve, points, found);
            packs(compiled, meter, curve, points, found);
        } else {
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "not-decided",
                    tariff.key() + " has " + points.size() + " breakpoints for " + id
                            + ": splitting, pooling and packs were not looked at."));
        }
        cost(tariff, id, curve, points, facts, found);
    }

    private static void falls(
            Tariff tariff, String meter, BillCurve curve, List<Long> points, List<LintFinding> found) {
        for (int i = 1; i < points.size(); i++) {
            long less = points.get(i - 1);
            long more = points.get(i);
            if (curve.at(more).compareTo(curve.at(less)) >= 0) continue;
            found.add(LintFinding.of(
                    LintRule.NON_MONOTONE,
                    tariff.key(),
                    "",
                    new Purchase(
                            meter, curve.units(less), List.of(curve.units(more)), curve.at(more), curve.at(less))));
        }
    }

    /** Two of a, b and a + b are breakpoints: the worst split, and the best pool. */
    private static void pairs(
            Tariff tariff, String meter, BillCurve curve, List<Long> points, List<LintFinding> found) {
        var split = new Worst();
        var pool = new Worst();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i; j < points.size(); j++) {
                look(curve, points.get(i), points.get(j), split, pool);
                if (j > i) look(curve, points.get(i), points.get(j) - points.get(i), split, pool);
            }
        }
        split.found(LintRule.SPLITTING, tariff, meter, curve, found);
        pool.found(LintRule.POOLING, tariff, meter, curve, found);
    }

    private static void look(BillCurve curve, long a, long b, Worst split, Worst pool) {
        if (a == 0 || b == 0 || a + b > curve.limit()) return;
        var apart = curve.at(a).add(curve.at(b));
        var together = curve.at(a + b);
        int order = apart.compareTo(together);
        if (order < 0) split.offer(a, b, apart, together);
        if (order > 0) pool.offer(a, b, together, apart);
    }

    /** The purchase that saves the largest share; of equals, the smallest. */
    private static final class Worst {
        private boolean isFound;
        private long a;
        private long b;
        private BigDecimal pays = BigDecimal.ZERO;
        private BigDecimal insteadOf = BigDecimal.ZERO;

        void offer(long one, long other, BigDecimal low, BigDecimal high) {
            if (isFound) {
                int order = BillCurve.ratio(high.subtract(low), high)
                        .compareTo(BillCurve.ratio(insteadOf.subtract(pays), insteadOf));
                if (order < 0 || order == 0 && one + other >= a + b) return;
            }
            isFound = true;
            a = Math.min(one, other);
            b = Math.max(one, other);
            pays = low;
            insteadOf = high;
        }

        void found(LintRule rule, Tariff tariff, String meter, BillCurve curve, List<LintFinding> found) {
            if (!isFound) return;
            found.add(LintFinding.of(
                    rule,
                    tariff.key(),
                    "",
                    new Purchase(meter, curve.units(a + b), List.of(curve.units(a), curve.units(b)), pays, insteadOf)));
        }
    }

    /** Packs that cost more than the same units bought singly, wherever the buyer stands. */
    private void packs(
            CompiledTariff compiled, int meter, BillCurve curve, List<Long> points, List<LintFinding> found) {
        var id = compiled.meters().get(meter).id();
        for (var charge : compiled.tariff().charges()) {
            if (!(charge instanceof Charge.Pack pack) || !pack.meter().equals(id)) continue;
            long size = Fixed.scaled(pack.size(), curve.decimals());
            var dearest = BigDecimal.ZERO;
            for (long point : points) {
                for (long from : new long[] {point, point - size}) {
                    if (from < 0 || from + size > curve.limit()) continue;
                    dearest = dearest.max(curve.at(from + size).subtract(curve.at(from)));
                }
            }
            var price = pack.price().multiply(BigDecimal.valueOf(options.periods()));
            if (price.compareTo(dearest) > 0)
                found.add(LintFinding.of(
                        LintRule.PACK_DEARER,
                        compiled.tariff().key(),
                        pack.id(),
                        new Purchase(id, pack.size(), List.of(pack.size()), dearest, price)));
        }
    }

    private void cost(
            Tariff tariff, String meter, BillCurve curve, List<Long> points, LintFacts facts, List<LintFinding> found) {
        var unit = facts.unitCosts().get(meter);
        if (unit == null) return;
        var times = BigDecimal.valueOf(options.periods());
        var account = facts.accountCost().orElse(BigDecimal.ZERO);
        Purchase worst = null;
        for (long point : points) {
            var one = sale(
                    meter,
                    curve,
                    point,
                    unit.multiply(curve.units(point)).add(account).multiply(times));
            if (point > 0 && one.gap().signum() > 0 && isWorse(one, worst)) worst = one;
        }
        if (worst == null) worst = firstBelow(meter, curve, points.get(points.size() - 1), unit, account, times);
        if (worst != null) found.add(LintFinding.of(LintRule.BELOW_COST, tariff.key(), "", worst));
    }

    /** Beyond the last breakpoint both bill and cost are lines: the first quantity at which the bill is below, if there is one. */
    private static @Nullable Purchase firstBelow(
            String meter, BillCurve curve, long last, BigDecimal unit, BigDecimal account, BigDecimal times) {
        long low = last;
        long high = curve.far();
        var at = sale(
                meter,
                curve,
                high,
                unit.multiply(curve.units(high)).add(account).multiply(times));
        if (at.gap().signum() <= 0) return null;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            var one = sale(
                    meter,
                    curve,
                    middle,
                    unit.multiply(curve.units(middle)).add(account).multiply(times));
            if (one.gap().signum() > 0) {
                high = middle;
                at = one;
            } else {
                low = middle;
            }
        }
        return at;
    }

    private static Purchase sale(String meter, BillCurve curve, long quantity, BigDecimal cost) {
        var units = curve.units(quantity);
        return new Purchase(meter, units, List.of(units), curve.at(quantity), cost);
    }

    private static boolean isWorse(Purchase one, @Nullable Purchase other) {
        return other == null
                || BillCurve.ratio(one.gap(), one.insteadOf())
                                .compareTo(BillCurve.ratio(other.gap(), other.insteadOf()))
                        > 0;
    }

    // --- several plans ---

    /** Whether another tariff sells the same, to everyone who may buy this one, and never dearer. */
    private void dominated(CompiledTariff compiled, CompiledTariff better, List<LintFinding> found) {
        var tariff = compiled.tariff();
        var other = better.tariff();
        if (!isSubstitute(tariff, other)) return;
        Purchase best = null;
        for (int meter = 0; meter < compiled.meters().size(); meter++) {
            var id = compiled.meters().get(meter).id();
            var mine = new BillCurve(compiled, tariff.access().requires(), meter, options.periods());
            var theirs = new BillCurve(better, tariff.access().requires(), better.meter(id), options.periods());
            if (theirs.limit() < mine.limit()) return;
            var points = new TreeSet<>(mine.breakpoints());
            points.addAll(theirs.breakpoints());
            // Beyond the last breakpoint both are lines: far out it shows which is below in the end.
            long far = Math.min(mine.far(), theirs.far());
            if (theirs.at(far).compareTo(mine.at(far)) > 0) return;
            for (long point : points) {
                if (point > mine.limit()) continue;
                int order = theirs.at(point).compareTo(mine.at(point));
                if (order > 0) return;
                var one = new Purchase(
                        id, mine.units(point), List.of(mine.units(point)), theirs.at(point), mine.at(point));
                if (order < 0 && isWorse(one, best)) best = one;
            }
            if (best == null && theirs.at(far).compareTo(mine.at(far)) < 0)
                best = new Purchase(id, mine.units(far), List.of(mine.units(far)), theirs.at(far), mine.at(far));
        }
        if (best != null) found.add(LintFinding.of(LintRule.DOMINATED, tariff.key(), other.key(), best));
    }

    private static boolean isSubstitute(Tariff tariff, Tariff other) {
        return other.currency().equals(tariff.currency())
                && other.billing() == tariff.billing()
                && other.access().level() == tariff.access().level()
                && other.access().delivery().containsAll(tariff.access().delivery())
                && tariff.access().requires().containsAll(other.access().requires())
                && tariff.access().excludes().containsAll(other.access().excludes())
                && other.meters().containsAll(tariff.meters())
                && tariff.meters().containsAll(other.meters());
    }

    private void likeBuyers(LintFacts facts, List<CompiledTariff> compiled, List<LintFinding> found) {
        var buyers = facts.buyers();
        for (int i = 0; i < buyers.size(); i++) {
            for (int j = i + 1; j < buyers.size(); j++) {
                if (!justified(buyers.get(i), facts.relevant()).equals(justified(buyers.get(j), facts.relevant())))
                    continue;
                for (var tariff : compiled) treatment(tariff, buyers.get(i), buyers.get(j), found);
            }
        }
    }

    private static Set<String> justified(LintFacts.Buyer buyer, Set<String> relevant) {
        var kept = new TreeSet<>(buyer.attributes());
        kept.retainAll(relevant);
        return kept;
    }

    private void treatment(CompiledTariff compiled, LintFacts.Buyer one, LintFacts.Buyer two, List<LintFinding> found) {
        var tariff = compiled.tariff();
        boolean first = tariff.access().admits(one.attributes());
        boolean second = tariff.access().admits(two.attributes());
        var both = one.id() + " / " + two.id();
        if (first != second) {
            var nothing =
                    new Purchase("units", BigDecimal.ZERO, List.of(BigDecimal.ZERO), BigDecimal.ZERO, BigDecimal.ZERO);
            found.add(LintFinding.of(
                    LintRule.UNLIKE_TREATMENT,
                    tariff.key(),
                    (first ? two : one).id() + " may not buy; " + both,
                    nothing));
            return;
        }
        if (!first) return;
        for (int meter = 0; meter < compiled.meters().size(); meter++) {
            var mine = new BillCurve(compiled, one.attributes(), meter, options.periods());
            var theirs = new BillCurve(compiled, two.attributes(), meter, options.periods());
            var points = new TreeSet<>(mine.breakpoints());
            points.addAll(theirs.breakpoints());
            for (long point : points) {
                int order = mine.at(point).compareTo(theirs.at(point));
                if (order == 0) continue;
                var low = mine.at(point).min(theirs.at(point));
                var high = mine.at(point).max(theirs.at(point));
                found.add(LintFinding.of(
                        LintRule.UNLIKE_TREATMENT,
                        tariff.key(),
                        (order < 0 ? one : two).id() + " pays less; " + both,
                        new Purchase(
                                compiled.meters().get(meter).id(),
                                mine.units(point),
                                List.of(mine.units(point)),
                                low,
                                high)));
                break;
            }
        }
    }
}
