package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Content as bytes that are the same for the same content: fields in a fixed order, each ended by a zero, numbers plain. Digests are made of it. */
final class Canonical {

    private static final char END = '\0';
    private final StringBuilder text = new StringBuilder(512);

    Canonical(String kind) {
        add(kind);
    }

    Canonical add(String value) {
        // Ids cannot hold a zero; other texts do not come here.
        text.append(value).append(END);
        return this;
    }

    Canonical add(long value) {
        text.append(value).append(END);
        return this;
    }

    Canonical add(BigDecimal value) {
        return add(Fixed.plain(value).toPlainString());
    }

    Canonical add(Object value) {
        return add(value.toString());
    }

    /** Absent is unlike anything present. */
    Canonical add(Optional<?> value) {
        if (value.isEmpty()) return add("-");
        text.append('+');
        return value.get() instanceof BigDecimal decimal
                ? add(decimal)
                : add(value.get().toString());
    }

    /** In the order of the collection; sets here are sorted. */
    Canonical addAll(Collection<?> values) {
        add(values.size());
        values.forEach(value -> add(value.toString()));
        return this;
    }

    Canonical addAll(Map<String, BigDecimal> values) {
        add(values.size());
        values.forEach((key, value) -> add(key).add(value));
        return this;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String digest() {
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static String digest(Tariff tariff) {
        var all = new Canonical("tariff@1")
                .add(tariff.id())
                .add(tariff.version())
                .add(tariff.from())
                .add(tariff.until())
                .add(tariff.currency().code())
                .add(tariff.billing())
                .add(tariff.vat().basis())
                .add(tariff.vat().rate())
                .add(tariff.rounding().mode().name())
                .add(tariff.rounding().point())
                .add(tariff.access().level())
                .addAll(tariff.access().delivery())
                .addAll(tariff.access().requires())
                .addAll(tariff.access().excludes())
                .add(tariff.minimum())
                .add(tariff.cap())
                .add(tariff.trialDays())
                .addAll(tariff.order());
        all.add(tariff.meters().size());
        for (var meter : tariff.meters())
            all.add(meter.id()).add(meter.unit()).add(meter.decimals()).add(meter.counting());
        all.add(tariff.charges().size());
        for (var charge : tariff.charges()) all.charge(charge);
        all.add(tariff.quotas().size());
        for (var quota : tariff.quotas())
            all.add(quota.meter()).add(quota.limit()).add(quota.window());
        all.add(tariff.discounts().size());
        for (var discount : tariff.discounts())
            all.add(discount.id())
                    .add(discount.share())
                    .addAll(discount.charges())
                    .addAll(discount.requires())
                    .add(discount.from())
                    .add(discount.until());
        return all.digest();
    }

    private void charge(Charge charge) {
        add(charge.getClass().getSimpleName()).add(charge.id());
        if (charge instanceof Charge.OneOff one) add(one.price());
        else if (charge instanceof Charge.TermFee term) add(term.price()).add(term.months());
        else if (charge instanceof Charge.RecurringFee fee)
            add(fee.price()).add(fee.proration()).add(fee.trigger());
        else if (charge instanceof Charge.Pack pack)
            add(pack.meter())
                    .add(pack.size())
                    .add(pack.price())
                    .add(pack.validDays())
                    .add(String.valueOf(pack.rollOver()));
        else if (charge instanceof Charge.RevenueShare share) add(share.meter()).add(share.share());
        else if (charge instanceof Charge.UsageFee usage) {
            add(usage.meter())
                    .add(usage.mode())
                    .add(usage.freeUnits())
                    .add(usage.tiers().size());
            for (var tier : usage.tiers()) add(tier.upTo()).add(tier.price());
        }
    }
}
