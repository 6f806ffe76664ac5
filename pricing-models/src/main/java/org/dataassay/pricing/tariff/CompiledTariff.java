package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A tariff made ready for billing: prices as whole numbers of 10⁻⁸ of the currency unit, quantities as whole numbers in the decimals of their meter.
 *
 * <p><b>Formula</b>  amount = base of the tier + price of the tier × units in it; the bases are summed once, when the tariff is compiled
 * <p><b>Numerics</b>  products and sums in 128 bits, without loss; {@link #amount} rounds once, by the tariff's mode; a result beyond a long is refused, never
 * wrapped. No floating point, and no object is made on the way
 * <p>Immutable and thread-safe.
 */
public final class CompiledTariff {

    private final Tariff tariff;
    private final String digest;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Meter> meters;
    private final Schedule[] schedules;
    private final String[] chargeIds;
    private final @Nullable Quota[] quotas;
    private final int minorUnits;

    private CompiledTariff(Tariff tariff) {
        this.tariff = tariff;
        meters = tariff.meters();
        digest = Canonical.digest(tariff);
        minorUnits = tariff.currency().minorUnits();
        schedules = new Schedule[meters.size()];
        chargeIds = new String[meters.size()];
        quotas = new @Nullable Quota[meters.size()];
        for (int i = 0; i < meters.size(); i++) index.put(meters.get(i).id(), i);
        for (var charge : tariff.charges()) {
            if (charge instanceof Charge.UsageFee usage) put(usage.meter(), charge.id(), usage, Optional.empty());
            if (charge instanceof Charge.RevenueShare share) put(share.meter(), charge.id(), null, Optional.of(share));
        }
        for (var quota : tariff.quotas()) quotas[at(quota.meter())] = quota;
    }

    private void put(String meter, String id, Charge.@Nullable UsageFee usage, Optional<Charge.RevenueShare> share) {
        int at = at(meter);
        chargeIds[at] = id;
        int decimals = meters.get(at).decimals();
        schedules[at] = usage != null ? new Schedule(usage, decimals) : new Schedule(share.orElseThrow(), decimals);
    }

    private int at(String meter) {
        return index.getOrDefault(meter, -1);
    }

    public static CompiledTariff of(Tariff tariff) {
        return new CompiledTariff(tariff);
    }

    public Tariff tariff() {
        return tariff;
    }

    /** SHA-256 over everything that the tariff says, hexadecimal. */
    public String digest() {
        return digest;
    }

    /**
     * Number of a meter, for {@link #amount(int, long)}.
     *
     * @throws InvalidInputException where the tariff has no such meter
     */
    public int meter(String id) {
        int at = at(id);
        if (at < 0)
            throw InvalidInputException.of(
                    PricingError.METER_UNKNOWN,
                    tariff.id(),
                    Ids.shown(id),
                    Nearest.remedy(id, meters.stream().map(Meter::id).toList()));
        return at;
    }

    /**
     * What a metered quantity costs in one period, free units deducted, in minor units of the currency, rounded once.
     *
     * @param meter number of the meter
     * @param quantity in the decimals of the meter: 1.5 GB with three decimals is 1500
     * @throws org.dataassay.valuation.error.ValuationFailedException where it is more than a long holds
     */
    public long amount(int meter, long quantity) {
        requireNotNegative(quantity);
        return schedules[meter].rounded(quantity, minorUnits, tariff.rounding().mode());
    }

    /** The same by the meter's id. */
    public long amount(String meter, long quantity) {
        return amount(meter(meter), quantity);
    }

    /** The same exactly, in units of the currency. */
    public BigDecimal exact(int meter, long quantity) {
        requireNotNegative(quantity);
        return schedules[meter].exact(quantity);
    }

    private static void requireNotNegative(long quantity) {
        if (quantity < 0)
            new Check()
                    .that(false, "quantity", "at least 0", quantity, "Correct what was metered by a credit.")
                    .done();
    }

    List<Meter> meters() {
        return meters;
    }

    int indexOf(String meter) {
        return at(meter);
    }

    Schedule schedule(int meter) {
        return schedules[meter];
    }

    String chargeId(int meter) {
        return chargeIds[meter];
    }

    Optional<Quota> quota(int meter) {
        return Optional.ofNullable(quotas[meter]);
    }

    @Override
    public String toString() {
        return tariff.key() + " " + Arrays.toString(chargeIds);
    }
}
