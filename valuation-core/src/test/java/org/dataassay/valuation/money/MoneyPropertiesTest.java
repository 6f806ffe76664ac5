package org.dataassay.valuation.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.Plain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyPropertiesTest {

    private static final String[] CURRENCIES = {"CNY", "JPY", "KWD"};

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void money_is_a_group_and_times_distributes(long seed) {
        var random = new SplittableRandom(seed);
        var currency = CurrencyCode.of(CURRENCIES[random.nextInt(3)]);
        var a = any(random, currency);
        var b = any(random, currency);
        var c = any(random, currency);
        var factor = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 4);
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(Money.zero(currency))).isEqualTo(a);
        assertThat(a.minus(b)).isEqualTo(a.plus(b.negated()));
        assertThat(a.plus(b).times(factor)).isEqualTo(a.times(factor).plus(b.times(factor)));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).amount().signum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void text_round_trips(long seed) {
        var random = new SplittableRandom(seed);
        var money = any(random, CurrencyCode.of(CURRENCIES[random.nextInt(3)]));
        assertThat(Money.parse(money.toString())).isEqualTo(money).hasSameHashCodeAs(money);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rounding_moves_by_at_most_half_a_unit(long seed) {
        var random = new SplittableRandom(seed);
        double value = (random.nextDouble() - 0.5) * 1e6;
        var rounded = Money.ofRounded(value, CurrencyCode.of("CNY"), RoundingMode.HALF_UP);
        assertThat(rounded.isRounded()).isTrue();
        assertThat(rounded.amount().subtract(new BigDecimal(value)).abs()).isLessThan(new BigDecimal("0.0050000001"));
        assertThat(Money.ofRounded(rounded.toDouble(), rounded.currency(), RoundingMode.UP))
                .isEqualTo(rounded);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_split_conserves_the_total_and_stays_within_a_unit_of_the_quota(long seed) {
        var random = new SplittableRandom(seed);
        var currency = CurrencyCode.of(CURRENCIES[random.nextInt(3)]);
        var total = any(random, currency).rounded(RoundingMode.HALF_UP);
        var weights = new LinkedHashMap<String, BigDecimal>();
        int count = random.nextInt(1, 40);
        for (int i = 0; i < count; i++) {
            weights.put(
                    "id" + i,
                    random.nextInt(4) == 0
                            ? BigDecimal.ZERO
                            : BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(6)));
        }
        weights.put("last", BigDecimal.ONE);
        var parts = LargestRemainder.split(total, weights);
        assertThat(sum(parts, currency)).isEqualTo(total);
        var whole = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var unit = BigDecimal.ONE.movePointLeft(currency.minorUnits());
        parts.forEach((id, part) -> {
            assertThat(part.isRounded()).isTrue();
            var difference =
                    part.amount().multiply(whole).subtract(total.amount().multiply(weights.get(id)));
            assertThat(difference.abs()).isLessThan(unit.multiply(whole));
            if (weights.get(id).signum() == 0) assertThat(part.isZero()).isTrue();
        });
        assertThat(LargestRemainder.split(total, new TreeMap<>(weights))).isEqualTo(parts);
        assertThat(LargestRemainder.split(total, new HashMap<>(weights))).isEqualTo(parts);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rounded_parts_add_up_to_the_rounded_sum(long seed) {
        var random = new SplittableRandom(seed);
        var parts = new LinkedHashMap<String, Double>();
        int count = random.nextInt(1, 30);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double part = (random.nextDouble() - 0.5) * 1e5;
            parts.put("id" + i, part);
            sum += part;
        }
        var currency = CurrencyCode.of("CNY");
        var total = Money.ofRounded(sum, currency, RoundingMode.HALF_UP);
        var rounded = LargestRemainder.round(total, parts);
        assertThat(sum(rounded, currency)).isEqualTo(total);
        rounded.forEach((id, part) ->
                assertThat(Math.abs(part.toDouble() - parts.get(id))).isLessThan(0.01 + 1e-9));
    }

    /** Every finite double, special bits included. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_shortest_decimal_reads_back_and_no_shorter_one_does(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            double value = switch (random.nextInt(4)) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextLong(1_000_000_000) / 1000.0;
                case 2 -> Double.longBitsToDouble((long) random.nextInt(1, 2047) << 52);
                default -> Double.longBitsToDouble(random.nextLong(1L << 52));
            };
            if (!Double.isFinite(value)) continue;
            var decimal = Plain.decimal(value);
            assertThat(Double.parseDouble(decimal.toString())).isEqualTo(value);
            assertThat(Double.parseDouble(Plain.of(value))).isEqualTo(value);
            if (decimal.precision() > 1) {
                var shorter = decimal.unscaledValue().divide(BigInteger.TEN);
                for (int step = -1; step <= 1; step++) {
                    var candidate = new BigDecimal(shorter.add(BigInteger.valueOf(step)), decimal.scale() - 1);
                    assertThat(Double.parseDouble(candidate.toString())).isNotEqualTo(value);
                }
            }
        }
    }

    private static Money any(SplittableRandom random, CurrencyCode currency) {
        return Money.of(
                BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), random.nextInt(9)),
                currency);
    }

    private static Money sum(Map<String, Money> parts, CurrencyCode currency) {
        return parts.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
