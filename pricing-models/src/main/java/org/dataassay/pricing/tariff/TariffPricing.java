package org.dataassay.pricing.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Quotes a price by a tariff: every line with its reason, and a hash that fixes the offer.
 *
 * <p><b>Formula</b>  as {@link Tariff} says, over equal billing periods; units of packs are used up first, period by period
 * <p><b>Units and ranges</b>  quantities per billing period in units of their meter, at least 0 · amounts in the tariff's currency
 * <p><b>Edge cases</b>  a version is quoted that is in force on the day of the quote, or the one that is named, in force or not · a buyer whom the tariff does not admit
 * is refused by rule · periods within the trial cost nothing, and the first one after it is prorated
 * <p><b>Numerics</b>  exact until the total, or each line, is rounded once; the lines add up
 * <p><b>Use when / not when</b>  a plan is known and a buyer asks / the price itself is to be found: a tariff states prices, it does not find them
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://focus.finops.org">FinOps Open Cost and Usage Specification: list unit price and contracted unit price of tiers</a>
 */
public record TariffPricing(Options options) implements Method<TariffFacts, Quote> {

    public static final MethodId ID = MethodId.of("price.tariff");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param validDays days after the day of the quote on which it can still be accepted
     */
    public record Options(int validDays) {

        /** Thirty days: a convention of this library, not of any market. */
        public static final Options STANDARD = new Options(30);

        public Options {
            new Check()
                    .that(validDays >= 0 && validDays <= 3660, "validDays", "in [0, 3660]", validDays, "Give days.")
                    .done();
        }
    }

    public static TariffPricing standard() {
        return new TariffPricing(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Quote evaluate(TariffFacts facts, ValuationContext context) {
        var order = facts.order();
        var tariff = new TariffBook(facts.tariffs())
                .find("order.tariff", order.tariff(), order.version(), context.valuationDate());
        return quote(CompiledTariff.of(tariff), order, context);
    }

    /**
     * The same by a tariff that is compiled already: for many quotes.
     *
     * @throws InvalidInputException where the order names other meters or packs than the tariff, or the context another currency
     * @throws RefusedException where the tariff does not admit the buyer or the delivery
     */
    public Quote quote(CompiledTariff compiled, Order order, ValuationContext context) {
        var tariff = compiled.tariff();
        if (!tariff.currency().equals(context.currency()))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "currency",
                    "the tariff is in " + tariff.currency() + ", the context in " + context.currency(),
                    "Ask in the tariff's currency; a quote converts nothing.");
        admit(tariff, order);
        var bill = new Bill(compiled);
        write(bill, compiled, order);
        var finished = bill.finish();
        var validUntil = context.valuationDate().plusDays(options.validDays());
        var end = tariff.billing().after(order.start(), order.periods());
        var input = order.write(new Canonical("order@1").add(compiled.digest()))
                .add(context.valuationDate())
                .add(options.validDays())
                .digest();
        return new Quote(
                ID,
                hash(input, finished),
                tariff.id(),
                tariff.version(),
                compiled.digest(),
                context.valuationDate(),
                validUntil,
                order.start(),
                end.minusDays(1),
                finished.lines(),
                finished.totals(),
                notes(tariff, context),
                new Provenance(ID, version(), LibraryVersion.VERSION, options, input, context.seed()));
    }

    private static void admit(Tariff tariff, Order order) {
        if (!tariff.access().delivery().contains(order.delivery()))
            throw RefusedException.of(
                    PricingError.NOT_ELIGIBLE,
                    "order.delivery",
                    tariff.key() + " does not cover " + order.delivery(),
                    "It covers " + tariff.access().delivery() + ".");
        if (!tariff.access().admits(order.attributes()))
            throw RefusedException.of(
                    PricingError.NOT_ELIGIBLE,
                    "order.attributes",
                    tariff.key() + " requires " + tariff.access().requires() + " and excludes "
                            + tariff.access().excludes(),
                    "Choose a tariff that is open to this buyer.");
    }

    private static String hash(String input, Bill.Finished finished) {
        var content = new Canonical("quote@1").add(input);
        for (var line : finished.lines())
            content.add(line.id())
                    .add(line.quantity())
                    .add(line.exact())
                    .add(line.amount().amount());
        var totals = finished.totals();
        return content.add(totals.net().amount())
                .add(totals.tax().amount())
                .add(totals.gross().amount())
                .digest();
    }

    private static List<Note> notes(Tariff tariff, ValuationContext context) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "equal-periods",
                "Every billing period is taken to have the quantities of the order."));
        if (tariff.trialDays() > 0)
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "trial",
                    "Quantities are those after the trial of " + tariff.trialDays() + " days."));
        if (!tariff.isInForce(context.valuationDate()))
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "version-not-in-force",
                    tariff.key() + " is not in force on " + context.valuationDate() + "; it was asked for by number."));
        if (tariff.vat().basis() == Vat.Basis.EXEMPT)
            notes.add(Note.of(Note.Kind.ASSUMPTION, "no-tax", "No value added tax is charged."));
        return notes;
    }

    // --- lines ---

    private static void write(Bill bill, CompiledTariff compiled, Order order) {
        var tariff = compiled.tariff();
        var quantities = quantities(compiled, order);
        var stock = once(bill, compiled, order);
        bill.closeOnce(order.attributes(), order.start());

        var trialEnd = order.start().plusDays(tariff.trialDays());
        int done = 0;
        while (done < order.periods()) {
            var start = tariff.billing().after(order.start(), done);
            var end = tariff.billing().after(order.start(), done + 1);
            var served = trialEnd.isAfter(start) ? trialEnd : start;
            if (!served.isBefore(end)) {
                done++;
                continue;
            }
            var used = fromPacks(quantities, stock, start, end);
            int equal = 1;
            while (served.equals(start) && done + equal < order.periods()) {
                if (stock.isEmpty()) {
                    equal = order.periods() - done;
                    break;
                }
                var next = stock.copy();
                var from = tariff.billing().after(order.start(), done + equal);
                var until = tariff.billing().after(order.start(), done + equal + 1);
                if (!Arrays.equals(fromPacks(quantities, next, from, until), used)) break;
                stock = next;
                equal++;
            }
            period(bill, compiled, order, new Span(start, end, served, equal), quantities, used);
            done += equal;
        }
    }

    /** Equal periods: the first of them, the day from which it is charged for, and how many there are. */
    private record Span(LocalDate start, LocalDate end, LocalDate served, int periods) {}

    private static long[] quantities(CompiledTariff compiled, Order order) {
        var quantities = new long[compiled.meters().size()];
        var check = new Check();
        order.quantities().forEach((id, quantity) -> {
            int meter = compiled.indexOf(id);
            if (meter < 0) {
                check.add(Problem.of(
                        PricingError.METER_UNKNOWN,
                        "order.quantities",
                        Ids.shown(id),
                        Nearest.remedy(
                                id, compiled.meters().stream().map(Meter::id).toList())));
                return;
            }
            int decimals = compiled.meters().get(meter).decimals();
            Fixed.checkQuantity(check, "order.quantities." + id, quantity, decimals);
            if (Fixed.isHeld(quantity, decimals)) quantities[meter] = Fixed.scaled(quantity, decimals);
        });
        check.done();
        return quantities;
    }

    private static PackStock once(Bill bill, CompiledTariff compiled, Order order) {
        var bought = new ArrayList<PackStock.Item>();
        var wanted = new HashMap<>(order.packs());
        var tariff = compiled.tariff();
        int months = order.periods() * tariff.billing().months();
        for (var charge : tariff.charges()) {
            if (charge instanceof Charge.OneOff one) bill.oneOff(one);
            if (charge instanceof Charge.TermFee term) bill.terms(term, (months + term.months() - 1) / term.months());
            if (charge instanceof Charge.Pack pack) {
                var count = wanted.remove(pack.id());
                if (count == null) continue;
                bill.packs(pack, count);
                int meter = compiled.indexOf(pack.meter());
                long size =
                        Fixed.scaled(pack.size(), compiled.meters().get(meter).decimals());
                long units = exactly(pack.id(), () -> Math.multiplyExact(size, count.longValue()));
                bought.add(new PackStock.Item(pack, meter, order.start(), count, units));
            }
        }
        var check = new Check();
        for (var unknown : wanted.keySet().stream().sorted().toList())
            check.add(Problem.of(
                    PricingError.CHARGE_UNKNOWN,
                    "order.packs",
                    Ids.shown(unknown),
                    "pack",
                    Nearest.remedy(
                            unknown,
                            tariff.charges().stream()
                                    .filter(Charge.Pack.class::isInstance)
                                    .map(Charge::id)
                                    .toList())));
        check.done();
        return new PackStock(bought);
    }

    /** A whole number, refused where a long does not hold it. */
    static long exactly(String what, java.util.function.LongSupplier sum) {
        try {
            return sum.getAsLong();
        } catch (ArithmeticException e) {
            throw InvalidInputException.of(
                    PricingError.OVERFLOW,
                    what,
                    "more than " + Long.MAX_VALUE + " of its smallest units",
                    "Check the quantities.");
        }
    }

    /** What is left to charge for in a period when packs are used up first. */
    private static long[] fromPacks(long[] quantities, PackStock stock, LocalDate start, LocalDate end) {
        if (stock.isEmpty()) return quantities;
        var left = quantities.clone();
        for (int meter = 0; meter < left.length; meter++) left[meter] -= stock.take(meter, left[meter], start, end);
        return left;
    }

    private static void period(
            Bill bill, CompiledTariff compiled, Order order, Span span, long[] quantities, long[] used) {
        boolean isUsed = Arrays.stream(quantities).anyMatch(q -> q > 0);
        for (var charge : compiled.tariff().charges())
            if (charge instanceof Charge.RecurringFee fee)
                bill.fee(fee, span.served(), span.end(), span.start(), span.end(), span.periods(), isUsed);
        for (int meter = 0; meter < used.length; meter++) {
            if (quantities[meter] == 0) continue;
            int decimals = compiled.meters().get(meter).decimals();
            long taken = quantities[meter] - used[meter];
            var before = taken == 0
                    ? List.<Why>of()
                    : List.of(Why.of(WhyCode.FROM_PACKS, Bill.text(Fixed.decimal(taken, decimals))));
            bill.usage(meter, used[meter], span.periods(), before);
        }
        bill.closePeriods(order.attributes(), span.start(), span.periods());
    }
}
