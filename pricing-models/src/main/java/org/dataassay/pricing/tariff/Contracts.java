package org.dataassay.pricing.tariff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Who may have events in a billing window: subscriptions with their compiled tariffs, and an account for each meter of each. Immutable. */
final class Contracts {

    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final long MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;

    private final BillingWindow window;
    private final List<Subscription> subscriptions;
    private final List<CompiledTariff> tariffs;
    private final ByteIndex[] meters;
    private final int[] firstAccount;
    private final long[] serviceFrom;
    private final long[] serviceUntil;
    private final ByteIndex index;
    private final long startMillis;
    private final long endMillis;
    private final String digest;

    Contracts(RatingFacts facts, Rating.Options options) {
        window = facts.window();
        startMillis = window.startMillis();
        endMillis = window.endMillis();
        subscriptions = facts.subscriptions().stream()
                .sorted(Comparator.comparing(Subscription::id))
                .toList();
        var compiled = new HashMap<String, CompiledTariff>();
        var meterIndex = new HashMap<String, ByteIndex>();
        for (var tariff : facts.tariffs()) {
            compiled.put(tariff.key(), CompiledTariff.of(tariff));
            meterIndex.put(
                    tariff.key(),
                    new ByteIndex(tariff.meters().stream().map(Meter::id).toList()));
        }
        int n = subscriptions.size();
        tariffs = new ArrayList<>(n);
        meters = new ByteIndex[n];
        firstAccount = new int[n + 1];
        serviceFrom = new long[n];
        serviceUntil = new long[n];
        for (int i = 0; i < n; i++) {
            var one = subscriptions.get(i);
            var key = one.tariff() + "@" + one.version();
            var tariff = compiled.get(key);
            var names = meterIndex.get(key);
            if (tariff == null || names == null) throw new IllegalStateException("the facts have every version");
            tariffs.add(tariff);
            meters[i] = names;
            firstAccount[i + 1] = Math.addExact(firstAccount[i], tariff.meters().size());
            serviceFrom[i] = startMillis + daysFrom(one.start());
            serviceUntil[i] = one.end()
                    .map(end -> startMillis + daysFrom(end) + MILLIS_PER_DAY)
                    .orElse(Long.MAX_VALUE);
        }
        index = new ByteIndex(subscriptions.stream().map(Subscription::id).toList());
        digest = digest(options);
    }

    private long daysFrom(LocalDate day) {
        return ChronoUnit.DAYS.between(window.from(), day) * MILLIS_PER_DAY;
    }

    private String digest(Rating.Options options) {
        var all = new Canonical("rating@1")
                .add(window.from())
                .add(window.until())
                .add(window.offset())
                .add(options.graceDays())
                .add(options.clockSkewSeconds());
        for (int i = 0; i < subscriptions.size(); i++)
            subscriptions.get(i).write(all).add(tariffs.get(i).digest());
        return all.digest();
    }

    /** SHA-256 over window, subscriptions, tariffs and the options that decide what counts. */
    String digest() {
        return digest;
    }

    BillingWindow window() {
        return window;
    }

    int size() {
        return subscriptions.size();
    }

    Subscription subscription(int number) {
        return subscriptions.get(number);
    }

    CompiledTariff tariff(int subscription) {
        return tariffs.get(subscription);
    }

    /** Number of a subscription; −1 where there is none. */
    int find(byte[] bytes, int from, int to) {
        return index.find(bytes, from, to);
    }

    /** Number of a subscription's meter; −1 where there is none. */
    int meter(int subscription, byte[] bytes, int from, int to) {
        return meters[subscription].find(bytes, from, to);
    }

    int account(int subscription, int meter) {
        return firstAccount[subscription] + meter;
    }

    int accounts() {
        return firstAccount[firstAccount.length - 1];
    }

    boolean isInWindow(long time) {
        return time >= startMillis && time < endMillis;
    }

    boolean isInService(int subscription, long time) {
        return time >= serviceFrom[subscription] && time < serviceUntil[subscription];
    }

    boolean isLate(long received, int graceDays) {
        return received >= endMillis + graceDays * MILLIS_PER_DAY;
    }

    /** Whole hours since the window began. */
    int hour(long time) {
        return (int) ((time - startMillis) / MILLIS_PER_HOUR);
    }

    int hours() {
        return (int) ((endMillis - startMillis) / MILLIS_PER_HOUR);
    }
}
