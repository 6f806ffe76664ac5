package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Summary statistics of ratios, against their definitions written out by hand. */
class MultiplesTest {

    private static PricedComparable sale(String name, double price, double records) {
        return new PricedComparable(
                name, cny(price), new ValueDriver.Items("record", number(records)), MarketEvidence.Grade.DEAL);
    }

    private static final ValueDriver SUBJECT = new ValueDriver.Items("record", number(1000));

    /** Ratios 0.5, 2, 1, 4. */
    private static final MultiplesFacts FOUR = MultiplesFacts.of(
            SUBJECT, List.of(sale("A", 50, 100), sale("B", 400, 200), sale("C", 300, 300), sale("D", 1600, 400)));

    private static double value(MultiplesFacts facts, Multiples.Statistic statistic) {
        return new Multiples(Multiples.Options.STANDARD.withStatistic(statistic))
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
    }

    @Test
    void each_statistic_by_its_definition() {
        assertThat(value(FOUR, Multiples.Statistic.MEDIAN)).isCloseTo(1000 * (1 + 2) / 2.0, within(1e-9));
        assertThat(value(FOUR, Multiples.Statistic.MEAN)).isCloseTo(1000 * 7.5 / 4, within(1e-9));
        assertThat(value(FOUR, Multiples.Statistic.HARMONIC_MEAN))
                .isCloseTo(1000 * 4 / (1 / 0.5 + 1 / 2.0 + 1 + 1 / 4.0), within(1e-9));
        assertThat(value(FOUR, Multiples.Statistic.GEOMETRIC_MEAN))
                .isCloseTo(1000 * StrictMath.pow(0.5 * 2 * 1 * 4, 0.25), within(1e-9));
        assertThat(value(FOUR, Multiples.Statistic.AGGREGATE))
                .isCloseTo(1000 * (50 + 400 + 300 + 1600) / (100 + 200 + 300 + 400.0), within(1e-9));
        var weighted = FOUR.withJudgedWeights(List.of(number(0.1), number(0.2), number(0.3), number(0.4)));
        assertThat(value(weighted, Multiples.Statistic.WEIGHTED_MEAN))
                .isCloseTo(1000 * (0.05 + 0.4 + 0.3 + 1.6), within(1e-9));
    }

    @Test
    void units_are_typed() {
        var worksheet = Multiples.standard().evaluate(FOUR, CONTEXT).worksheet();
        assertThat(worksheet.unit("multiple")).isEqualTo(Unit.perItem("record"));
        assertThat(worksheet.unit("subjectDriver")).isEqualTo(Unit.items("record"));
        assertThat(worksheet.unit("value")).isEqualTo(Unit.MONEY);
        var revenue = new ValueDriver.Annual(ValueDriver.Earnings.REVENUE, cny(2_000_000));
        var peer = new PricedComparable(
                "peer",
                cny(9_000_000),
                new ValueDriver.Annual(ValueDriver.Earnings.REVENUE, cny(3_000_000)),
                MarketEvidence.Grade.QUOTE);
        var ofRevenue = Multiples.standard().evaluate(MultiplesFacts.of(revenue, List.of(peer)), CONTEXT);
        assertThat(ofRevenue.worksheet().unit("multiple")).isEqualTo(Unit.FACTOR);
        assertThat(ofRevenue.amount()).isEqualTo(money(6_000_000));
    }

    @Test
    void ratios_of_unlike_drivers_are_refused() {
        var perGigabyte =
                new PricedComparable("E", cny(1), new ValueDriver.Items("GB", number(1)), MarketEvidence.Grade.DEAL);
        var ofProfit = new PricedComparable(
                "F", cny(1), new ValueDriver.Annual(ValueDriver.Earnings.EBIT, cny(1)), MarketEvidence.Grade.DEAL);
        assertThatThrownBy(() -> MultiplesFacts.of(SUBJECT, List.of(perGigabyte, ofProfit)))
                .hasMessageContaining("comparables[0].driver must be of the subject's kind, record, but was GB")
                .hasMessageContaining("comparables[1].driver must be of the subject's kind, record, but was ebit");
        assertThatThrownBy(() -> new ValueDriver.Annual(ValueDriver.Earnings.EBIT, cny(-5)))
                .hasMessageContaining("A multiple of a loss says nothing");
    }

    @Test
    void no_comparables_no_value_and_weights_are_never_rescaled() {
        assertThatThrownBy(() -> MultiplesFacts.of(SUBJECT, List.of()))
                .hasMessageContaining("comparables must be 1 to 200, but was 0")
                .hasMessageContaining("does not apply");
        var facts = FOUR.withJudgedWeights(List.of(number(0.5), number(0.4), number(0), number(0)));
        assertThatThrownBy(() -> value(facts, Multiples.Statistic.WEIGHTED_MEAN))
                .hasMessageContaining("sum to 1");
    }

    @Test
    void the_range_is_the_spread_and_the_notes_tell_quartiles() {
        var valuation = Multiples.standard().evaluate(FOUR, CONTEXT);
        assertThat(valuation.range().nature()).isEqualTo(Range.Nature.SPREAD);
        assertThat(valuation.range().low()).contains(money(500));
        assertThat(valuation.range().high()).contains(money(4000));
        assertThat(valuation.notes())
                .contains(
                        Note.of(Note.Kind.ASSUMPTION, "ratio-statistic", "median"),
                        Note.of(Note.Kind.INFO, "ratio-quartiles", "0.5, 0.875, 1.5, 2.5, 4 money/record"));
    }

    @Test
    void a_wide_spread_is_warned_of() {
        var facts = MultiplesFacts.of(SUBJECT, List.of(sale("A", 1, 1), sale("B", 11, 1)));
        assertThat(Multiples.standard().evaluate(facts, CONTEXT).notes())
                .extracting(Note::code)
                .contains("wide-spread", "few-comparables");
    }

    @Test
    void adjustments_act_on_the_ratio() {
        var facts = FOUR.withAdjustments(List.of(new Adjustment.Differences(
                "quality", List.of(number(0.25), number(0.25), number(0.25), number(0.25)))));
        assertThat(value(facts, Multiples.Statistic.MEDIAN)).isCloseTo(1500 / 1.25, within(1e-9));
        var profiled = new Multiples(Multiples.Options.STANDARD.withProfile(GridProfile.Standard.CAS_9_2019));
        assertThatThrownBy(() -> profiled.evaluate(facts, CONTEXT))
                .hasMessageContaining(
                        "adjustments must be the columns of CAS-9-2019, technology, valueDensity, date, volume, other, but was quality");
    }

    @Test
    void equal_ratios_share_the_middle() {
        var facts = MultiplesFacts.of(
                SUBJECT, List.of(sale("A", 3, 1), sale("B", 2, 1), sale("C", 2, 1), sale("D", 2, 1), sale("E", 9, 1)));
        assertThat(value(facts, Multiples.Statistic.MEDIAN)).isEqualTo(2000);
    }

    @Test
    void the_median_moves_with_the_draw() {
        var uncertain = new PricedComparable(
                "B",
                cny(5).distributed(new Distribution.Uniform(0.0001, 10)),
                new ValueDriver.Items("record", number(1)),
                MarketEvidence.Grade.DEAL);
        var facts = MultiplesFacts.of(
                new ValueDriver.Items("record", number(1)), List.of(sale("A", 4, 1), uncertain, sale("C", 6, 1)));
        var spread = Multiples.standard()
                .evaluate(facts, CONTEXT)
                .worksheet()
                .simulate(Simulation.of(1).withDraws(100_000))
                .spreads()
                .get(0);
        // clamp(X, 4, 6) of a uniform X on (0, 10)
        assertThat(spread.percentile(0.05)).isEqualTo(4);
        assertThat(spread.percentile(0.95)).isEqualTo(6);
        assertThat(spread.mean()).isCloseTo(0.4 * 4 + 0.2 * 5 + 0.4 * 6, within(0.02));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static MultiplesFacts any(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 12);
        var comparables = new ArrayList<PricedComparable>();
        for (int i = 0; i < n; i++)
            comparables.add(
                    sale("lot " + i, Math.rint(random.nextDouble(10, 1000)), Math.rint(random.nextDouble(1, 100))));
        return MultiplesFacts.of(SUBJECT, comparables);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_median_is_that_of_a_sorted_list(long seed) {
        var facts = any(seed);
        var worksheet = Multiples.standard().evaluate(facts, CONTEXT).worksheet();
        double[] sorted = worksheet.values("multiple").stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int n = sorted.length;
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        assertThat(worksheet.value("concludedMultiple")).isEqualTo(median);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void means_are_ordered_and_money_scales(long seed) {
        var facts = any(seed);
        double harmonic = value(facts, Multiples.Statistic.HARMONIC_MEAN);
        double geometric = value(facts, Multiples.Statistic.GEOMETRIC_MEAN);
        double mean = value(facts, Multiples.Statistic.MEAN);
        assertThat(harmonic).isLessThanOrEqualTo(geometric * (1 + 1e-12));
        assertThat(geometric).isLessThanOrEqualTo(mean * (1 + 1e-12));
        var doubled = MultiplesFacts.of(
                SUBJECT,
                facts.comparables().stream()
                        .map(c -> new PricedComparable(c.name(), c.price().map(m -> m.times(2)), c.driver(), c.grade()))
                        .toList());
        for (var statistic : Multiples.Statistic.values()) {
            if (statistic == Multiples.Statistic.WEIGHTED_MEAN) continue;
            double once = value(facts, statistic);
            assertThat(value(doubled, statistic)).as(statistic.name()).isCloseTo(2 * once, within(1e-9 * once));
        }
    }

    @ParameterizedTest
    @EnumSource(Multiples.Statistic.class)
    void equal_ratios_leave_no_choice(Multiples.Statistic statistic) {
        var facts = MultiplesFacts.of(SUBJECT, List.of(sale("A", 20, 10), sale("B", 4, 2), sale("C", 10, 5)))
                .withJudgedWeights(Arrays.stream(new double[] {0.2, 0.3, 0.5})
                        .mapToObj(Input::of)
                        .toList());
        assertThat(value(facts, statistic)).isCloseTo(2000, within(1e-9));
    }

    @Test
    void as_many_comparables_as_are_allowed() {
        var many = IntStream.range(0, MultiplesFacts.MOST)
                .mapToObj(i -> sale("lot " + i, 1 + (i * 37) % 200, 1))
                .toList();
        assertThat(value(MultiplesFacts.of(SUBJECT, many), Multiples.Statistic.MEDIAN))
                .isEqualTo(100_500);
    }
}
