package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriceIndexTest {

    private static PriceIndex.Quoted at(String product, String period, double price) {
        return new PriceIndex.Quoted(product, period, price);
    }

    @Test
    void matched_models_are_chained_geometric_means() {
        var index = PriceIndex.matched(List.of(
                at("a", "2023", 100),
                at("b", "2023", 50),
                at("a", "2024", 121),
                at("b", "2024", 50),
                at("c", "2024", 7),
                at("b", "2025", 100),
                at("c", "2025", 7)));
        assertThat(index.points()).extracting(PriceIndex.Point::period).containsExactly("2023", "2024", "2025");
        assertThat(index.points().get(0)).isEqualTo(new PriceIndex.Point("2023", 1, 0, 2));
        assertThat(index.points().get(1).level()).isCloseTo(1.1, within(1e-14));
        assertThat(index.points().get(2).level()).isCloseTo(1.1 * Math.sqrt(2), within(1e-14));
        assertThat(index.between("2025", "2024")).isCloseTo(1 / Math.sqrt(2), within(1e-14));
        // two relatives, ln 1.21 and 0: standard error half their distance
        assertThat(index.points().get(1).logError()).isCloseTo(StrictMath.log(1.21) / 2, within(1e-14));
        assertThat(index.points().get(2).logError())
                .isCloseTo(Math.hypot(StrictMath.log(1.21) / 2, StrictMath.log(2) / 2), within(1e-14));
        assertThat(index.notes()).contains(Note.of(Note.Kind.WARNING, "thin-periods", "2023, 2024, 2025"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /** With every product in both of two periods, repeat listings and matched models are the same mean. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_two_periods_matched_and_repeat_agree(long seed) {
        var random = new SplittableRandom(seed);
        var prices = new ArrayList<PriceIndex.Quoted>();
        for (int i = 0; i < 12; i++) {
            double base = StrictMath.exp(random.nextDouble(0, 9));
            prices.add(at("p" + i, "2024", base));
            prices.add(at("p" + i, "2025", base * random.nextDouble(0.8, 1.6)));
        }
        var matched = PriceIndex.matched(prices);
        var repeat = PriceIndex.repeat(prices);
        assertThat(repeat.points().get(1).level())
                .isCloseTo(matched.points().get(1).level(), within(1e-12));
        assertThat(repeat.points().get(1).logError())
                .isCloseTo(matched.points().get(1).logError(), within(1e-12));
        assertThat(repeat.points().get(1).listings()).isEqualTo(12);
    }

    /** Levels that all products follow are found whatever gaps there are. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void repeat_listings_bridge_gaps(long seed) {
        var random = new SplittableRandom(seed);
        double[] level = {1, 1.1, 0.9, 1.3, 1.25};
        var prices = new ArrayList<PriceIndex.Quoted>();
        for (int i = 0; i < 30; i++) {
            double base = StrictMath.exp(random.nextDouble(0, 9));
            for (int t = 0; t < 5; t++)
                if (i < 5 || random.nextInt(2) == 0) prices.add(at("p" + i, "202" + t, base * level[t]));
        }
        var index = PriceIndex.repeat(prices);
        for (int t = 0; t < 5; t++) {
            assertThat(index.points().get(t).level()).isCloseTo(level[t], within(1e-12));
            assertThat(index.points().get(t).logError()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void two_prices_of_a_period_are_one() {
        var twice = PriceIndex.matched(List.of(at("a", "1", 4), at("a", "1", 9), at("a", "2", 12)));
        assertThat(twice.points().get(1).level()).isCloseTo(2, within(1e-14));
    }

    @Test
    void what_cannot_be_compared_is_refused_by_name() {
        assertThatThrownBy(() -> PriceIndex.matched(List.of(at("a", "1", 4), at("b", "2", 9))))
                .hasMessageContaining("no product is listed both in 1 and in 2");
        assertThatThrownBy(() -> PriceIndex.matched(List.of(at("a", "1", 4))))
                .hasMessageContaining("periods must be at least 2, but was 1");
        assertThatThrownBy(() -> PriceIndex.repeat(List.of(at("a", "1", 4), at("a", "2", 9))))
                .hasMessageContaining("prices must be at least 2 repeats of a listing");
        assertThatThrownBy(() -> PriceIndex.repeat(List.of(
                        at("a", "1", 4),
                        at("a", "2", 9),
                        at("b", "1", 4),
                        at("b", "2", 9),
                        at("c", "1", 2),
                        at("c", "2", 3),
                        at("d", "3", 9))))
                .hasMessageContaining("3 is zero throughout");
        assertThatThrownBy(() -> at(" ", "", 0))
                .hasMessageContaining("product must be named")
                .hasMessageContaining("period must be named")
                .hasMessageContaining("price must be above 0, but was 0");
        var index = PriceIndex.matched(List.of(at("a", "1", 4), at("a", "2", 9)));
        assertThatThrownBy(() -> index.between("1", "3")).hasMessageContaining("period names 3, which is not known");
    }

    @Test
    void periods_are_named_in_the_order_of_time() {
        var date = LocalDate.of(2025, 9, 30);
        assertThat(ListingPeriod.YEAR.of(date)).isEqualTo("2025");
        assertThat(ListingPeriod.QUARTER.of(date)).isEqualTo("2025-Q3");
        assertThat(ListingPeriod.QUARTER.of(LocalDate.of(2025, 10, 1))).isEqualTo("2025-Q4");
        assertThat(ListingPeriod.MONTH.of(date)).isEqualTo("2025-09");
        assertThat(ListingPeriod.MONTH.of(LocalDate.of(2025, 10, 1))).isEqualTo("2025-10");
    }
}
