package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dataassay.valuation.money.Money;

/** A bill while it is drawn up: lines first, then commitment, cap and discounts in the tariff's order, then rounding and tax. Not thread-safe. */
final class Bill {

    private static final int SHOWN_BLOCKS = 8;

    /** A line before rounding. */
    private static final class Draft {
        final String id;
        final Optional<BigDecimal> quantity;
        final BigDecimal exact;
        final List<Why> why;
        /** What discounts have left of it. */
        BigDecimal left;

        Draft(String id, Optional<BigDecimal> quantity, BigDecimal exact, List<Why> why) {
            this.id = id;
            this.quantity = quantity;
            this.exact = exact;
            this.why = why;
            this.left = exact;
        }
    }

    private final CompiledTariff compiled;
    private final Tariff tariff;
    private final boolean explains;
    private final List<Draft> drafts = new ArrayList<>();
    /** Where the group of lines begins that commitment, cap and discounts are still to be applied to, and its sum. */
    private int group;

    private BigDecimal groupSum = BigDecimal.ZERO;

    Bill(CompiledTariff compiled) {
        this(compiled, true);
    }

    /** With or without reasons. */
    Bill(CompiledTariff compiled, boolean explains) {
        this.compiled = compiled;
        this.tariff = compiled.tariff();
        this.explains = explains;
    }

    private List<Why> why(Supplier<Why> reason) {
        return explains ? List.of(reason.get()) : List.of();
    }

    private void add(Draft draft) {
        drafts.add(draft);
        groupSum = groupSum.add(draft.exact);
    }

    void oneOff(Charge.OneOff charge) {
        add(new Draft(
                charge.id(), Optional.empty(), charge.price(), why(() -> Why.of(WhyCode.ONCE, text(charge.price())))));
    }

    void terms(Charge.TermFee charge, int terms) {
        if (terms == 0) return;
        add(new Draft(
                charge.id(),
                Optional.empty(),
                charge.price().multiply(BigDecimal.valueOf(terms)),
                why(() -> Why.of(
                        WhyCode.TERM, text(charge.price()), String.valueOf(charge.months()), String.valueOf(terms)))));
    }

    void packs(Charge.Pack charge, long count) {
        if (count == 0) return;
        add(new Draft(
                charge.id(),
                Optional.of(BigDecimal.valueOf(count)),
                charge.price().multiply(BigDecimal.valueOf(count)),
                why(() -> Why.of(WhyCode.PACK, String.valueOf(count), text(charge.size()), text(charge.price())))));
    }

    /** A recurring fee of so many periods like [start, end), of which [from, until) is served. */
    void fee(
            Charge.RecurringFee charge,
            LocalDate from,
            LocalDate until,
            LocalDate start,
            LocalDate end,
            int periods,
            boolean isUsed) {
        if (charge.trigger() == Charge.RecurringFee.Trigger.IF_USED && !isUsed) {
            add(new Draft(charge.id(), Optional.empty(), BigDecimal.ZERO, why(() -> Why.of(WhyCode.NOT_USED))));
            return;
        }
        var one = charge.proration().of(charge.price(), from, until, start, end);
        var why = new ArrayList<Why>();
        if (explains) why.add(Why.of(WhyCode.FEE, text(charge.price()), String.valueOf(periods)));
        if (explains && (!from.equals(start) || !until.equals(end)))
            why.add(prorated(charge.proration(), from, until, start, end));
        add(new Draft(charge.id(), Optional.empty(), one.multiply(BigDecimal.valueOf(periods)), why));
    }

    private static Why prorated(Proration how, LocalDate from, LocalDate until, LocalDate start, LocalDate end) {
        var served = String.valueOf(Math.max(0, ChronoUnit.DAYS.between(from, until)));
        var whole = String.valueOf(ChronoUnit.DAYS.between(start, end));
        return Why.of(WhyCode.PRORATED, List.of(served, whole, how.english()), List.of(served, whole, how.chinese()));
    }

    /** Usage of one period, the same in so many; units that are not charged for have been taken out. */
    void usage(int meter, long quantity, int periods, List<Why> before) {
        var schedule = compiled.schedule(meter);
        int decimals = compiled.meters().get(meter).decimals();
        var why = new ArrayList<>(before);
        long charged = schedule.charged(quantity);
        if (explains && schedule.free() > 0 && quantity > 0)
            why.add(Why.of(
                    WhyCode.FREE_UNITS,
                    text(Fixed.decimal(quantity - charged, decimals)),
                    text(Fixed.decimal(quantity, decimals))));
        if (explains && charged > 0) why.add(reason(meter, schedule, charged, decimals));
        if (explains && periods > 1) why.add(Why.of(WhyCode.PERIODS, String.valueOf(periods)));
        var one = schedule.exact(quantity);
        add(new Draft(
                compiled.chargeId(meter),
                Optional.of(Fixed.decimal(quantity, decimals)),
                periods == 1 ? one : one.multiply(BigDecimal.valueOf(periods)),
                why));
    }

    private Why reason(int meter, Schedule schedule, long charged, int decimals) {
        int reached = schedule.tier(charged);
        var price = text(Fixed.decimal(schedule.price(reached), Fixed.PRICE_DECIMALS));
        var quantity = text(Fixed.decimal(charged, decimals));
        if (compiled.meters().get(meter).unit() == MeterUnit.REVENUE && schedule.tiers() == 1)
            return Why.of(WhyCode.SHARE, price, quantity);
        return switch (schedule.mode()) {
            case VOLUME -> Why.of(WhyCode.VOLUME, quantity, price);
            case STAIR_STEP -> Why.of(WhyCode.STAIR_STEP, price, quantity);
            case GRADUATED -> {
                var blocks = new StringBuilder();
                int first = Math.max(0, reached + 1 - SHOWN_BLOCKS);
                if (first > 0) blocks.append("… + ");
                for (int tier = first; tier <= reached; tier++) {
                    long below = tier == 0 ? 0 : schedule.top(tier - 1);
                    long units = Math.min(charged, schedule.top(tier)) - below;
                    if (tier > first) blocks.append(" + ");
                    blocks.append(text(Fixed.decimal(units, decimals)))
                            .append(" × ")
                            .append(text(Fixed.decimal(schedule.price(tier), Fixed.PRICE_DECIMALS)));
                }
                yield Why.of(WhyCode.GRADUATED, blocks.toString());
            }
        };
    }

    /** Ends the lines that stand outside of commitment and cap. */
    void closeOnce(Set<String> attributes, LocalDate on) {
        for (var discount : tariff.discounts()) if (discount.applies(attributes, on)) discount(discount);
        nextGroup();
    }

    /** Ends the lines of so many equal periods: commitment, cap and discounts in the tariff's order. */
    void closePeriods(Set<String> attributes, LocalDate on, int periods) {
        for (var step : tariff.order()) {
            switch (step) {
                case COMMITMENT -> tariff.minimum().ifPresent(amount -> raise(amount, periods));
                case CAP -> tariff.cap().ifPresent(amount -> lower(amount, periods));
                case DISCOUNT -> {
                    for (var discount : tariff.discounts()) if (discount.applies(attributes, on)) discount(discount);
                }
            }
        }
        nextGroup();
    }

    private void nextGroup() {
        group = drafts.size();
        groupSum = BigDecimal.ZERO;
    }

    private void raise(BigDecimal minimum, int periods) {
        var least = minimum.multiply(BigDecimal.valueOf(periods));
        if (groupSum.compareTo(least) >= 0) return;
        add(new Draft(
                Tariff.MINIMUM_LINE,
                Optional.empty(),
                least.subtract(groupSum),
                why(() -> Why.of(WhyCode.MINIMUM, text(groupSum), text(least)))));
    }

    private void lower(BigDecimal cap, int periods) {
        var most = cap.multiply(BigDecimal.valueOf(periods));
        if (groupSum.compareTo(most) <= 0) return;
        add(new Draft(
                Tariff.CAP_LINE,
                Optional.empty(),
                most.subtract(groupSum),
                why(() -> Why.of(WhyCode.CAP, text(groupSum), text(most)))));
    }

    private void discount(Discount discount) {
        var cut = BigDecimal.ZERO;
        for (var draft : drafts.subList(group, drafts.size())) {
            if (!discount.charges().isEmpty() && !discount.charges().contains(draft.id)) continue;
            var part = draft.left.multiply(discount.share());
            draft.left = draft.left.subtract(part);
            cut = cut.add(part);
        }
        // A cap may have lowered the sum below the charges that the discount names.
        cut = cut.min(groupSum.max(BigDecimal.ZERO));
        if (cut.signum() <= 0) return;
        var base = cut.divide(discount.share(), 2, RoundingMode.HALF_EVEN);
        var line = new Draft(
                discount.id(),
                Optional.empty(),
                cut.negate(),
                why(() -> Why.of(WhyCode.DISCOUNT, text(discount.share()), text(base))));
        line.left = BigDecimal.ZERO;
        add(line);
    }

    /** Everything, before rounding and tax. */
    BigDecimal sum() {
        var sum = BigDecimal.ZERO;
        for (var draft : drafts) sum = sum.add(draft.exact);
        return sum;
    }

    /** Lines and totals. */
    record Finished(List<Line> lines, Totals totals) {}

    Finished finish() {
        int minor = tariff.currency().minorUnits();
        var mode = tariff.rounding().mode().mode();
        var merged = merged();
        var rounded = tariff.rounding().point() == InvoiceRounding.Point.LINE
                ? eachLine(merged, minor, mode)
                : byLargestRemainder(merged, minor, mode);
        var total = BigDecimal.ZERO.setScale(minor);
        var lines = new ArrayList<Line>(merged.size());
        for (int i = 0; i < merged.size(); i++) {
            var draft = merged.get(i);
            total = total.add(rounded[i]);
            lines.add(new Line(draft.id, draft.quantity, Fixed.plain(draft.exact), money(rounded[i]), draft.why));
        }
        return new Finished(lines, totals(total, minor, mode));
    }

    /** One line for each id: charges first, then commitment, cap and discounts, each in the order in which they came up. */
    private List<Draft> merged() {
        var byId = new LinkedHashMap<String, Draft>();
        for (var draft : drafts) byId.merge(draft.id, draft, Bill::merged);
        var charges = new HashSet<String>();
        tariff.charges().forEach(charge -> charges.add(charge.id()));
        var lines = new ArrayList<Draft>(byId.size());
        for (var draft : byId.values()) if (charges.contains(draft.id)) lines.add(draft);
        for (var draft : byId.values()) if (!charges.contains(draft.id)) lines.add(draft);
        return lines;
    }

    private static Draft merged(Draft one, Draft other) {
        var why = new ArrayList<>(one.why);
        why.addAll(other.why);
        var quantity = one.quantity.map(q -> q.add(other.quantity.orElse(BigDecimal.ZERO)));
        return new Draft(one.id, quantity, one.exact.add(other.exact), why);
    }

    /** Each line by itself; deductions come last and take no more than there is, so that rounding makes no bill negative. */
    private static BigDecimal[] eachLine(List<Draft> lines, int minor, RoundingMode mode) {
        var rounded = new BigDecimal[lines.size()];
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = lines.get(i).exact.setScale(minor, mode);
            if (rounded[i].signum() > 0) sum = sum.add(rounded[i]);
        }
        for (int i = 0; i < rounded.length; i++) {
            if (rounded[i].signum() >= 0) continue;
            rounded[i] = rounded[i].max(sum.negate().setScale(minor));
            sum = sum.add(rounded[i]);
        }
        return rounded;
    }

    /** Each line down to the minor unit; the units still missing go, one each, to the lines that lost most, ties to the smaller id. */
    private static BigDecimal[] byLargestRemainder(List<Draft> lines, int minor, RoundingMode mode) {
        int n = lines.size();
        var floors = new BigDecimal[n];
        var sum = BigDecimal.ZERO;
        var missing = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            var exact = lines.get(i).exact;
            floors[i] = exact.setScale(minor, RoundingMode.FLOOR);
            sum = sum.add(exact);
            missing = missing.subtract(floors[i]);
        }
        missing = missing.add(sum.setScale(minor, mode));
        int units = missing.setScale(minor).unscaledValue().intValueExact();
        if (units == 0) return floors;
        var order = new ArrayList<Integer>(n);
        for (int i = 0; i < n; i++) order.add(i);
        order.sort(Comparator.<Integer, BigDecimal>comparing(
                        i -> lines.get(i).exact.subtract(floors[i]))
                .reversed()
                .thenComparing(i -> lines.get(i).id));
        var one = BigDecimal.ONE.movePointLeft(minor);
        for (int i = 0; i < units; i++) floors[order.get(i)] = floors[order.get(i)].add(one);
        return floors;
    }

    private Totals totals(BigDecimal total, int minor, RoundingMode mode) {
        var rate = tariff.vat().rate();
        return switch (tariff.vat().basis()) {
            case EXEMPT -> new Totals(money(total), money(BigDecimal.ZERO), money(total));
            case EXCLUSIVE -> {
                var tax = total.multiply(rate).setScale(minor, mode);
                yield new Totals(money(total), money(tax), money(total.add(tax)));
            }
            case INCLUSIVE -> {
                var net = total.divide(BigDecimal.ONE.add(rate), minor, mode);
                yield new Totals(money(net), money(total.subtract(net)), money(total));
            }
        };
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, tariff.currency());
    }

    static String text(BigDecimal number) {
        return Fixed.plain(number).toPlainString();
    }
}
