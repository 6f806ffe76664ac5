package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuoteTest {

    /** Everything at once. */
    static Tariff rich() {
        return Plans.calls()
                .meter(Meter.of("volume", MeterUnit.GIGABYTE, 3))
                .meter(Meter.of("turnover", MeterUnit.REVENUE, 2))
                .charge(new Charge.OneOff("set-up", new BigDecimal("500")))
                .charge(new Charge.TermFee("licence", new BigDecimal("1200"), 12))
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal("99.9"), Proration.ACTUAL_DAYS, Charge.RecurringFee.Trigger.ALWAYS))
                .charge(Charge.UsageFee.of(
                                "use", "call", TierMode.GRADUATED, Tier.upTo(1000, "0.0153"), Tier.beyond("0.0028"))
                        .withFreeUnits(100))
                .charge(Charge.UsageFee.of("store", "volume", "0.12345678"))
                .charge(new Charge.RevenueShare("share", "turnover", new BigDecimal("0.05")))
                .charge(new Charge.Pack("pack-500", "call", new BigDecimal("500"), new BigDecimal("6"), 60, true))
                .quota(new Quota("call", new BigDecimal("10000"), Quota.Window.DAY))
                .vat(Vat.exclusive("0.06"))
                .minimum("50")
                .cap("5000")
                .discount(Discount.of("welfare", "0.2").forBuyers("public-welfare"))
                .trialDays(10)
                .access(new Access(
                        DevelopmentLevel.MODELED,
                        Set.of(DeliveryMode.API, DeliveryMode.SANDBOX),
                        Set.of(),
                        Set.of("sanctioned")))
                .build();
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Money amount(Quote quote, String line) {
        return quote.lines().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    @Test
    void a_bill_written_out_by_hand() {
        var order = Order.of(
                        "calls",
                        LocalDate.of(2026, 4, 1),
                        Map.of(
                                "call", new BigDecimal("1600"),
                                "volume", new BigDecimal("2.5"),
                                "turnover", new BigDecimal("1000")))
                .withPeriods(2)
                .withPacks(Map.of("pack-500", 1))
                .withAttributes("public-welfare");
        var quote = Plans.quote(rich(), order);

        assertThat(amount(quote, "set-up")).isEqualTo(cny("500"));
        assertThat(amount(quote, "licence")).isEqualTo(cny("1200"));
        assertThat(amount(quote, "pack-500")).isEqualTo(cny("6"));
        // April: 20 of 30 days after the trial, then May: 66.60 + 99.90.
        assertThat(amount(quote, "base")).isEqualTo(cny("166.50"));
        // April: 1600 − 500 − 100 = 1000 × 0.0153; May: 1600 − 100 = 1000 × 0.0153 + 500 × 0.0028.
        assertThat(amount(quote, "use")).isEqualTo(cny("32"));
        assertThat(amount(quote, "store")).isEqualTo(cny("0.62"));
        assertThat(amount(quote, "share")).isEqualTo(cny("100"));
        assertThat(quote.totals().net()).isEqualTo(cny("1604.09")); // 0.8 × 2005.1172839
        assertThat(quote.totals().tax()).isEqualTo(cny("96.25"));
        assertThat(quote.totals().gross()).isEqualTo(cny("1700.34"));
        assertThat(quote.validUntil()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(quote.until()).isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(quote.lines())
                .filteredOn(line -> line.id().equals("use"))
                .flatExtracting(Line::why)
                .extracting(Why::en)
                .containsExactly(
                        "500 taken from packs",
                        "100 of 1100 are free",
                        "each block at its own price: 1000 × 0.0153",
                        "100 of 1600 are free",
                        "each block at its own price: 1000 × 0.0153 + 500 × 0.0028");
        assertThat(quote.lines().get(0).why().get(0).zh()).isEqualTo("一次性收取 500");
    }

    @Test
    void base_fee_only_with_use_then_free_calls_then_a_cap() {
        var tariff = Plans.calls()
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal("10"), Proration.NONE, Charge.RecurringFee.Trigger.IF_USED))
                .charge(Charge.UsageFee.of("use", "call", "0.5").withFreeUnits(100))
                .cap("60")
                .build();
        assertThat(Plans.quote(tariff, Plans.order(tariff, "call", "0"))
                        .totals()
                        .gross())
                .isEqualTo(cny("0"));
        assertThat(Plans.quote(tariff, Plans.order(tariff, "call", "50"))
                        .totals()
                        .gross())
                .isEqualTo(cny("10"));
        assertThat(Plans.quote(tariff, Plans.order(tariff, "call", "150"))
                        .totals()
                        .gross())
                .isEqualTo(cny("35"));
        var capped = Plans.quote(tariff, Plans.order(tariff, "call", "1000"));
        assertThat(capped.totals().gross()).isEqualTo(cny("60"));
        assertThat(amount(capped, "cap")).isEqualTo(cny("-400"));
    }

    @Test
    void the_order_of_cap_and_discount_is_the_tariffs() {
        var tariff = Plans.perCall("1").toBuilder()
                .cap("100")
                .discount(Discount.of("off", "0.2"))
                .build();
        var order = Plans.order(tariff, "call", "200");
        assertThat(Plans.quote(tariff, order).totals().gross()).isEqualTo(cny("80"));
        var discountFirst = tariff.toBuilder()
                .order(Step.COMMITMENT, Step.DISCOUNT, Step.CAP)
                .build();
        assertThat(Plans.quote(discountFirst, order).totals().gross()).isEqualTo(cny("100"));
    }

    @Test
    void a_discount_of_a_named_charge_never_turns_a_capped_bill_negative() {
        var tariff = Plans.perCall("1").toBuilder()
                .cap("100")
                .discount(new Discount(
                        "off", new BigDecimal("0.5"), Set.of("use"), Set.of(), Optional.empty(), Optional.empty()))
                .build();
        assertThat(Plans.quote(tariff, Plans.order(tariff, "call", "1000"))
                        .totals()
                        .gross())
                .isEqualTo(cny("0"));
    }

    @Test
    void tax_contained_in_prices_is_taken_out_once() {
        var tariff =
                Plans.perCall("1.06").toBuilder().vat(Vat.inclusive("0.06")).build();
        var totals = Plans.quote(tariff, Plans.order(tariff, "call", "3")).totals();
        assertThat(totals.gross()).isEqualTo(cny("3.18"));
        assertThat(totals.net()).isEqualTo(cny("3"));
        assertThat(totals.tax()).isEqualTo(cny("0.18"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void lines_add_up_and_net_and_tax_make_the_gross(long seed) {
        var random = new SplittableRandom(seed);
        var builder = Tariff.builder("any", 1, Plans.DAY, random.nextBoolean() ? "CNY" : "CNY")
                .meter(Meter.of("m", MeterUnit.GIGABYTE, 3))
                .charge(Plans.anyUsage(random, 3))
                .rounding(new InvoiceRounding(
                        InvoiceRounding.Mode.values()[random.nextInt(4)],
                        InvoiceRounding.Point.values()[random.nextInt(2)]))
                .vat(random.nextBoolean() ? Vat.exclusive("0.13") : Vat.inclusive("0.06"));
        for (int i = random.nextInt(6); i > 0; i--) {
            var price = Plans.anyPrice(random);
            builder.charge(
                    random.nextBoolean()
                            ? new Charge.OneOff("c" + i, price)
                            : new Charge.RecurringFee(
                                    "c" + i,
                                    price,
                                    Proration.values()[random.nextInt(3)],
                                    Charge.RecurringFee.Trigger.ALWAYS));
        }
        if (random.nextBoolean()) builder.minimum(Plans.anyPrice(random).toPlainString());
        for (int i = random.nextInt(4); i > 0; i--)
            builder.discount(Discount.of("d" + i, "0." + (1 + random.nextInt(99_999_999))));
        var tariff = builder.trialDays(random.nextInt(40)).build();
        var order = Plans.order(
                        tariff,
                        "m",
                        BigDecimal.valueOf(random.nextInt(100_000), 3).toPlainString())
                .withPeriods(1 + random.nextInt(5));
        var quote = Plans.quote(tariff, order);

        var lines = quote.lines().stream().map(Line::amount).reduce(cny("0"), Money::plus);
        var contained = tariff.vat().basis() == Vat.Basis.INCLUSIVE;
        assertThat(lines)
                .isEqualTo(contained ? quote.totals().gross() : quote.totals().net());
        assertThat(quote.totals().net().plus(quote.totals().tax()))
                .isEqualTo(quote.totals().gross());
        assertThat(quote.totals().net().isNegative()).isFalse();
        for (var line : quote.lines())
            if (tariff.rounding().point() == InvoiceRounding.Point.TOTAL
                    || line.exact().signum() >= 0)
                assertThat(line.exact().subtract(line.amount().amount()).abs()).isLessThan(new BigDecimal("0.01"));
        assertThat(Plans.quote(tariff, order)).isEqualTo(quote);
    }

    @Test
    void the_version_is_pinned_and_the_hash_tells_offers_apart() {
        var first =
                Plans.perCall("1").toBuilder().until(LocalDate.of(2026, 5, 31)).build();
        var second = first.toBuilder().version(2, LocalDate.of(2026, 6, 1));
        var dearer = new TariffFacts(
                List.of(first, second.until(LocalDate.of(2026, 12, 31)).build()),
                Plans.order(first, "call", "10").withVersion(1));
        var pricing = TariffPricing.standard();
        var before = Plans.quote(first, Plans.order(first, "call", "10").withVersion(1));
        assertThat(pricing.evaluate(dearer, Plans.CONTEXT)).isEqualTo(before);
        assertThat(before.version()).isEqualTo(1);
        assertThat(List.of(
                        Plans.quote(first, Plans.order(first, "call", "11")),
                        Plans.quote(
                                Plans.perCall("1"),
                                Plans.order(first, "call", "10").withVersion(1)),
                        pricing.evaluate(dearer, Plans.CONTEXT.withValuationDate(LocalDate.of(2026, 1, 2)))))
                .extracting(Quote::hash)
                .doesNotHaveDuplicates()
                .doesNotContain(before.hash());
        var late = pricing.evaluate(dearer, Plans.CONTEXT.withValuationDate(LocalDate.of(2026, 7, 1)));
        assertThat(late.notes()).extracting("code").contains("version-not-in-force");
    }

    @Test
    void wrong_orders_are_refused_by_name() {
        var tariff = rich();
        assertThatThrownBy(() -> Plans.quote(tariff, Plans.order(tariff, "calls", "1")))
                .hasMessageContaining(
                        "order.quantities names meter calls, which the tariff does not have. Did you mean call?");
        assertThatThrownBy(() -> Plans.quote(tariff, Plans.order(tariff, "volume", "1.2345")))
                .hasMessageContaining("order.quantities.volume must have at most 3 decimals, but has 4");
        assertThatThrownBy(() ->
                        Plans.quote(tariff, Plans.order(tariff, "call", "1").withPacks(Map.of("pack-50", 1))))
                .hasMessageContaining(
                        "order.packs names pack-50, which is no pack of the tariff. Did you mean pack-500?");
        assertThatThrownBy(() ->
                        Plans.quote(tariff, Plans.order(tariff, "call", "1").withAttributes("sanctioned")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("calls@1 requires [] and excludes [sanctioned]");
        assertThatThrownBy(() -> Plans.quote(
                        tariff,
                        new Order(
                                "calls",
                                Optional.empty(),
                                Set.of(),
                                DeliveryMode.DATA_SET,
                                Plans.DAY,
                                1,
                                Map.of(),
                                Map.of())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("calls@1 does not cover DATA_SET. It covers [API, SANDBOX].");
        var later = Plans.CONTEXT.withValuationDate(LocalDate.of(2025, 1, 1));
        var facts = new TariffFacts(List.of(tariff), Plans.order(tariff, "call", "1"));
        assertThatThrownBy(() -> TariffPricing.standard().evaluate(facts, later))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("calls has no version in force on 2025-01-01");
        var dollars = Plans.CONTEXT.withCurrency(org.dataassay.valuation.money.CurrencyCode.of("USD"));
        assertThatThrownBy(() -> TariffPricing.standard().evaluate(facts, dollars))
                .hasMessageContaining("the tariff is in CNY, the context in USD");
    }
}
