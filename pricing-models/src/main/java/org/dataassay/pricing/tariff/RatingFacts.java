package org.dataassay.pricing.tariff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link Rating}.
 *
 * @param tariffs versions of price plans, among them all that subscriptions name
 * @param window the billing period
 * @param subscriptions contracts that may have events, at least one
 * @param events what was metered, in any order; more of them may come from files
 */
public record RatingFacts(
        List<Tariff> tariffs, BillingWindow window, List<Subscription> subscriptions, List<UsageEvent> events) {

    public RatingFacts {
        tariffs = new TariffBook(tariffs).tariffs();
        subscriptions = List.copyOf(subscriptions);
        events = List.copyOf(events);
        var check = new Check()
                .that(!subscriptions.isEmpty(), "subscriptions", "at least one", "none", "Give the contracts.");
        var book = new TariffBook(tariffs);
        var ids = new HashSet<String>();
        var byKey = new java.util.HashMap<String, Optional<Tariff>>();
        for (int i = 0; i < subscriptions.size(); i++) {
            var subscription = subscriptions.get(i);
            var at = "subscriptions[" + i + "]";
            if (!ids.add(subscription.id()))
                check.add(Problem.of(ValuationError.DUPLICATE, at + ".id", subscription.id(), "Give each its own."));
            var key = subscription.tariff() + "@" + subscription.version();
            var tariff = byKey.computeIfAbsent(key, k -> book.version(subscription.tariff(), subscription.version()));
            if (tariff.isEmpty()) {
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        at + ".tariff",
                        subscription.tariff() + " version " + subscription.version(),
                        "Give that version among the tariffs."));
                continue;
            }
            checkWindow(check, at, tariff.get(), window);
            checkPacks(check, at, tariff.get(), subscription);
        }
        check.done();
    }

    private static void checkWindow(Check check, String at, Tariff tariff, BillingWindow window) {
        if (!tariff.billing().after(window.from(), 1).equals(window.end()))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    at + ".tariff",
                    "it is billed by the " + tariff.billing() + ", and the window is " + window.from() + " to "
                            + window.until(),
                    "Run windows of each length by themselves."));
    }

    private static void checkPacks(Check check, String at, Tariff tariff, Subscription subscription) {
        for (int i = 0; i < subscription.packs().size(); i++) {
            var balance = subscription.packs().get(i);
            var pack = tariff.charges().stream()
                    .filter(charge ->
                            charge instanceof Charge.Pack && charge.id().equals(balance.pack()))
                    .findFirst();
            var place = at + ".packs[" + i + "]";
            if (pack.isEmpty()) {
                check.that(false, place + ".pack", "a pack of the tariff", balance.pack(), "Name a pack that it has.");
                continue;
            }
            var meter = tariff.meters().stream()
                    .filter(one -> one.id().equals(((Charge.Pack) pack.get()).meter()))
                    .findFirst();
            meter.ifPresent(m -> Fixed.checkQuantity(check, place + ".left", balance.left(), m.decimals()));
        }
    }
}
