package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** Tariffs for tests, and a second way to compute their bills. */
final class Plans {

    static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    static final ValuationContext CONTEXT = ValuationContext.of(DAY, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private Plans() {}

    static Tariff.Builder calls() {
        return Tariff.builder("calls", 1, DAY, "CNY").meter(Meter.of("call", MeterUnit.CALL));
    }

    static Tariff perCall(String price) {
        return calls().charge(Charge.UsageFee.of("use", "call", price)).build();
    }

    static Quote quote(Tariff tariff, Order order) {
        return TariffPricing.standard().evaluate(new TariffFacts(List.of(tariff), order), CONTEXT);
    }

    static Order order(Tariff tariff, String meter, String quantity) {
        return Order.of(tariff.id(), tariff.from(), Map.of(meter, new BigDecimal(quantity)));
    }

    static Charge.UsageFee anyUsage(SplittableRandom random, int decimals) {
        var tiers = new ArrayList<Tier>();
        var bound = BigDecimal.ZERO;
        for (int i = random.nextInt(5); i > 0; i--) {
            bound = bound.add(BigDecimal.valueOf(1 + random.nextInt(30), random.nextInt(decimals + 1)));
            tiers.add(new Tier(Optional.empty(), Optional.of(bound), anyPrice(random)));
        }
        tiers.add(new Tier(Optional.empty(), Optional.empty(), anyPrice(random)));
        var free = random.nextBoolean()
                ? Optional.<BigDecimal>empty()
                : Optional.of(BigDecimal.valueOf(random.nextInt(20), random.nextInt(decimals + 1)));
        var mode = TierMode.values()[random.nextInt(3)];
        return new Charge.UsageFee("use", "m", mode, tiers, free);
    }

    static BigDecimal anyPrice(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextInt(2000), random.nextInt(9));
    }

    /** The bill by the words of the definition, in decimals, tier by tier. */
    static BigDecimal plainBill(Charge.UsageFee usage, BigDecimal quantity) {
        var charged =
                quantity.subtract(usage.freeUnits().orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO);
        if (charged.signum() == 0) return BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        var below = BigDecimal.ZERO;
        for (var tier : usage.tiers()) {
            var top = tier.upTo().orElse(charged.max(below));
            boolean isReached = charged.compareTo(below) > 0 && (tier.upTo().isEmpty() || charged.compareTo(top) <= 0);
            switch (usage.mode()) {
                case GRADUATED ->
                    sum = sum.add(charged.min(top)
                            .subtract(below)
                            .max(BigDecimal.ZERO)
                            .multiply(tier.price()));
                case VOLUME -> {
                    if (isReached) sum = charged.multiply(tier.price());
                }
                case STAIR_STEP -> {
                    if (isReached) sum = tier.price();
                }
            }
            below = top;
        }
        return sum;
    }

    static long fen(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
