package org.dataassay.pricing.regulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.pricing.regulated.PublicDataCeiling.Allocation;
import org.dataassay.pricing.regulated.PublicDataCeiling.TrialRevenue;
import org.dataassay.pricing.regulated.PublicDataCeilings.Standing;
import org.dataassay.pricing.regulated.RegulatedProduct.ChargedBy;
import org.dataassay.pricing.regulated.RegulatedProduct.Trial;
import org.dataassay.pricing.regulated.RegulatedProduct.Use;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicDataCeilingTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2026, 3, 1), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    private static final Trial TRIAL = new Trial(
            LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), new BigDecimal("0.5"), "Data bureau, paper 12");

    private static RegulatedProduct calls(String quantity, String key) {
        return RegulatedProduct.industry("company check", ChargedBy.CALLS, "call", quantity, key);
    }

    private static RegulatedProduct feed(String quantity, String key) {
        return RegulatedProduct.industry("weather feed", ChargedBy.TIME, "month", quantity, key);
    }

    private static CeilingFacts facts(String revenue, RegulatedProduct... products) {
        return CeilingFacts.of(Money.of(revenue, "CNY"), products);
    }

    private static BigDecimal ceiling(PublicDataCeilings found, String product) {
        return found.ceiling(product).ceiling().amount();
    }

    /** 1 000 000 · 3/5 over 900 000 calls = 0.666…; 1 000 000 · 2/5 over 130 months = 3 076.923…. */
    @Test
    void by_cost() {
        var found = PublicDataCeiling.by(Allocation.BY_COST)
                .evaluate(facts("1000000", calls("900000", "300"), feed("130", "200")), CONTEXT);
        assertThat(ceiling(found, "company check")).isEqualByComparingTo("0.66");
        assertThat(ceiling(found, "weather feed")).isEqualByComparingTo("3076.92");
        assertThat(found.revenueAtCeilings()).isEqualTo(Money.of("993999.60", "CNY"));
        assertThat(found.slack()).isEqualTo(Money.of("6000.40", "CNY"));
    }

    /** 700 000/(1 · 100 000 + 250 · 1 000) = 2 for a weight of 1. */
    @Test
    void by_weight_of_a_unit() {
        var found = PublicDataCeiling.by(Allocation.BY_WEIGHT)
                .evaluate(facts("700000", calls("100000", "1"), feed("1000", "250")), CONTEXT);
        assertThat(ceiling(found, "company check")).isEqualByComparingTo("2");
        assertThat(ceiling(found, "weather feed")).isEqualByComparingTo("500");
        assertThat(found.slack().isZero()).isTrue();
    }

    @Test
    void present_fees_are_lowered_by_one_factor() {
        var found = PublicDataCeiling.by(Allocation.BY_PRESENT_FEE)
                .evaluate(facts("500000", calls("100000", "4"), feed("1000", "600")), CONTEXT);
        assertThat(ceiling(found, "company check")).isEqualByComparingTo("2");
        assertThat(ceiling(found, "weather feed")).isEqualByComparingTo("300");
    }

    @Test
    void stated_ceilings_are_tested() {
        var method = PublicDataCeiling.by(Allocation.STATED);
        assertThat(method.evaluate(facts("500000", calls("100000", "2"), feed("1000", "300")), CONTEXT)
                        .slack()
                        .isZero())
                .isTrue();
        assertThatThrownBy(
                        () -> method.evaluate(facts("499999.99", calls("100000", "2"), feed("1000", "300")), CONTEXT))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "products must stay within the permitted revenue: ceilings × quantities come to CNY 500000.00 of "
                                + "CNY 499999.99. 发改价格〔2025〕65号: lower them, or have the permitted revenue reviewed.");
        assertThatThrownBy(() -> method.evaluate(facts("500000", calls("100000", "0.0028")), CONTEXT))
                .hasMessageContaining("products[0].key must be a ceiling of at most 2 decimals, but was 0.0028");
    }

    @Test
    void a_fee_above_its_ceiling_is_refused_with_the_rule() {
        var method = PublicDataCeiling.by(Allocation.BY_COST);
        var product = calls("900000", "1");
        assertThat(method.evaluate(facts("600000", product.withFee("0.66")), CONTEXT)
                        .ceiling("company check")
                        .fee())
                .contains(UnitPrice.of("0.66", "CNY", "call"));
        assertThatThrownBy(() -> method.evaluate(facts("600000", product.withFee("0.67")), CONTEXT))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "products.fee must be at most the ceiling, but: company check at CNY 0.67 per call, ceiling CNY "
                                + "0.66 per call. 发改价格〔2025〕65号: charge at most the ceiling, or have it reviewed.");
    }

    @Test
    void public_governance_and_welfare_are_free() {
        var welfare = RegulatedProduct.free("disaster warning", Use.PUBLIC_WELFARE, ChargedBy.CALLS, "call", "1000000");
        var method = PublicDataCeiling.by(Allocation.BY_COST);
        var found = method.evaluate(facts("600000", welfare, calls("900000", "1")), CONTEXT);
        assertThat(found.ceiling("disaster warning").standing()).isEqualTo(Standing.FREE);
        assertThat(ceiling(found, "disaster warning")).isEqualByComparingTo("0");
        assertThatThrownBy(() -> method.evaluate(facts("600000", welfare.withFee("0.01")), CONTEXT))
                .isInstanceOf(RefusedException.class)
                .hasMessage("products.fee must be 0: disaster warning, for public governance or public welfare. "
                        + "发改价格〔2025〕65号: charge nothing for such use.");
        assertThatThrownBy(() -> found.requireAllowed(
                        "disaster warning", UnitPrice.of("0.01", "CNY", "call"), CONTEXT.valuationDate()))
                .isInstanceOf(RefusedException.class);
    }

    /** 1 000 000 − 0.5 · 200 000 = 900 000 over 300 months. */
    @Test
    void a_trial_fee_counts_towards_the_revenue() {
        var trial = RegulatedProduct.industry("traffic", ChargedBy.CALLS, "call", "200000", "7")
                .withTrial(TRIAL);
        var facts = facts("1000000", trial, feed("300", "1"));
        var method = PublicDataCeiling.by(Allocation.BY_COST);
        var found = method.evaluate(facts, CONTEXT);
        assertThat(found.ceiling("traffic").standing()).isEqualTo(Standing.TRIAL);
        assertThat(found.ceiling("traffic").lapses()).contains(TRIAL.until());
        assertThat(found.trialRevenue()).isEqualTo(Money.of("100000", "CNY"));
        assertThat(ceiling(found, "weather feed")).isEqualByComparingTo("3000");

        var apart = new PublicDataCeiling(method.options().withTrialRevenue(TrialRevenue.APART));
        assertThat(ceiling(apart.evaluate(facts, CONTEXT), "weather feed")).isEqualByComparingTo("3333.33");

        // the day after, it has a share of its own: 1 000 000 · 7/8 over 200 000 calls
        var later = method.evaluate(facts, CONTEXT.withValuationDate(LocalDate.of(2026, 7, 1)));
        assertThat(later.ceiling("traffic").standing()).isEqualTo(Standing.CEILING);
        assertThat(ceiling(later, "traffic")).isEqualByComparingTo("4.37");
        assertThat(later.notes()).extracting(Note::code).contains("trial-over");

        found.requireAllowed("traffic", UnitPrice.of("0.5", "CNY", "call"), TRIAL.until());
        assertThatThrownBy(() -> found.requireAllowed(
                        "traffic",
                        UnitPrice.of("0.5", "CNY", "call"),
                        TRIAL.until().plusDays(1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the trial of traffic ended on 2026-06-30");
        assertThatThrownBy(() -> method.evaluate(facts("99999", trial), CONTEXT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("fees on trial come to CNY 100000.00 of CNY 99999.00");
        assertThatThrownBy(() -> method.evaluate(facts, CONTEXT.withValuationDate(LocalDate.of(2025, 12, 31))))
                .hasMessageContaining("products[0].trial does not fit: it starts on 2026-01-01");
    }

    @Test
    void a_ceiling_that_rounds_to_nothing_is_told() {
        var facts = facts("2800", calls("1000000", "1"));
        var found = PublicDataCeiling.by(Allocation.BY_COST).evaluate(facts, CONTEXT);
        assertThat(found.notes()).extracting(Note::code).contains("ceiling-rounds-to-zero", "no-review-interval");
        var finer = new PublicDataCeiling(
                PublicDataCeiling.by(Allocation.BY_COST).options().withDecimals(4));
        assertThat(ceiling(finer.evaluate(facts, CONTEXT), "company check")).isEqualByComparingTo("0.0028");
    }

    @Test
    void reviews_fall_due() {
        var facts = facts("2800", calls("1000", "1")).reviewed(LocalDate.of(2025, 2, 1), 12);
        var found = PublicDataCeiling.by(Allocation.BY_COST).evaluate(facts, CONTEXT);
        assertThat(found.nextReview()).contains(LocalDate.of(2026, 2, 1));
        assertThat(found.notes()).extracting(Note::code).contains("review-overdue");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void laws(long seed) {
        var random = new SplittableRandom(seed);
        var products = new ArrayList<RegulatedProduct>();
        int n = random.nextInt(1, 12);
        for (int i = 0; i < n; i++) {
            var quantity = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000L), random.nextInt(0, 4));
            var key = BigDecimal.valueOf(random.nextLong(i == 0 ? 1 : 0, 1_000_000L), random.nextInt(0, 5));
            products.add(new RegulatedProduct(
                    "p" + i,
                    Use.INDUSTRY,
                    ChargedBy.VOLUME,
                    "GB",
                    quantity,
                    Optional.of(key),
                    Optional.empty(),
                    random.nextInt(4) == 0 && i > 0
                            ? Optional.of(new Trial(
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2026, 12, 31),
                                    BigDecimal.valueOf(random.nextLong(0, 10), 8),
                                    "bureau"))
                            : Optional.empty()));
        }
        var revenue = Money.of(BigDecimal.valueOf(random.nextLong(1_000_000_000L, 1_000_000_000_000L), 2), "CNY");
        var rule = Allocation.values()[random.nextInt(3)];
        int decimals = random.nextInt(0, 9);
        var method = new PublicDataCeiling(PublicDataCeiling.by(rule).options().withDecimals(decimals));
        var found = method.evaluate(of(revenue, products), CONTEXT);

        // Σ ceiling × quantity never exceeds the revenue, counted again by hand; the slack is what rounding left
        var sum = BigDecimal.ZERO;
        var quantities = BigDecimal.ZERO;
        for (var c : found.ceilings()) {
            sum = sum.add(c.ceiling().amount().multiply(c.quantity()));
            quantities = quantities.add(c.quantity());
        }
        assertThat(sum).isLessThanOrEqualTo(revenue.amount());
        assertThat(revenue.amount().subtract(sum))
                .isEqualByComparingTo(found.slack().amount());
        assertThat(found.slack().amount()).isLessThan(quantities.movePointLeft(decimals));

        // order of products is irrelevant; a common factor of all keys too; more revenue never lowers a ceiling
        var shuffled = new ArrayList<>(products);
        Collections.shuffle(shuffled, new Random(seed));
        var scaled = products.stream()
                .map(p -> new RegulatedProduct(
                        p.name(),
                        p.use(),
                        p.chargedBy(),
                        p.unit(),
                        p.quantity(),
                        p.key().map(k -> k.multiply(new BigDecimal("3"))),
                        p.fee(),
                        p.trial()))
                .toList();
        var permuted = method.evaluate(of(revenue, shuffled), CONTEXT);
        var rescaled = method.evaluate(of(revenue, scaled), CONTEXT);
        var raised = method.evaluate(of(revenue.times(2L), products), CONTEXT);
        for (var c : found.ceilings()) {
            assertThat(permuted.ceiling(c.product())).isEqualTo(c);
            assertThat(rescaled.ceiling(c.product())).isEqualTo(c);
            assertThat(raised.ceiling(c.product()).ceiling()).isGreaterThanOrEqualTo(c.ceiling());
        }
    }

    private static CeilingFacts of(Money revenue, List<RegulatedProduct> products) {
        return new CeilingFacts(revenue, products, Optional.empty(), Optional.empty());
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @Test
    void bad_input_says_what_to_do() {
        assertThatThrownBy(() -> new PublicDataCeiling(PublicDataCeiling.Options.STANDARD)
                        .evaluate(facts("1", calls("1", "1")), CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("options.allocation is missing.");
        assertThatThrownBy(() -> calls("0", "1"))
                .hasMessageContaining(
                        "quantity must be above 0, but was 0. Leave a product out of which nothing is expected.");
        assertThatThrownBy(() -> calls("1e40", "1")).hasMessageContaining("quantity must be of at most 24 digits");
        assertThatThrownBy(() -> facts("-1", calls("1", "1"), calls("1", "1")))
                .hasMessageContaining("permittedRevenue must be at least 0")
                .hasMessageContaining("products[1].name is used twice");
        assertThatThrownBy(() ->
                        PublicDataCeiling.by(Allocation.BY_COST).evaluate(facts("1", calls("1", "0")), CONTEXT))
                .hasMessageContaining("products.key must be above 0 for one product at least");
        assertThatThrownBy(() -> PublicDataCeiling.by(Allocation.BY_COST)
                        .evaluate(CeilingFacts.of(Money.of("1", "USD"), calls("1", "1")), CONTEXT))
                .hasMessageContaining("permittedRevenue does not fit: it is in USD, the context in CNY");
        var bare = new RegulatedProduct(
                "a",
                Use.INDUSTRY,
                ChargedBy.CALLS,
                "call",
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> PublicDataCeiling.by(Allocation.BY_WEIGHT).evaluate(facts("1", bare), CONTEXT))
                .hasMessage("products[0].key is missing. Give the key of by-weight.");
        assertThatThrownBy(() -> RegulatedProduct.free("a", Use.PUBLIC_GOVERNANCE, ChargedBy.CALLS, "call", "1")
                        .withTrial(TRIAL))
                .hasMessageContaining("trial must be absent for free use");
        assertThatThrownBy(() -> new Trial(TRIAL.until(), TRIAL.from(), BigDecimal.ONE, ""))
                .hasMessageContaining("until must be on or after 2026-06-30")
                .hasMessageContaining("guidedBy must be named");
    }
}
