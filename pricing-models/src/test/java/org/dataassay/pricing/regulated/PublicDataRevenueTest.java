package org.dataassay.pricing.regulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.pricing.regulated.PublicDataRevenue.ProfitBase;
import org.dataassay.pricing.regulated.RevenueFacts.PriorYear;
import org.dataassay.pricing.regulated.RevenueFacts.Tax;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicDataRevenueTest {

    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"));
    }

    private static CostItem platform() {
        return CostItem.of("platform", CostItem.Category.PLATFORM, cny("4000000"))
                .subsidized(cny("1000000"));
    }

    private static CostItem staff() {
        return CostItem.of("staff", CostItem.Category.LABOR, cny("2500000")).shared(Input.of(0.8));
    }

    private static CostItem fine() {
        return CostItem.of("fine", CostItem.Category.OTHER, cny("50000"))
                .excluded(Exclusion.Ground.PENALTY, "data protection fine of 2025");
    }

    private static RevenueFacts.Builder facts() {
        return RevenueFacts.builder(
                YEAR, List.of(platform(), staff(), fine()), Input.of(Rate.of(0.018)), Input.of(0.05));
    }

    private static PermittedRevenue onCost(RevenueFacts facts) {
        return PublicDataRevenue.on(ProfitBase.COST).evaluate(facts, CONTEXT);
    }

    /** (4 000 000 − 1 000 000) + 2 500 000 · 0.8 = 5 000 000; · 6.8 % = 340 000; + 310 000 taxes = 5 650 000. */
    @Test
    void cost_profit_and_taxes() {
        var found = onCost(facts().taxes(new Tax("surcharges", cny("310000"))).build());
        assertThat(found.permittedRevenue()).isEqualTo(Money.of("5650000", "CNY"));
        assertThat(found.report().permittedCost()).isEqualTo(Money.of("5000000", "CNY"));
        assertThat(found.report().costNotPermitted()).isEqualTo(Money.of("1550000", "CNY"));
        assertThat(found.report().permittedProfit()).isEqualTo(Money.of("340000", "CNY"));
        assertThat(found.report().profitRate()).isCloseTo(0.068, within(1e-16));
        assertThat(found.excluded()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo("fine");
            assertThat(line.exclusion().ground()).isEqualTo(Exclusion.Ground.PENALTY);
        });
        assertThat(found.worksheet().values("permittedCostByLine")).containsExactly(3e6, 2e6, 0.0);
    }

    /** (8 000 000 − 3 000 000) · 6.8 % = 340 000. */
    @Test
    void profit_on_assets_that_the_operator_paid() {
        var assets = facts().assets(
                        AssetItem.of("platform", cny("8000000")).granted(cny("3000000")),
                        AssetItem.of("old servers", cny("700000"))
                                .excluded(Exclusion.Ground.UNREASONABLE, "idle since 2024"))
                .build();
        var found = PublicDataRevenue.on(ProfitBase.ASSETS).evaluate(assets, CONTEXT);
        assertThat(found.report().profitBase()).isEqualTo(Money.of("5000000", "CNY"));
        assertThat(found.permittedRevenue()).isEqualTo(Money.of("5340000", "CNY"));
        assertThat(found.excluded()).extracting(PermittedRevenue.Excluded::line).containsExactly("fine", "old servers");
        assertThat(onCost(assets).notes()).extracting(Note::code).contains("assets-not-used");
    }

    @Test
    void an_excess_of_the_year_before_is_deducted() {
        var found = onCost(
                facts().prior(PriorYear.of(cny("5000000"), cny("5120000"))).build());
        assertThat(found.permittedRevenue()).isEqualTo(Money.of("5220000", "CNY"));
        assertThat(found.report().clawback()).isEqualTo(Money.of("120000", "CNY"));
    }

    @Test
    void revenue_below_what_was_permitted_gives_no_credit() {
        var found = onCost(
                facts().prior(PriorYear.of(cny("5000000"), cny("4000000"))).build());
        assertThat(found.permittedRevenue()).isEqualTo(Money.of("5340000", "CNY"));
        assertThat(found.report().clawback().isZero()).isTrue();
    }

    @Test
    void an_excess_larger_than_the_revenue_is_carried_on() {
        var found = onCost(facts().prior(new PriorYear(cny("5000000"), cny("10000000"), Optional.of(cny("1000000"))))
                .build());
        assertThat(found.permittedRevenue().isZero()).isTrue();
        assertThat(found.report().clawback()).isEqualTo(Money.of("5340000", "CNY"));
        assertThat(found.report().carriedToNextYear()).isEqualTo(Money.of("660000", "CNY"));
        assertThat(found.notes()).extracting(Note::code).contains("excess-carried-on");
    }

    /** What one year reports as excess is what the next deducts. */
    @Test
    void two_years_take_in_what_is_permitted_for_both() {
        var first = onCost(facts().actualRevenue(cny("5500000.37")).build());
        var excess = first.report().excess().orElseThrow();
        assertThat(excess).isEqualTo(Money.of("160000.37", "CNY"));
        assertThat(first.notes()).extracting(Note::code).contains("revenue-above-permitted");
        var second = onCost(facts().prior(PriorYear.of(Input.of(first.permittedRevenue()), cny("5500000.37")))
                .build());
        assertThat(second.report().clawback()).isEqualTo(excess);
        assertThat(second.permittedRevenue().plus(excess)).isEqualTo(first.permittedRevenue());
    }

    /** 100.01 · 1.068 = 106.81068. */
    @Test
    void the_result_is_never_rounded_up() {
        var facts = RevenueFacts.builder(
                        YEAR,
                        List.of(CostItem.of("a", CostItem.Category.STORAGE, cny("100.01"))),
                        Input.of(Rate.of(0.018)),
                        Input.of(0.05))
                .build();
        assertThat(onCost(facts).permittedRevenue()).isEqualTo(Money.of("106.81", "CNY"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void laws(long seed) {
        var random = new SplittableRandom(seed);
        var costs = new ArrayList<CostItem>();
        var exact = BigDecimal.ZERO;
        int n = random.nextInt(1, 9);
        for (int i = 0; i < n; i++) {
            var amount = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_00L), 2);
            costs.add(CostItem.of("c" + i, CostItem.Category.PROCESSING, cny(amount.toPlainString())));
            exact = exact.add(amount);
        }
        var spread = new BigDecimal(random.nextInt(0, 601)).movePointLeft(4);
        var facts = RevenueFacts.builder(YEAR, costs, Input.of(Rate.of(0.0175)), Input.of(spread.doubleValue()))
                .build();
        var found = onCost(facts);

        // the closed form in exact decimals; the sheet is within a minor unit below it
        var closed = exact.multiply(BigDecimal.ONE.add(new BigDecimal("0.0175")).add(spread));
        assertThat(found.permittedRevenue().amount())
                .isBetween(closed.subtract(new BigDecimal("0.01")), closed.add(new BigDecimal("0.0001")));

        // more spread or more cost never lowers it; ten times the money is ten times the revenue
        var more = Math.min(0.06, spread.doubleValue() + 0.001);
        assertThat(onCost(RevenueFacts.builder(YEAR, costs, Input.of(Rate.of(0.0175)), Input.of(more))
                                .build())
                        .permittedRevenue())
                .isGreaterThanOrEqualTo(found.permittedRevenue());
        var tenfold = costs.stream()
                .map(c -> CostItem.of(c.name(), c.category(), c.amount().map(m -> m.times(10L))))
                .toList();
        double ten = onCost(
                        RevenueFacts.builder(YEAR, tenfold, Input.of(Rate.of(0.0175)), Input.of(spread.doubleValue()))
                                .build())
                .worksheet()
                .value();
        assertThat(ten / found.worksheet().value()).isCloseTo(10, within(1e-13));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void the_base_must_be_stated() {
        var method = new PublicDataRevenue(PublicDataRevenue.Options.STANDARD);
        assertThatThrownBy(() -> method.evaluate(facts().build(), CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "options.profitBase is missing. The rule leaves the base open: state cost or assets, as the "
                                + "price authority has decided.");
        assertThatThrownBy(() -> PublicDataRevenue.on(ProfitBase.ASSETS).evaluate(facts().build(), CONTEXT))
                .hasMessageContaining("assets is missing. The profit base is assets");
    }

    @Test
    void more_than_the_rule_allows_is_refused_with_the_rule() {
        assertThatThrownBy(() -> RevenueFacts.builder(
                                YEAR, List.of(platform(), platform()), Input.of(Rate.of(0.018)), Input.of(0.065))
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("costs[1].name is used twice")
                .hasMessageContaining("spread must be in [0, 0.06], but was 0.065. 发改价格〔2025〕65号 allows at most 6 "
                        + "percentage points above the ten-year government bond");
    }

    @Test
    void broken_lines_say_what_to_do() {
        assertThatThrownBy(() -> CostItem.of(" ", CostItem.Category.LABOR, cny("-1")))
                .hasMessageContaining("name must be named, but was ''")
                .hasMessageContaining(
                        "amount must be at least 0, but was CNY -1.00. Give what a subsidy paid as the line's subsidy.");
        assertThatThrownBy(() ->
                        CostItem.of("a", CostItem.Category.LABOR, cny("10")).subsidized(cny("11")))
                .hasMessageContaining("subsidy must be in [0, CNY 10.00], but was CNY 11.00");
        assertThatThrownBy(() ->
                        CostItem.of("a", CostItem.Category.LABOR, cny("10")).shared(Input.of(80.0)))
                .hasMessageContaining("Did you mean 0.8 (80%)?");
        assertThatThrownBy(() ->
                        CostItem.of("a", CostItem.Category.LABOR, cny("10")).excluded(Exclusion.Ground.UNRELATED, " "))
                .hasMessageContaining("Say why the line is left out.");
    }

    @Test
    void missing_subsidy_and_prior_year_are_told() {
        var bare = RevenueFacts.builder(YEAR, List.of(staff()), Input.of(Rate.of(0.018)), Input.of(0.05))
                .build();
        assertThat(onCost(bare).notes()).extracting(Note::code).contains("no-subsidy", "no-prior-year", "profit-base");
    }
}
