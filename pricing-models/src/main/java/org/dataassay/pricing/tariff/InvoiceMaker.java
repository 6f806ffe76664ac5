package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.valuation.money.Money;

/** Draws up the invoices of a window from the sums of its accounts. */
final class InvoiceMaker {

    private final Contracts contracts;
    private final AccountSums sums;
    private final BillingWindow window;

    InvoiceMaker(Contracts contracts, AccountSums sums) {
        this.contracts = contracts;
        this.sums = sums;
        this.window = contracts.window();
    }

    /** Of every subscription that was in service, by id. */
    List<Invoice> invoices() {
        var invoices = new ArrayList<Invoice>();
        for (int i = 0; i < contracts.size(); i++) {
            var one = contracts.subscription(i);
            boolean hasEnded = one.end().map(end -> end.isBefore(window.from())).orElse(false);
            if (one.start().isBefore(window.end()) && !hasEnded) invoices.add(invoice(i));
        }
        return invoices;
    }

    private Invoice invoice(int i) {
        var one = contracts.subscription(i);
        var compiled = contracts.tariff(i);
        var bill = new Bill(compiled);
        var stock = once(bill, compiled, one);
        bill.closeOnce(one.attributes(), window.from());
        period(bill, i, stock);
        var finished = bill.finish();
        return invoice(one, compiled, finished, overQuota(i), stock);
    }

    private Map<String, BigDecimal> overQuota(int i) {
        var over = new TreeMap<String, BigDecimal>();
        var meters = contracts.tariff(i).meters();
        for (int meter = 0; meter < meters.size(); meter++) {
            long units = sums.overQuota(contracts.account(i, meter));
            if (units > 0)
                over.put(
                        meters.get(meter).id(),
                        Fixed.decimal(units, meters.get(meter).decimals()));
        }
        return over;
    }

    private PackStock once(Bill bill, CompiledTariff compiled, Subscription one) {
        var items = new ArrayList<PackStock.Item>();
        for (var charge : compiled.tariff().charges()) {
            if (charge instanceof Charge.OneOff price && isInWindow(one.start())) bill.oneOff(price);
            if (charge instanceof Charge.TermFee term) bill.terms(term, terms(term, one));
            if (!(charge instanceof Charge.Pack pack)) continue;
            int meter = compiled.indexOf(pack.meter());
            int decimals = compiled.meters().get(meter).decimals();
            long bought = 0;
            for (var balance : one.packs()) {
                if (!balance.pack().equals(pack.id())) continue;
                if (isInWindow(balance.bought())) bought += balance.count();
                items.add(new PackStock.Item(
                        pack, meter, balance.bought(), balance.count(), Fixed.scaled(balance.left(), decimals)));
            }
            bill.packs(pack, bought);
        }
        return new PackStock(items);
    }

    private boolean isInWindow(LocalDate day) {
        return !day.isBefore(window.from()) && day.isBefore(window.end());
    }

    /** Terms that begin in the window. */
    private int terms(Charge.TermFee term, Subscription one) {
        int terms = 0;
        long first = Math.max(0, ChronoUnit.MONTHS.between(one.start(), window.from()) / term.months() - 1);
        for (long k = first; ; k++) {
            var begin = one.start().plusMonths(k * term.months());
            if (!begin.isBefore(window.end()) || one.end().map(begin::isAfter).orElse(false)) return terms;
            if (!begin.isBefore(window.from())) terms++;
        }
    }

    private void period(Bill bill, int i, PackStock stock) {
        var one = contracts.subscription(i);
        var compiled = contracts.tariff(i);
        var trialEnd = one.start().plusDays(compiled.tariff().trialDays());
        var from = trialEnd.isAfter(window.from()) ? trialEnd : window.from();
        var until = one.end()
                .map(end -> end.plusDays(1))
                .filter(end -> end.isBefore(window.end()))
                .orElse(window.end());
        boolean isServed = from.isBefore(until);
        boolean isUsed = false;
        for (int meter = 0; meter < compiled.meters().size(); meter++)
            isUsed |= sums.billed(contracts.account(i, meter)) > 0;
        if (isServed)
            for (var charge : compiled.tariff().charges())
                if (charge instanceof Charge.RecurringFee fee)
                    bill.fee(fee, from, until, window.from(), window.end(), 1, isUsed);
        for (int meter = 0; meter < compiled.meters().size(); meter++) usage(bill, i, meter, stock);
        if (isServed) bill.closePeriods(one.attributes(), window.from(), 1);
    }

    private void usage(Bill bill, int i, int meter, PackStock stock) {
        var compiled = contracts.tariff(i);
        int account = contracts.account(i, meter);
        int decimals = compiled.meters().get(meter).decimals();
        long billed = sums.billed(account);
        var why = new ArrayList<Why>();
        if (sums.inTrial(account) > 0)
            why.add(Why.of(WhyCode.TRIAL, Bill.text(Fixed.decimal(sums.inTrial(account), decimals))));
        if (sums.overQuota(account) > 0) {
            var quota = compiled.quota(meter).orElseThrow();
            var over = Bill.text(Fixed.decimal(sums.overQuota(account), decimals));
            var limit = Bill.text(quota.limit());
            why.add(Why.of(
                    WhyCode.OVER_QUOTA,
                    List.of(over, limit, quota.window().english()),
                    List.of(over, limit, quota.window().chinese())));
        }
        long taken = billed == 0 ? 0 : stock.take(meter, billed, window.from(), window.end());
        if (taken > 0) why.add(Why.of(WhyCode.FROM_PACKS, Bill.text(Fixed.decimal(taken, decimals))));
        if (billed > 0 || !why.isEmpty()) bill.usage(meter, billed - taken, 1, why);
    }

    private Invoice invoice(
            Subscription subscription,
            CompiledTariff compiled,
            Bill.Finished finished,
            Map<String, BigDecimal> overQuota,
            PackStock stock) {
        var tariff = compiled.tariff();
        var gross = finished.totals().gross();
        // Money in advance may have more decimals than can be paid out; what is below the minor unit stays.
        var prepaid = subscription.prepaid().orElse(BigDecimal.ZERO);
        var usable = prepaid.setScale(tariff.currency().minorUnits(), RoundingMode.DOWN);
        var used = usable.min(gross.amount());
        var packsAfter = after(tariff, stock);
        var hash = new Canonical("invoice@1");
        subscription.write(hash).add(compiled.digest()).add(window.from()).add(window.until());
        for (var line : finished.lines())
            hash.add(line.id())
                    .add(line.quantity())
                    .add(line.exact())
                    .add(line.amount().amount());
        hash.add(finished.totals().net().amount())
                .add(finished.totals().tax().amount())
                .add(gross.amount())
                .add(used)
                .addAll(overQuota);
        return new Invoice(
                subscription.id(),
                tariff.id(),
                tariff.version(),
                finished.lines(),
                finished.totals(),
                Money.of(used, tariff.currency()),
                gross.minus(Money.of(used, tariff.currency())),
                overQuota,
                packsAfter,
                Money.of(prepaid.subtract(used), tariff.currency()),
                hash.digest());
    }

    private List<PackBalance> after(Tariff tariff, PackStock stock) {
        var left = new ArrayList<PackBalance>();
        for (var item : stock.items()) {
            if (!item.survives(window.end())) continue;
            int decimals = tariff.meters().get(item.meter).decimals();
            left.add(new PackBalance(item.pack.id(), item.bought, item.count, Fixed.decimal(item.left, decimals)));
        }
        return left;
    }
}
