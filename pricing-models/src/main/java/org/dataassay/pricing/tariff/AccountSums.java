package org.dataassay.pricing.tariff;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.ValuationFailedException;

/** What the different events of a window add up to in each account: to be billed, used in the trial, beyond the quota. Overflow is refused. */
final class AccountSums {

    private static final int SLICE_BITS = 16;

    private final Contracts contracts;
    private final long[] billed;
    private final long[] inTrial;
    private final long[] overQuota;
    private final int[] subscriptionOf;
    /** Sums of accounts whose quota has a window shorter than the period, by account and hour or day. */
    private final Map<Long, long[]> slices = new HashMap<>();

    private long conflicts;

    AccountSums(Contracts contracts, EventStore store) {
        this.contracts = contracts;
        billed = new long[contracts.accounts()];
        inTrial = new long[billed.length];
        overQuota = new long[billed.length];
        subscriptionOf = new int[billed.length];
        for (int i = 0; i < contracts.size(); i++)
            for (int meter = 0; meter < contracts.tariff(i).meters().size(); meter++)
                subscriptionOf[contracts.account(i, meter)] = i;
        store.forEach(this::add);
        limit();
    }

    long billed(int account) {
        return billed[account];
    }

    long inTrial(int account) {
        return inTrial[account];
    }

    long overQuota(int account) {
        return overQuota[account];
    }

    /** Ids that came with different contents. */
    long conflicts() {
        return conflicts;
    }

    private void add(long high, long low, long quantity, int account, int hour, boolean isConflict) {
        if (isConflict) conflicts++;
        int i = subscriptionOf[account];
        var tariff = contracts.tariff(i);
        int trial = tariff.tariff().trialDays();
        var sums = billed;
        if (trial > 0) {
            long day = ChronoUnit.DAYS.between(
                            contracts.subscription(i).start(),
                            contracts.window().from())
                    + hour / 24;
            if (day < trial) sums = inTrial;
        }
        long sum = sums[account] + quantity;
        if (sum < 0)
            throw ValuationFailedException.of(
                    PricingError.OVERFLOW,
                    contracts.subscription(i).id(),
                    "quantities of more than " + Long.MAX_VALUE + " smallest units",
                    "Check what was metered.");
        sums[account] = sum;
        if (sums == inTrial) return;
        var quota = tariff.quota(account - contracts.account(i, 0));
        if (quota.isEmpty() || quota.get().window() == Quota.Window.PERIOD) return;
        long slice = quota.get().window() == Quota.Window.DAY ? hour / 24 : hour;
        slices.computeIfAbsent((long) account << SLICE_BITS | slice, key -> new long[1])[0] += quantity;
    }

    private void limit() {
        for (int account = 0; account < billed.length; account++) {
            int i = subscriptionOf[account];
            var quota = contracts.tariff(i).quota(account - contracts.account(i, 0));
            if (quota.isPresent() && quota.get().window() == Quota.Window.PERIOD) takeOut(account, billed[account]);
        }
        slices.forEach((key, sum) -> takeOut((int) (key >>> SLICE_BITS), sum[0]));
    }

    /** What was used beyond the quota of one window was not served. */
    private void takeOut(int account, long used) {
        int i = subscriptionOf[account];
        int meter = account - contracts.account(i, 0);
        var tariff = contracts.tariff(i);
        long limit = Fixed.scaled(
                tariff.quota(meter).orElseThrow().limit(),
                tariff.meters().get(meter).decimals());
        long over = Math.max(0, used - limit);
        overQuota[account] += over;
        billed[account] -= over;
    }
}
