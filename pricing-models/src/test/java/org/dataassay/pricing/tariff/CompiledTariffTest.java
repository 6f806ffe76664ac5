package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledTariffTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static CompiledTariff compiled(Charge.UsageFee usage, int decimals, InvoiceRounding.Mode mode) {
        return CompiledTariff.of(Tariff.builder("any", 1, Plans.DAY, "CNY")
                .meter(Meter.of("m", MeterUnit.GIGABYTE, decimals))
                .charge(usage)
                .rounding(new InvoiceRounding(mode, InvoiceRounding.Point.TOTAL))
                .build());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_definition_in_decimals(long seed) {
        var random = new SplittableRandom(seed);
        int decimals = random.nextInt(4);
        var usage = Plans.anyUsage(random, decimals);
        var mode = InvoiceRounding.Mode.values()[random.nextInt(4)];
        var compiled = compiled(usage, decimals, mode);
        for (int i = 0; i < 50; i++) {
            long quantity = random.nextLong(1L << (1 + random.nextInt(40)));
            var plain = Plans.plainBill(usage, BigDecimal.valueOf(quantity, decimals));
            assertThat(compiled.exact(0, quantity)).isEqualByComparingTo(plain);
            assertThat(compiled.amount(0, quantity))
                    .isEqualTo(plain.setScale(2, mode.mode()).unscaledValue().longValueExact());
        }
    }

    /** The last sizes that fit, and products far beyond 64 bits. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void division_of_two_words_agrees_with_big_integers(long seed) {
        var random = new SplittableRandom(seed);
        int decimals = random.nextInt(10);
        long price = random.nextLong() >>> (1 + random.nextInt(40));
        long quantity = random.nextLong() >>> (1 + random.nextInt(40));
        var usage = new Charge.UsageFee(
                "use",
                "m",
                TierMode.GRADUATED,
                List.of(new Tier(Optional.empty(), Optional.empty(), BigDecimal.valueOf(price, 8))),
                Optional.empty());
        var mode = InvoiceRounding.Mode.values()[random.nextInt(4)];
        var compiled = compiled(usage, decimals, mode);
        var exact = new BigDecimal(BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity)), 8 + decimals);
        assertThat(compiled.exact(0, quantity)).isEqualByComparingTo(exact);
        var rounded = exact.setScale(2, mode.mode()).unscaledValue();
        if (rounded.bitLength() < 63) {
            assertThat(compiled.amount(0, quantity)).isEqualTo(rounded.longValueExact());
        } else if (rounded.bitLength() > 63) {
            assertThatThrownBy(() -> compiled.amount(0, quantity))
                    .isInstanceOf(ValuationFailedException.class)
                    .hasMessageContaining("use is larger than can be billed exactly");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void graduated_bills_never_fall_and_do_not_jump(long seed) {
        var random = new SplittableRandom(seed);
        var any = Plans.anyUsage(random, 2);
        var usage = new Charge.UsageFee("use", "m", TierMode.GRADUATED, any.tiers(), any.freeUnits());
        var compiled = compiled(usage, 2, InvoiceRounding.Mode.HALF_UP);
        var dearest = any.tiers().stream().map(Tier::price).reduce(BigDecimal.ZERO, BigDecimal::max);
        var before = BigDecimal.ZERO;
        for (long quantity = 1; quantity < 5_000; quantity++) {
            var now = compiled.exact(0, quantity);
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(now.subtract(before)).isLessThanOrEqualTo(dearest.movePointLeft(2));
            before = now;
        }
    }

    @Test
    void a_price_of_a_hundred_millionth_times_a_trillion_calls() {
        var compiled = CompiledTariff.of(Plans.perCall("0.00000001"));
        assertThat(compiled.amount("call", 1_000_000_000_000L)).isEqualTo(1_000_000);
        assertThat(compiled.exact(0, 1)).isEqualByComparingTo("0.00000001");
        assertThat(compiled.amount(0, Long.MAX_VALUE)).isEqualTo(9_223_372_036_855L);
    }

    @Test
    void a_bound_belongs_to_the_tier_below_and_nothing_costs_nothing() {
        var usage = Charge.UsageFee.of("use", "m", TierMode.STAIR_STEP, Tier.upTo("0.5", "3"), Tier.beyond("7"));
        var compiled = compiled(usage, 1, InvoiceRounding.Mode.HALF_UP);
        assertThat(compiled.amount(0, 0)).isZero();
        assertThat(compiled.amount(0, 5)).isEqualTo(300);
        assertThat(compiled.amount(0, 6)).isEqualTo(700);
    }

    @Test
    void bad_quantities_and_meters_are_refused() {
        var compiled = CompiledTariff.of(Plans.perCall("1"));
        assertThatThrownBy(() -> compiled.amount(0, -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("quantity must be at least 0, but was -1");
        assertThatThrownBy(() -> compiled.meter("cal"))
                .hasMessageContaining("names meter cal, which the tariff does not have. Did you mean call?");
    }

    @Test
    void the_digest_sees_every_part() {
        var tariff = Plans.perCall("1");
        assertThat(CompiledTariff.of(tariff).digest())
                .isEqualTo(CompiledTariff.of(tariff).digest())
                .hasSize(64);
        assertThat(List.of(
                        Plans.perCall("1.00000001"),
                        tariff.toBuilder().version(2, Plans.DAY).build(),
                        tariff.toBuilder().cap("5").build(),
                        tariff.toBuilder().minimum("5").build(),
                        tariff.toBuilder().trialDays(3).build(),
                        tariff.toBuilder().vat(Vat.exclusive("0.06")).build(),
                        tariff.toBuilder().discount(Discount.of("off", "0.1")).build(),
                        tariff.toBuilder().until(Plans.DAY).build()))
                .extracting(other -> CompiledTariff.of(other).digest())
                .doesNotHaveDuplicates()
                .doesNotContain(CompiledTariff.of(tariff).digest());
    }
}
