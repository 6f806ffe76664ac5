package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statistics against a published table, against their definitions by hand, and by laws. */
class RatioStudyTest {

    private static final Source REGISTER = Source.assumed("sample");

    private static RatioStudyFacts facts(double[] estimates, double[] prices) {
        return RatioStudyFacts.of(
                IntStream.range(0, prices.length)
                        .mapToObj(i -> new RatedSale("s" + i, money(estimates[i]), money(prices[i])))
                        .toList(),
                REGISTER);
    }

    private static StudiedRatios study(double[] estimates, double[] prices) {
        return RatioStudy.standard().evaluate(facts(estimates, prices), CONTEXT);
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    @Test
    void the_table_of_the_iaao_exactly() {
        var published = PublishedCase.of("market.ratio-study", "iaao-table-1-1");
        var found = study(numbers(published.inputs("estimate")), numbers(published.inputs("salePrice")));
        var full = published.root().get("fullStats");
        assertThat(found.medianRatio().value())
                .isCloseTo(full.get("medianRatio").asDouble(), within(1e-14));
        assertThat(found.meanRatio().value()).isCloseTo(full.get("meanRatio").asDouble(), within(1e-14));
        assertThat(found.weightedMeanRatio().value())
                .isCloseTo(full.get("weightedMean").asDouble(), within(1e-14));
        assertThat(found.dispersion().value()).isCloseTo(full.get("cod").asDouble(), within(1e-12));
        assertThat(found.differential().value()).isCloseTo(full.get("prd").asDouble(), within(1e-14));
        assertThat(found.bias().orElseThrow().value()).isCloseTo(full.get("prb").asDouble(), within(1e-13));
        var expected = published.expected();
        var tolerance = published.tolerance();
        assertThat(found.dispersion().value())
                .isCloseTo(
                        expected.get("cod").asDouble(),
                        within(tolerance.get("cod").asDouble()));
        assertThat(found.differential().value())
                .isCloseTo(
                        expected.get("prd").asDouble(),
                        within(tolerance.get("prd").asDouble()));
        assertThat(found.bias().orElseThrow().value())
                .isCloseTo(
                        expected.get("prb").asDouble(),
                        within(tolerance.get("prb").asDouble()));
        // PRD is good while PRB is not: one statistic does not stand for the other
        assertThat(found.differential().isGood()).isTrue();
        assertThat(found.bias().orElseThrow().isSurelyBad()).isTrue();
        assertThat(found.notes())
                .contains(Note.of(Note.Kind.WARNING, "ratio-outside-band", "PRB 0.2323, not in -0.05 to 0.05"));
    }

    @Test
    void each_statistic_by_its_definition() {
        // ratios 0.8, 1, 1.5
        var found = study(new double[] {80, 200, 600}, new double[] {100, 200, 400});
        assertThat(found.medianRatio().value()).isEqualTo(1);
        assertThat(found.meanRatio().value()).isCloseTo(1.1, within(1e-15));
        assertThat(found.weightedMeanRatio().value()).isCloseTo(880 / 700.0, within(1e-15));
        assertThat(found.dispersion().value()).isCloseTo(100 * 0.7 / 3, within(1e-13));
        assertThat(found.differential().value()).isCloseTo(1.1 / (880 / 700.0), within(1e-15));
        // Gini: Σ rank · v · 2 / Σ v, less n + 1, over n
        double ofEstimates = (2 * (80 + 2 * 200 + 3 * 600) / 880.0 - 4) / 3;
        double ofPrices = (2 * (100 + 2 * 200 + 3 * 400) / 700.0 - 4) / 3;
        assertThat(found.kakwani().value()).isCloseTo(ofEstimates - ofPrices, within(1e-15));
        assertThat(found.modifiedKakwani().orElseThrow().value()).isCloseTo(ofEstimates / ofPrices, within(1e-14));
        double[] x = {log2(90), log2(200), log2(500)};
        double[] y = {-0.2, 0, 0.5};
        double meanX = (x[0] + x[1] + x[2]) / 3;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < 3; i++) {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - 0.1);
        }
        double slope = products / squares;
        double rest = 0;
        for (int i = 0; i < 3; i++) rest += StrictMath.pow(y[i] - 0.1 - slope * (x[i] - meanX), 2);
        assertThat(found.bias().orElseThrow().value()).isCloseTo(slope, within(1e-13));
        assertThat(found.biasError().orElseThrow()).isCloseTo(Math.sqrt(rest / squares), within(1e-13));
        assertThat(found.sales()).isEqualTo(3);
        assertThat(found.used()).isEqualTo(3);
        assertThat(found.notes()).extracting(Note::code).contains("few-sales", "bootstrap-intervals");
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    private record Sample(double[] estimates, double[] prices) {
        static Sample of(long seed, int n) {
            var random = new SplittableRandom(seed);
            var prices = new double[n];
            var estimates = new double[n];
            for (int i = 0; i < n; i++) {
                prices[i] = Math.rint(StrictMath.exp(random.nextDouble(2, 12)) * 100) / 100;
                estimates[i] = Math.rint(prices[i] * StrictMath.exp(random.nextDouble(-0.5, 0.5)) * 100) / 100;
            }
            return new Sample(estimates, prices);
        }

        Sample scaled(double ofEstimates, double both) {
            return new Sample(
                    Arrays.stream(estimates).map(v -> v * ofEstimates * both).toArray(),
                    Arrays.stream(prices).map(v -> v * both).toArray());
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_currency_changes_nothing_and_a_level_only_the_level(long seed) {
        var sample = Sample.of(seed, 25);
        var found = study(sample.estimates, sample.prices);
        var dear = sample.scaled(1, 4);
        var inAnother = study(dear.estimates, dear.prices);
        assertThat(inAnother.dispersion().value()).isCloseTo(found.dispersion().value(), within(1e-11));
        assertThat(inAnother.kakwani().value()).isCloseTo(found.kakwani().value(), within(1e-13));
        assertThat(inAnother.bias().orElseThrow().value())
                .isCloseTo(found.bias().orElseThrow().value(), within(1e-12));
        var high = sample.scaled(2, 1);
        var doubled = study(high.estimates, high.prices);
        assertThat(doubled.medianRatio().value())
                .isCloseTo(2 * found.medianRatio().value(), within(1e-13));
        assertThat(doubled.dispersion().value()).isCloseTo(found.dispersion().value(), within(1e-11));
        assertThat(doubled.differential().value())
                .isCloseTo(found.differential().value(), within(1e-13));
        assertThat(doubled.bias().orElseThrow().value())
                .isCloseTo(found.bias().orElseThrow().value(), within(1e-12));
        assertThat(doubled.kakwani().value()).isCloseTo(found.kakwani().value(), within(1e-13));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_sales_changes_no_value(long seed) {
        var sample = Sample.of(seed, 30);
        sample.prices[3] = sample.prices[4];
        sample.prices[5] = sample.prices[4];
        var sales = new ArrayList<>(facts(sample.estimates, sample.prices).sales());
        var found = RatioStudy.standard().evaluate(RatioStudyFacts.of(sales, REGISTER), CONTEXT);
        Collections.shuffle(sales, new Random(seed));
        var shuffled = RatioStudy.standard().evaluate(RatioStudyFacts.of(sales, REGISTER), CONTEXT);
        assertThat(shuffled.medianRatio().value()).isEqualTo(found.medianRatio().value());
        assertThat(shuffled.dispersion().value()).isCloseTo(found.dispersion().value(), within(1e-12));
        assertThat(shuffled.kakwani().value()).isCloseTo(found.kakwani().value(), within(1e-14));
        assertThat(shuffled.bias().orElseThrow().value())
                .isCloseTo(found.bias().orElseThrow().value(), within(1e-13));
    }

    @Test
    void perfect_estimates_have_no_spread_and_no_bias_and_are_suspect_only_when_others_scatter() {
        var prices = new double[] {10, 20, 40, 80};
        var found = study(prices, prices);
        assertThat(found.dispersion().value()).isZero();
        assertThat(found.differential().value()).isEqualTo(1);
        assertThat(found.bias().orElseThrow().value()).isZero();
        assertThat(found.kakwani().value()).isZero();
        assertThat(found.modifiedKakwani().orElseThrow().value()).isEqualTo(1);
        assertThat(found.chasing().isSuspected()).isFalse();
    }

    @Test
    void regressive_estimates_are_told_by_all_three() {
        // the dearer, the lower: A = 20 · √S
        var prices = IntStream.rangeClosed(1, 60).mapToDouble(i -> i * i * 10).toArray();
        var estimates = Arrays.stream(prices)
                .map(s -> Math.rint(2000 * Math.sqrt(s)) / 100)
                .toArray();
        var found = study(estimates, prices);
        assertThat(found.differential().value()).isGreaterThan(1.03);
        assertThat(found.bias().orElseThrow().value()).isLessThan(-0.05);
        assertThat(found.kakwani().value()).isNegative();
        assertThat(found.modifiedKakwani().orElseThrow().value()).isLessThan(1);
    }

    @Test
    void outliers_beyond_three_interquartile_ranges_are_named_and_set_aside_only_by_option() {
        var prices = new double[24];
        var estimates = new double[24];
        for (int i = 0; i < 24; i++) {
            prices[i] = 100 + 10 * i;
            estimates[i] = prices[i] * (0.9 + 0.2 * (i % 6) / 5);
        }
        estimates[7] = 10 * prices[7];
        var kept = study(estimates, prices);
        assertThat(kept.outliers()).containsExactly("s7");
        assertThat(kept.used()).isEqualTo(24);
        assertThat(kept.notes()).contains(Note.of(Note.Kind.WARNING, "ratio-outliers-kept", "s7"));
        var set = new RatioStudy(RatioStudy.Options.STANDARD.withOutliers(RatioStudy.Outliers.SET_ASIDE))
                .evaluate(facts(estimates, prices), CONTEXT);
        assertThat(set.sales()).isEqualTo(24);
        assertThat(set.used()).isEqualTo(23);
        assertThat(set.outliers()).containsExactly("s7");
        assertThat(set.notes()).extracting(Note::code).contains("ratio-outliers-set-aside");
        assertThat(set.dispersion().value()).isLessThan(kept.dispersion().value() / 3);
    }

    @Test
    void estimates_made_from_the_prices_are_suspected() {
        var sample = Sample.of(5, 100);
        var honest = study(sample.estimates, sample.prices);
        assertThat(honest.chasing().isSuspected()).isFalse();
        for (int i = 0; i < 30; i++) sample.estimates[i] = sample.prices[i];
        var chased = study(sample.estimates, sample.prices);
        assertThat(chased.chasing().isSuspected()).isTrue();
        assertThat(chased.chasing().share()).isGreaterThanOrEqualTo(0.3);
        assertThat(chased.notes()).extracting(Note::code).contains("sales-chasing");
    }

    @Test
    void intervals_hold_the_truth_about_as_often_as_they_say() {
        int held = 0;
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed + 1000);
            var prices = new double[60];
            var estimates = new double[60];
            for (int i = 0; i < 60; i++) {
                prices[i] = Math.rint(random.nextDouble(1e4, 1e6));
                estimates[i] = Math.rint(prices[i] * random.nextDouble(0.8, 1.2));
            }
            var level = new RatioStudy(RatioStudy.Options.STANDARD.withResamples(300))
                    .evaluate(facts(estimates, prices), CONTEXT)
                    .meanRatio();
            if (level.low() <= 1 && level.high() >= 1) held++;
        }
        // 95 % of 200 is 190, standard deviation 3
        assertThat(held).isBetween(178, 200);
    }

    @Test
    void the_seed_decides_the_intervals_and_nothing_else() {
        var sample = Sample.of(9, 25);
        var found = study(sample.estimates, sample.prices);
        assertThat(study(sample.estimates, sample.prices)).isEqualTo(found);
        var other = RatioStudy.standard().evaluate(facts(sample.estimates, sample.prices), CONTEXT.withSeed(99));
        assertThat(other.dispersion().value()).isEqualTo(found.dispersion().value());
        assertThat(other.dispersion().low()).isNotEqualTo(found.dispersion().low());
        assertThat(found.dispersion().low()).isLessThan(found.dispersion().value());
        assertThat(found.dispersion().high()).isGreaterThan(found.dispersion().value());
    }

    @Test
    void without_differences_of_value_there_is_no_bias() {
        var found = study(new double[] {100, 100, 100}, new double[] {100, 100, 100});
        assertThat(found.bias()).isEmpty();
        assertThat(found.biasError()).isEmpty();
        assertThat(found.modifiedKakwani()).isEmpty();
        assertThat(found.kakwani().value()).isZero();
        assertThat(found.notes()).extracting(Note::code).contains("values-do-not-differ");
    }

    @Test
    void bands_are_stated_by_whoever_judges() {
        var sample = Sample.of(11, 40);
        var judged = new RatioStudy(RatioStudy.Options.STANDARD.withBands(Band.of(2, 3), Band.of(5, 15)))
                .evaluate(facts(sample.estimates, sample.prices), CONTEXT);
        assertThat(judged.medianRatio().isGood()).isFalse();
        assertThat(judged.medianRatio().isSurelyBad()).isTrue();
        assertThat(judged.notes())
                .extracting(Note::text)
                .anySatisfy(text -> assertThat(text).startsWith("median ratio").endsWith("not in 2 to 3"));
        assertThat(study(sample.estimates, sample.prices).medianRatio().isGood())
                .isTrue();
        assertThat(study(sample.estimates, sample.prices).medianRatio().isSurelyBad())
                .isFalse();
    }

    @Test
    void bad_input_is_refused_by_name() {
        assertThatThrownBy(() -> new RatedSale(" ", money(0), money(-1)))
                .hasMessageContaining("name must be named")
                .hasMessageContaining("estimate must be above 0, but was CNY 0")
                .hasMessageContaining("price must be above 0, but was CNY -1");
        assertThatThrownBy(() -> new RatedSale("a", money(1), Money.of("1", "USD")))
                .hasMessageContaining("estimate must be in USD, but was CNY");
        assertThatThrownBy(() -> study(new double[] {1, 2}, new double[] {1, 2}))
                .hasMessageContaining("sales must be 3 to 10000, but was 2");
        var dollars = new RatedSale("d", Money.of("1", "USD"), Money.of("1", "USD"));
        var yuan = new RatedSale("y", money(1), money(1));
        assertThatThrownBy(() -> RatioStudyFacts.of(List.of(yuan, yuan, dollars), REGISTER))
                .hasMessageContaining("sales[2].price must be in CNY, but was USD");
        assertThatThrownBy(() -> RatioStudy.Options.STANDARD.withResamples(5))
                .hasMessageContaining("resamples must be in [100, 100000], but was 5");
        assertThatThrownBy(() -> Band.of(2, 1)).hasMessageContaining("two finite numbers in order, but was 2 to 1");
    }
}
