package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one account pays for a quantity of one meter over the horizon, before tax, all other meters at 0, without trial: a function of whole numbers, linear between
 * its breakpoints. Not thread-safe.
 */
final class BillCurve {

    /** Quantities up to which is looked. */
    private static final long LARGEST = 1L << 60;

    /** A quantity at which every commitment and cap has been reached. */
    private static final long FAR = LARGEST / 4;

    private final CompiledTariff compiled;
    private final Set<String> attributes;
    private final int meter;
    private final int periods;
    private final long limit;
    private final Map<Long, BigDecimal> known = new HashMap<>();

    BillCurve(CompiledTariff compiled, Set<String> attributes, int meter, int periods) {
        this.compiled = compiled;
        this.attributes = attributes;
        this.meter = meter;
        this.periods = periods;
        int decimals = compiled.meters().get(meter).decimals();
        limit = compiled.quota(meter)
                .filter(quota -> quota.window() == Quota.Window.PERIOD)
                .map(quota -> Fixed.scaled(quota.limit(), decimals))
                .orElse(LARGEST);
    }

    /** The largest quantity that one account can have. */
    long limit() {
        return limit;
    }

    /** A quantity beyond all breakpoints, or the largest that one account can have. */
    long far() {
        return Math.min(limit, FAR);
    }

    int decimals() {
        return compiled.meters().get(meter).decimals();
    }

    BigDecimal at(long quantity) {
        return known.computeIfAbsent(quantity, this::compute);
    }

    private BigDecimal compute(long quantity) {
        var tariff = compiled.tariff();
        var bill = new Bill(compiled, false);
        for (var charge : tariff.charges()) {
            if (charge instanceof Charge.OneOff one) bill.oneOff(one);
            if (charge instanceof Charge.TermFee term) {
                int months = periods * tariff.billing().months();
                bill.terms(term, (months + term.months() - 1) / term.months());
            }
        }
        bill.closeOnce(attributes, tariff.from());
        open(bill, quantity);
        bill.closePeriods(attributes, tariff.from(), periods);
        return bill.sum();
    }

    private void open(Bill bill, long quantity) {
        var tariff = compiled.tariff();
        var start = tariff.from();
        var end = tariff.billing().after(start, 1);
        for (var charge : tariff.charges())
            if (charge instanceof Charge.RecurringFee fee) bill.fee(fee, start, end, start, end, periods, quantity > 0);
        if (quantity > 0) bill.usage(meter, quantity, periods, List.of());
    }

    /** Quantities between which the bill is linear: ends of tiers, and where commitment, cap or a discount begin or cease to bind. */
    List<Long> breakpoints() {
        var schedule = compiled.schedule(meter);
        var points = new TreeSet<Long>(List.of(0L, 1L));
        add(points, schedule.free());
        for (long bound : schedule.bounds()) add(points, bound + schedule.free());
        long last = points.last();
        add(points, 2 * last + 2);
        while (points.last() < FAR && points.last() < limit && !isSettled(points.last()))
            add(points, 2 * points.last());
        if (limit < LARGEST) {
            points.removeIf(point -> point > limit);
            points.add(limit);
        }
        var refined = new TreeSet<>(points);
        Long before = null;
        for (var point : points) {
            if (before != null) refine(before, point, refined);
            before = point;
        }
        return onlyKinks(refined, points);
    }

    /** Whether the bill is one line from here on: commitment and cap bind no other way. */
    private boolean isSettled(long quantity) {
        return isLinear(quantity, 2 * quantity, FAR) && isLinear(quantity, FAR, 2 * FAR);
    }

    private void add(NavigableSet<Long> points, long point) {
        if (point >= LARGEST) {
            points.add(LARGEST);
            return;
        }
        points.add(point);
        points.add(point + 1);
    }

    private void refine(long low, long high, NavigableSet<Long> points) {
        if (high - low < 2) return;
        long middle = low + (high - low) / 2;
        if (isLinear(low, low + 1, high) && isLinear(low, high - 1, high) && isLinear(low, middle, high)) return;
        points.add(middle);
        refine(low, middle, points);
        refine(middle, high, points);
    }

    /** Whether three points lie on a line. */
    private boolean isLinear(long a, long b, long c) {
        var first = at(b).subtract(at(a)).multiply(BigDecimal.valueOf(c - b));
        var second = at(c).subtract(at(b)).multiply(BigDecimal.valueOf(b - a));
        return first.compareTo(second) == 0;
    }

    private List<Long> onlyKinks(NavigableSet<Long> refined, NavigableSet<Long> structural) {
        var all = new ArrayList<>(refined);
        var kept = new ArrayList<Long>();
        for (int i = 0; i < all.size(); i++) {
            boolean isKink = i == 0
                    || i == all.size() - 1
                    || structural.contains(all.get(i))
                    || !isLinear(all.get(i - 1), all.get(i), all.get(i + 1));
            if (isKink) kept.add(all.get(i));
        }
        return kept;
    }

    BigDecimal units(long quantity) {
        return Fixed.decimal(quantity, decimals());
    }

    /** A share of an amount, for comparisons of findings. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, 12, RoundingMode.HALF_EVEN);
    }
}
