package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No appraisal by this formula has been published with all its numbers; the oracle is the formula written out by hand. */
class Cas2023Test {

    private static List<Input<Double>> numbers(double... values) {
        return Arrays.stream(values).mapToObj(Input::of).toList();
    }

    private static Adjustment ratios(String name, double... values) {
        return new Adjustment.Ratios(name, Adjustment.Direction.MULTIPLY, numbers(values));
    }

    private static final List<SubDataSet> TWO =
            List.of(new SubDataSet("roads", cny(300_000)), new SubDataSet("tolls", cny(100_000)));

    private static final Cas2023Facts FACTS = new Cas2023Facts(
            TWO,
            List.of(
                    ratios("quality", 1.05, 0.98),
                    new Adjustment.Differences("supplyAndDemand", numbers(0.25, -0.2)),
                    new Adjustment.Measures(
                            "date", Adjustment.Direction.MULTIPLY, numbers(104), numbers(100, 102), Optional.empty()),
                    new Adjustment.Measures(
                            "volume",
                            Adjustment.Direction.MULTIPLY,
                            numbers(4e6, 9e6),
                            numbers(1e6, 4e6),
                            Optional.of(number(0.5))),
                    new Adjustment.Ratios("other", Adjustment.Direction.DIVIDE, numbers(1.6, 1))));

    @Test
    void parts_times_five_coefficients() {
        var worksheet = Cas2023.standard().evaluate(FACTS, CONTEXT).worksheet();
        double roads = 300_000 * 1.05 * (1 / 1.25) * (104.0 / 100) * 2 * (1 / 1.6);
        double tolls = 100_000 * 0.98 * (1 / 0.8) * (104.0 / 102) * 1.5 * 1;
        assertThat(worksheet.values("valueOfPart").get(0)).isCloseTo(roads, within(1e-8));
        assertThat(worksheet.values("valueOfPart").get(1)).isCloseTo(tolls, within(1e-8));
        assertThat(worksheet.value()).isCloseTo(roads + tolls, within(1e-8));
    }

    @Test
    void coefficients_may_be_rounded_as_printed() {
        var method = new Cas2023(Cas2023.Options.STANDARD.withRounding(Rounding.textbook(Map.of("dateFactor", 2))));
        assertThat(method.evaluate(FACTS, CONTEXT).worksheet().values("dateFactor"))
                .containsExactly(1.04, 1.02);
    }

    @Test
    void the_five_columns_of_the_guidance_and_no_others() {
        var four = FACTS.coefficients().subList(0, 4);
        assertThatThrownBy(() -> new Cas2023Facts(TWO, four))
                .hasMessage(
                        "coefficients must be the columns of CAS-2023, quality, supplyAndDemand, date, volume, other, "
                                + "but was quality, supplyAndDemand, date, volume. State a column that changes nothing as 1, with the reason as its source.");
        var nine = new ArrayList<>(FACTS.coefficients());
        nine.set(0, ratios("technology", 1, 1));
        assertThatThrownBy(() -> new Cas2023Facts(TWO, nine)).hasMessageContaining("but was technology, ");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var twice = List.of(TWO.get(0), TWO.get(0));
        assertThatThrownBy(() -> new Cas2023Facts(twice, List.of(ratios("quality", 1))))
                .hasMessageContaining("subDataSets[1].name is used twice: roads")
                .hasMessageContaining("coefficients[0] must be one for each of the 2 parts, but was 1");
        assertThatThrownBy(() -> new SubDataSet("x", cny(0))).hasMessageContaining("referenceValue must be above 0");
    }

    @Test
    void measures_say_what_they_need() {
        assertThatThrownBy(() -> new Adjustment.Measures(
                        "volume",
                        Adjustment.Direction.MULTIPLY,
                        numbers(1, 2, 3),
                        numbers(0, 1),
                        Optional.of(number(9))))
                .hasMessageContaining("subject must be one for all or one for each of the 2 comparables, but was 3")
                .hasMessageContaining("comparables[0] must be above 0, but was 0")
                .hasMessageContaining("exponent must be in [0, 3], but was 9");
    }

    @Test
    void large_factors_and_the_sum_are_told() {
        var facts = new Cas2023Facts(TWO, columns(new SplittableRandom(1), 2, 3));
        assertThat(Cas2023.standard().evaluate(facts, CONTEXT).notes())
                .extracting(Note::code)
                .contains("large-adjustment", "parts-add-up", "one-comparable");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<Adjustment> columns(SplittableRandom random, int parts, double scale) {
        var columns = new ArrayList<Adjustment>();
        for (var name : GridProfile.Standard.CAS_2023.columns())
            columns.add(
                    ratios(name, random.doubles(parts, 0.7 * scale, 1.3 * scale).toArray()));
        return columns;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_part_is_the_grid_of_one_comparable(long seed) {
        var random = new SplittableRandom(seed);
        var reference = cny(Math.rint(random.nextDouble(1e4, 1e7)));
        var columns = columns(random, 1, 1);
        var facts = new Cas2023Facts(List.of(new SubDataSet("all", reference)), columns);
        var price = new UnitPrice(reference.value().amount(), CNY, "lot");
        var grid = MarketFacts.of(
                number(1), List.of(MarketEvidence.of("all", Input.of(price), MarketEvidence.Grade.DEAL)), columns);
        var options = ComparableTransactions.Options.STANDARD.withProfile(GridProfile.Standard.CAS_2023);
        double expected = new ComparableTransactions(options)
                .evaluate(grid, CONTEXT)
                .worksheet()
                .value();
        assertThat(Cas2023.standard().evaluate(facts, CONTEXT).worksheet().value())
                .isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_whole_is_its_parts_and_grows_with_money_and_coefficients(long seed) {
        var random = new SplittableRandom(seed);
        int parts = random.nextInt(1, 6);
        var sets = new ArrayList<SubDataSet>();
        for (int i = 0; i < parts; i++)
            sets.add(new SubDataSet("part " + i, cny(Math.rint(random.nextDouble(1e3, 1e6)))));
        var columns = columns(random, parts, 1);
        double value = value(sets, columns);
        var doubled = sets.stream()
                .map(set -> new SubDataSet(set.name(), set.referenceValue().map(m -> m.times(2))))
                .toList();
        assertThat(value(doubled, columns)).isCloseTo(2 * value, within(1e-9 * value));
        var better = new ArrayList<>(columns);
        better.set(
                3,
                new Adjustment.Ratios(
                        "volume",
                        Adjustment.Direction.MULTIPLY,
                        numbers(random.doubles(parts, 1.3, 2).toArray())));
        assertThat(value(sets, better)).isGreaterThan(value);
    }

    private static double value(List<SubDataSet> sets, List<Adjustment> columns) {
        return Cas2023.standard()
                .evaluate(new Cas2023Facts(sets, columns), CONTEXT)
                .worksheet()
                .value();
    }
}
