package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {

    private static final BillingWindow MARCH = BillingWindow.month(2026, 3, "+08:00");
    private static final String HEADER = "id,subscription,meter,quantity,time,received,currency,failed\n";

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static RatingFacts facts(Subscription subscription, UsageEvent... events) {
        return facts(QuoteTest.rich(), subscription, events);
    }

    private static RatingFacts facts(Tariff tariff, Subscription subscription, UsageEvent... events) {
        return new RatingFacts(List.of(tariff), MARCH, List.of(subscription), List.of(events));
    }

    private static RatedWindow rate(RatingFacts facts) {
        return Rating.standard().evaluate(facts, Plans.CONTEXT);
    }

    private static Invoice invoice(RatingFacts facts) {
        return rate(facts).invoices().get(0);
    }

    private static Subscription buyer(String start) {
        return Subscription.of("buyer", "calls", 1, LocalDate.parse(start));
    }

    private static UsageEvent calls(String id, String quantity, String time) {
        return UsageEvent.of(id, "buyer", "call", quantity, time);
    }

    private static Money line(Invoice invoice, String id) {
        return invoice.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    private static RatedWindow read(RatingFacts facts, String... files) throws IOException {
        var run = RatingRun.of(facts, Rating.Options.STANDARD);
        int number = 0;
        for (var file : files)
            run.read("file-" + ++number, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        return Rating.standard().result(facts, run, Plans.CONTEXT);
    }

    @Test
    void an_invoice_written_out_by_hand() {
        var buyer = buyer("2026-02-25")
                .withPacks(
                        new PackBalance("pack-500", LocalDate.of(2026, 3, 5), 2, new BigDecimal("1000")),
                        new PackBalance("pack-500", LocalDate.of(2026, 2, 1), 1, new BigDecimal("30")))
                .withPrepaid("100.005");
        var invoice = invoice(facts(
                buyer,
                calls("a", "900", "2026-03-01T00:00:00+08:00"), // in the trial: February 25 to March 6
                calls("b", "1230", "2026-03-10T12:00:00Z"),
                calls("c", "11000", "2026-03-11T12:00:00Z"), // 1000 beyond the quota of a day
                UsageEvent.of("d", "buyer", "volume", "0.25", "2026-03-31T23:59:59.999+08:00"),
                UsageEvent.of("e", "buyer", "turnover", "200.10", "2026-03-31T10:00:00+08:00")));

        assertThat(line(invoice, "pack-500")).isEqualTo(cny("12"));
        // 25 of 31 days.
        assertThat(line(invoice, "base")).isEqualTo(cny("80.56"));
        // 1230 + 10000 − 1030 from packs − 100 free = 10100: 1000 × 0.0153 + 9100 × 0.0028.
        assertThat(line(invoice, "use")).isEqualTo(cny("40.78"));
        assertThat(line(invoice, "store")).isEqualTo(cny("0.03"));
        // 10.005: of all lines it loses most by rounding down, so it gets the cent that is missing.
        assertThat(line(invoice, "share")).isEqualTo(cny("10.01"));
        assertThat(invoice.totals().net()).isEqualTo(cny("143.38")); // 143.38035…
        assertThat(invoice.totals().gross()).isEqualTo(cny("151.98"));
        assertThat(invoice.fromPrepaid()).isEqualTo(cny("100"));
        assertThat(invoice.due()).isEqualTo(cny("51.98"));
        assertThat(invoice.prepaidAfter()).isEqualTo(cny("0.005"));
        assertThat(invoice.overQuota()).isEqualTo(Map.of("call", new BigDecimal("1000")));
        assertThat(invoice.packsAfter()).isEmpty();
        assertThat(invoice.lines())
                .filteredOn(line -> line.id().equals("use"))
                .flatExtracting(Line::why)
                .extracting(Why::en)
                .containsExactly(
                        "900 used during the trial are not charged",
                        "1000 beyond the quota of 10000 per day were not served",
                        "1030 taken from packs",
                        "100 of 10200 are free",
                        "each block at its own price: 1000 × 0.0153 + 9100 × 0.0028");
    }

    @Test
    void a_bought_pack_is_used_before_one_that_expires_later_and_the_rest_rolls_over() {
        var buyer = buyer("2025-12-01")
                .withPacks(
                        new PackBalance("pack-500", LocalDate.of(2026, 3, 5), 1, new BigDecimal("500")),
                        new PackBalance("pack-500", LocalDate.of(2026, 1, 10), 1, new BigDecimal("400")));
        var invoice = invoice(facts(buyer, calls("a", "450", "2026-03-10T12:00:00Z")));
        assertThat(invoice.packsAfter())
                .containsExactly(new PackBalance("pack-500", LocalDate.of(2026, 3, 5), 1, new BigDecimal("450")));
        assertThat(line(invoice, "use")).isEqualTo(cny("0"));
    }

    @Test
    void one_off_and_term_fees_fall_due_on_their_day() {
        var first = invoice(facts(buyer("2026-03-15")));
        assertThat(line(first, "set-up")).isEqualTo(cny("500"));
        assertThat(line(first, "licence")).isEqualTo(cny("1200"));
        var renewed = invoice(facts(buyer("2025-03-15")));
        assertThat(renewed.lines()).extracting(Line::id).contains("licence").doesNotContain("set-up");
        var between = invoice(facts(buyer("2025-04-15")));
        assertThat(between.lines()).extracting(Line::id).doesNotContain("licence", "set-up");
        var ended = invoice(facts(buyer("2025-03-15").withEnd(LocalDate.of(2026, 3, 10))));
        assertThat(ended.lines()).extracting(Line::id).doesNotContain("licence");
        assertThat(line(ended, "base")).isEqualTo(cny("32.23")); // 10 of 31 days
    }

    @Test
    void a_contract_out_of_service_has_no_invoice() {
        assertThat(rate(facts(buyer("2026-04-01"))).invoices()).isEmpty();
        assertThat(rate(facts(buyer("2025-04-01").withEnd(LocalDate.of(2026, 2, 28))))
                        .invoices())
                .isEmpty();
    }

    @Test
    void every_reason_for_not_billing_is_counted_and_listed_with_its_line() throws IOException {
        var tariff = QuoteTest.rich().toBuilder()
                .meter(new Meter("good", MeterUnit.CALL, 0, Meter.Counting.SUCCESSFUL))
                .charge(Charge.UsageFee.of("good-use", "good", "1"))
                .build();
        var facts = facts(tariff, buyer("2026-03-02").withEnd(LocalDate.of(2026, 3, 30)));
        var rated = read(
                facts,
                HEADER
                        + "1,buyer,call,5,2026-03-20T00:00:00Z,,,\n"
                        + "2,nobody,call,5,2026-03-20T00:00:00Z,,,\n"
                        + "3,buyer,cal,5,2026-03-20T00:00:00Z,,,\n"
                        + "4,buyer,call,5.5,2026-03-20T00:00:00Z,,,\n"
                        + "5,buyer,call,5,2026-03-31T16:00:00Z,,,\n"
                        + "6,buyer,call,5,2026-03-01T00:00:00Z,,,\n"
                        + "7,buyer,call,5,2026-03-20T00:00:00Z,2026-04-04T00:00:00+08:00,,\n"
                        + "8,buyer,call,5,2026-03-20T00:10:00Z,2026-03-20T00:04:59Z,,\n"
                        + "9,buyer,turnover,5,2026-03-20T00:00:00Z,,USD,\n"
                        + "10,buyer,good,5,2026-03-20T00:00:00Z,,,true\n"
                        + "11,buyer,call,5,2026-03-20T00:00:00\n"
                        + "12,buyer,call,-5,2026-03-20T00:00:00Z,,,\n"
                        + "\"13,buyer,call,5,2026-03-20T00:00:00Z,,,\n"
                        + "1,buyer,call,5,2026-03-20T00:00:00Z,,,\r\n"
                        + "\n"
                        + "14,buyer,call,2,2026-03-20T00:00:00Z,2026-04-03T23:59:59+08:00,CNY,false");
        var report = rated.report();
        assertThat(report.read()).isEqualTo(15);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejected().keySet()).containsExactly(Rejection.values());
        assertThat(report.rejected().get(Rejection.BROKEN_LINE)).isEqualTo(3);
        assertThat(report.listed().get(0))
                .isEqualTo(new RatingReport.RejectedLine("file-1", 3, Rejection.UNKNOWN_SUBSCRIPTION));
        assertThat(report.listed())
                .filteredOn(one -> one.reason() == Rejection.BROKEN_LINE)
                .extracting(RatingReport.RejectedLine::line)
                .containsExactly(12L, 13L, 14L);
        assertThat(report.rejected().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(report.read() - report.accepted() - report.duplicates());
        assertThat(rated.notes()).extracting("text").contains("3 not billed: broken line.");
    }

    @Test
    void the_three_ways_in_are_one() throws IOException {
        var facts = facts(buyer("2026-01-01"));
        var event = new UsageEvent(
                "a long id, with \"quotes\" 与中文",
                "buyer",
                "turnover",
                new BigDecimal("12.5"),
                EventTime.parse("2026-03-20T00:00:00.120Z"),
                Optional.of(EventTime.parse("2026-03-20T00:00:01Z")),
                Optional.of(CurrencyCode.of("CNY")),
                Optional.of(false));
        var run = RatingRun.of(facts, Rating.Options.STANDARD);
        run.accept("batch", List.of(event));
        var rated = Rating.standard().result(facts, run, Plans.CONTEXT);
        assertThat(rated.report().accepted()).isEqualTo(1);
        var csv = read(
                facts,
                "\uFEFFnote,time,id,\"meter\",quantity,subscription,received,currency,failed\n"
                        + "x,2026-03-20T08:00:00.12+08:00,\"a long id, with \"\"quotes\"\" 与中文\",turnover,12.50,buyer,2026-03-20T00:00:01Z,CNY,false\n");
        var json = read(
                facts,
                "{\"id\": \"a long id, with \\\"quotes\\\" \\u4e0e中文\", \"other\": 1, \"subscription\":\"buyer\",\"meter\":\"turnover\",\"quantity\":12.5,"
                        + "\"time\":\"2026-03-20T00:00:00.120Z\",\"received\":\"2026-03-20T00:00:01Z\",\"currency\":\"CNY\",\"failed\":false}\n");
        assertThat(csv.provenance().inputDigest())
                .isEqualTo(json.provenance().inputDigest())
                .isEqualTo(rated.provenance().inputDigest());
        assertThat(csv.invoices()).isEqualTo(rated.invoices()).isEqualTo(json.invoices());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"",
                "{}",
                "[1]",
                "{\"id\":\"1\",\"id\":\"2\",\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":1,\"time\":\"2026-03-20T00:00:00Z\"}",
                "{\"id\":{\"a\":1},\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":1,\"time\":\"2026-03-20T00:00:00Z\"}",
                "{\"id\":\"\\ud800\",\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":1,\"time\":\"2026-03-20T00:00:00Z\"}",
                "{\"id\":null,\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":1,\"time\":\"2026-03-20T00:00:00Z\"}",
                "{\"id\":\"1\",\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":1e3,\"time\":\"2026-03-20T00:00:00Z\"}",
                "{\"id\":\"1\",\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":1,\"time\":\"2026-02-30T00:00:00Z\"}",
            })
    void broken_json_lines_are_counted_and_the_next_is_read(String line) throws IOException {
        var good =
                "{\"id\":\"good\",\"subscription\":\"buyer\",\"meter\":\"call\",\"quantity\":\"7\",\"time\":\"2026-03-20T00:00:00Z\"}";
        var rated = read(facts(buyer("2026-01-01")), good + "\n" + line + "\n" + good + "\n");
        assertThat(rated.report().accepted()).isEqualTo(1);
        assertThat(rated.report().duplicates()).isEqualTo(1);
        assertThat(rated.report().listed())
                .containsExactly(new RatingReport.RejectedLine("file-1", 2, Rejection.BROKEN_LINE));
    }

    @Test
    void a_line_without_end_does_not_fill_the_memory() throws IOException {
        var rated = read(
                facts(buyer("2026-01-01")),
                HEADER + "x".repeat(3_000_000) + "\n1,buyer,call,5,2026-03-20T00:00:00Z,,,\n" + "y".repeat(70_000));
        assertThat(rated.report().accepted()).isEqualTo(1);
        assertThat(rated.report().listed())
                .extracting(RatingReport.RejectedLine::line)
                .containsExactly(2L, 4L);
    }

    @Test
    void a_file_without_its_columns_is_refused() {
        assertThatThrownBy(() -> read(facts(buyer("2026-01-01")), "id,subscription,meter,amount\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("file-1 cannot be read as events: its header lacks quantity, time.");
        assertThatThrownBy(() -> read(facts(buyer("2026-01-01")), "")).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> read(facts(buyer("2026-01-01")), "id,id,subscription,meter,quantity,time\n"))
                .hasMessageContaining("column id is there twice");
    }

    @Test
    void a_conflict_is_settled_the_same_in_any_order() {
        var one = calls("a", "5", "2026-03-20T00:00:00Z");
        var other = calls("a", "3", "2026-03-20T00:00:00Z");
        var rated = rate(facts(buyer("2026-01-01"), one, other, one));
        assertThat(rated.report().conflicts()).isEqualTo(1);
        assertThat(rated.report().duplicates()).isEqualTo(2);
        assertThat(rated.notes()).extracting("code").contains("conflicting-events");
        assertThat(rate(facts(buyer("2026-01-01"), other, one)).invoices()).isEqualTo(rated.invoices());
    }

    @Test
    void contracts_must_fit_their_tariffs_and_the_window() {
        var other =
                buyer("2026-01-01").withPacks(new PackBalance("pack-9", LocalDate.of(2026, 3, 1), 1, BigDecimal.ONE));
        assertThatThrownBy(() -> facts(other)).hasMessageContaining("subscriptions[0].packs[0].pack must be a pack");
        assertThatThrownBy(() -> facts(Subscription.of("buyer", "calls", 2, Plans.DAY)))
                .hasMessageContaining("subscriptions[0].tariff names calls version 2, which is not known");
        var yearly = QuoteTest.rich().toBuilder().billing(BillingPeriod.YEAR).build();
        assertThatThrownBy(() -> facts(yearly, buyer("2026-01-01")))
                .hasMessageContaining("it is billed by the YEAR, and the window is 2026-03-01 to 2026-03-31");
        var twice = List.of(buyer("2026-01-01"), buyer("2026-01-02"));
        assertThatThrownBy(() -> new RatingFacts(List.of(QuoteTest.rich()), MARCH, twice, List.of()))
                .hasMessageContaining("subscriptions[1].id is used twice: buyer");
        assertThatThrownBy(() -> Rating.standard()
                        .evaluate(facts(buyer("2026-01-01")), Plans.CONTEXT.withCurrency(CurrencyCode.of("USD"))))
                .hasMessageContaining("calls@1 is in CNY, the context in USD");
        assertThatThrownBy(() -> new BillingWindow(Plans.DAY, Plans.DAY, "+8"))
                .hasMessageContaining("offset must be Z or an offset of hours and minutes");
    }

    @Test
    void too_many_events_and_too_large_sums_are_refused() {
        var facts = facts(
                buyer("2026-01-01"),
                calls("a", "9223372036854775807", "2026-03-20T00:00:00Z"),
                calls("b", "1", "2026-03-21T00:00:00Z"));
        assertThatThrownBy(() -> rate(facts))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("buyer is larger than can be billed exactly");
        assertThatThrownBy(
                        () -> new Rating(Rating.Options.STANDARD.withMaximumEvents(1)).evaluate(facts, Plans.CONTEXT))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("events is larger than 1 different events allowed");
    }

    // --- laws ---

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static RatingFacts any(SplittableRandom random) {
        var subscriptions = new ArrayList<Subscription>();
        for (int i = 0; i < 5; i++)
            subscriptions.add(Subscription.of(
                    "buyer-" + i, "calls", 1, LocalDate.of(2026, 2, 20).plusDays(random.nextInt(20))));
        var events = new ArrayList<UsageEvent>();
        for (int i = 0; i < 300; i++) {
            var meter = List.of("call", "volume", "turnover").get(random.nextInt(3));
            var quantity = meter.equals("call")
                    ? BigDecimal.valueOf(random.nextInt(3000))
                    : BigDecimal.valueOf(random.nextInt(3000), 2);
            events.add(UsageEvent.of(
                    (random.nextBoolean() ? "a-long-prefix-of-an-id-" : "") + random.nextInt(280),
                    "buyer-" + random.nextInt(6),
                    meter,
                    quantity.toPlainString(),
                    "2026-03-" + (10 + random.nextInt(22)) + "T1" + random.nextInt(10) + ":00:00Z"));
        }
        return new RatingFacts(List.of(QuoteTest.rich()), MARCH, subscriptions, events);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_repetition_parts_and_interruptions_change_nothing(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var facts = any(random);
        var whole = rate(facts);
        assertThat(rate(facts)).isEqualTo(whole);

        var shuffled = new ArrayList<>(facts.events());
        shuffled.addAll(facts.events().subList(0, 100));
        Collections.shuffle(shuffled, new Random(seed));
        var parts = new ArrayList<RatingRun>();
        for (int i = 0; i < 3; i++) parts.add(RatingRun.of(facts, Rating.Options.STANDARD));
        for (var event : shuffled) parts.get(random.nextInt(3)).accept("part", List.of(event));
        parts.get(1).accept("again", facts.events().subList(50, 80));
        var stored = new ByteArrayOutputStream();
        parts.get(0).checkpoint(stored);
        var run = RatingRun.restore(facts, Rating.Options.STANDARD, new ByteArrayInputStream(stored.toByteArray()));
        run.merge(parts.get(1)).merge(parts.get(2));

        var closed = run.close();
        assertThat(closed.invoices()).isEqualTo(whole.invoices());
        assertThat(run.digest()).isEqualTo(whole.provenance().inputDigest());
        assertThat(closed.report().accepted()).isEqualTo(whole.report().accepted());
        assertThat(closed.report().conflicts()).isEqualTo(whole.report().conflicts());
        var report = closed.report();
        assertThat(report.read()).isEqualTo(430);
        assertThat(report.accepted()
                        + report.duplicates()
                        + report.rejected().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(430);
        for (var invoice : closed.invoices())
            assertThat(invoice.lines().stream().map(Line::amount).reduce(cny("0"), Money::plus))
                    .isEqualTo(invoice.totals().net());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_bill_of_the_sum_is_the_sum_of_the_blocks(long seed) {
        var random = new SplittableRandom(seed);
        var usage = Plans.anyUsage(random, 0);
        var tariff = Tariff.builder("calls", 1, Plans.DAY, "CNY")
                .meter(Meter.of("m", MeterUnit.RECORD))
                .charge(usage)
                .build();
        var events = new ArrayList<UsageEvent>();
        long sum = 0;
        for (int i = 0; i < 40; i++) {
            long quantity = random.nextInt(10);
            sum += quantity;
            events.add(UsageEvent.of("e" + i, "buyer", "m", String.valueOf(quantity), "2026-03-09T00:00:00Z"));
        }
        var invoice = invoice(new RatingFacts(List.of(tariff), MARCH, List.of(buyer("2026-01-01")), events));
        assertThat(invoice.lines().get(0).exact())
                .isEqualByComparingTo(Plans.plainBill(usage, BigDecimal.valueOf(sum)));
    }

    @Test
    void a_state_that_was_tampered_with_is_refused() throws IOException {
        var facts = any(new SplittableRandom(7));
        var run = RatingRun.of(facts, Rating.Options.STANDARD);
        run.accept("batch", facts.events());
        var out = new ByteArrayOutputStream();
        run.checkpoint(out);
        var bytes = out.toByteArray();
        for (int at : new int[] {0, 25, 95, 200, bytes.length - 50, bytes.length - 1}) {
            var broken = bytes.clone();
            broken[at] ^= 0x41;
            assertThatThrownBy(
                            () -> RatingRun.restore(facts, Rating.Options.STANDARD, new ByteArrayInputStream(broken)))
                    .as("byte %d", at)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("state is not a state of this run");
        }
        for (int length : new int[] {0, 10, 90, bytes.length / 2, bytes.length - 1}) {
            var cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> RatingRun.restore(facts, Rating.Options.STANDARD, new ByteArrayInputStream(cut)))
                    .isInstanceOf(InvalidInputException.class);
        }
        var others =
                new RatingFacts(facts.tariffs(), MARCH, facts.subscriptions().subList(0, 4), List.of());
        assertThatThrownBy(() -> RatingRun.restore(others, Rating.Options.STANDARD, new ByteArrayInputStream(bytes)))
                .hasMessageContaining("contracts, tariffs, window or options are others");
        assertThatThrownBy(() -> RatingRun.of(others, Rating.Options.STANDARD).merge(run))
                .hasMessageContaining("contracts, tariffs, window or options are others");
    }
}
