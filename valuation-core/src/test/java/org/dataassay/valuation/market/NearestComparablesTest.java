package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.market.Listings.facts;
import static org.dataassay.valuation.market.Listings.listing;
import static org.dataassay.valuation.market.Listings.market;
import static org.dataassay.valuation.market.Listings.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances and weights by hand, the choice of k by brute force, and laws. */
class NearestComparablesTest {

    private static final NearestComparables.Options PLAIN = NearestComparables.Options.STANDARD;

    private static Valuation value(ListingFacts facts, NearestComparables.Options options) {
        return new NearestComparables(options).evaluate(facts, CONTEXT);
    }

    /** Ranges: fields 10, records unknown of C. */
    private static final ListingFacts FIVE = facts(
            subject(Map.of("fields", 14.0, "records", 500.0), Map.of("sector", "health")),
            List.of(
                    listing("A", 100, Map.of("fields", 10.0, "records", 100.0), Map.of("sector", "health")),
                    listing("B", 200, Map.of("fields", 15.0, "records", 600.0), Map.of("sector", "finance")),
                    listing("C", 400, Map.of("fields", 16.0), Map.of("sector", "health")),
                    listing("D", 800, Map.of("fields", 20.0, "records", 1100.0), Map.of("sector", "health")),
                    listing("E", 900, Map.of("records", 500.0), Map.of())));

    @Test
    void distances_are_gowers_and_what_is_not_known_does_not_count() {
        var distance = new GowerDistance(FIVE, false);
        assertThat(distance.toSubject(0).orElseThrow()).isCloseTo((0.4 + 0.4 + 0) / 3, within(1e-15));
        assertThat(distance.toSubject(1).orElseThrow()).isCloseTo((0.1 + 0.1 + 1) / 3, within(1e-15));
        assertThat(distance.toSubject(2).orElseThrow()).isCloseTo((0.2 + 0) / 2, within(1e-15));
        assertThat(distance.toSubject(3).orElseThrow()).isCloseTo((0.6 + 0.6 + 0) / 3, within(1e-15));
        assertThat(distance.toSubject(4).orElseThrow()).isZero();
        assertThat(distance.between(0, 3).orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(distance.between(2, 4)).isEmpty();
        var weighted = new GowerDistance(FIVE.withWeights(Map.of("fields", 3.0, "sector", 0.0)), false);
        assertThat(weighted.toSubject(1).orElseThrow()).isCloseTo((3 * 0.1 + 0.1) / 4, within(1e-15));
    }

    @Test
    void the_neighbors_stand_on_the_sheet_by_name() {
        var found = value(FIVE, PLAIN.withNeighbors(2));
        var worksheet = found.worksheet();
        assertThat(found.explanation().figures().stream()
                        .filter(f -> f.name().equals("price"))
                        .findFirst()
                        .orElseThrow()
                        .elements())
                .containsExactly("E", "C");
        double e = 1 / 0.05;
        double c = 1 / 0.15;
        assertThat(worksheet.values("weight").get(0)).isCloseTo(e / (e + c), within(1e-15));
        double expected = StrictMath.exp((e * StrictMath.log(900) + c * StrictMath.log(400)) / (e + c));
        assertThat(worksheet.value()).isCloseTo(expected, within(1e-10));
        assertThat(found.range().nature()).isEqualTo(Range.Nature.SPREAD);
        assertThat(found.range().low()).contains(Terms.money(400));
        assertThat(found.range().high()).contains(Terms.money(900));
        assertThat(found.notes()).contains(Note.of(Note.Kind.ASSUMPTION, "neighbors-stated", "2 of 5"));
        assertThat(found.notes()).extracting(Note::code).contains("few-to-compare");
    }

    @Test
    void weights_and_means_by_option() {
        var arithmetic = PLAIN.withNeighbors(2).withMean(NearestComparables.Mean.ARITHMETIC);
        double e = 1 / 0.05;
        double c = 1 / 0.15;
        assertThat(value(FIVE, arithmetic).worksheet().value()).isCloseTo((900 * e + 400 * c) / (e + c), within(1e-10));
        assertThat(value(FIVE, arithmetic.withWeighting(NearestComparables.Weighting.EQUAL))
                        .worksheet()
                        .value())
                .isCloseTo(650, within(1e-10));
        double k = StrictMath.exp(-0.5 * 0.16);
        assertThat(value(FIVE, arithmetic.withWeighting(NearestComparables.Weighting.KERNEL))
                        .worksheet()
                        .value())
                .isCloseTo((900 + 400 * k) / (1 + k), within(1e-10));
    }

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    /** The number of neighbors by trying all, with distances and weights written out. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_number_of_neighbors_is_the_best_of_leaving_one_out(long seed) {
        var market = market(seed, 26, 0.3);
        var distance = new GowerDistance(market, false);
        int n = 26;
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int k = 1; k <= n / 2; k++) {
            double error = 0;
            for (int i = 0; i < n; i++) {
                int own = i;
                var nearest = IntStream.range(0, n)
                        .filter(j -> j != own)
                        .boxed()
                        .sorted(Comparator.comparingDouble(
                                j -> distance.between(own, j).orElseThrow()))
                        .limit(k)
                        .toList();
                double sum = 0;
                double total = 0;
                for (int j : nearest) {
                    double w = 1 / (distance.between(own, j).orElseThrow() + 0.05);
                    sum += w
                            * StrictMath.log(market.comparables().get(j).price().toDouble());
                    total += w;
                }
                error += Math.abs(sum / total
                        - StrictMath.log(market.comparables().get(own).price().toDouble()));
            }
            if (error < least - 1e-12) {
                least = error;
                best = k;
            }
        }
        var found = value(market, PLAIN);
        assertThat(found.notes()).contains(Note.of(Note.Kind.ASSUMPTION, "neighbors-chosen", best + " of 26"));
        assertThat(NearestComparables.standard().neighbors(market)).isEqualTo(best);
        assertThat(value(market, PLAIN.withNeighbors(best)).amount()).isEqualTo(found.amount());
        assertThat(found.range().nature()).isEqualTo(Range.Nature.PREDICTION_INTERVAL);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_value_lies_among_the_neighbors_and_scales_with_prices(long seed) {
        var market = market(seed, 30, 0.3);
        for (var weighting : NearestComparables.Weighting.values()) {
            for (var mean : NearestComparables.Mean.values()) {
                var options = PLAIN.withNeighbors(5).withWeighting(weighting).withMean(mean);
                var found = value(market, options).worksheet();
                var prices = found.values("price");
                assertThat(found.value())
                        .isBetween(
                                prices.stream().min(Comparator.naturalOrder()).orElseThrow() - 1e-6,
                                prices.stream().max(Comparator.naturalOrder()).orElseThrow() + 1e-6);
                var dear = new ArrayList<DescribedComparable>();
                for (var c : market.comparables())
                    dear.add(listing(c.name(), 3 * c.price().toDouble(), c.measures(), c.categories()));
                var scaled = facts(market.subject(), dear).withLogarithms(market.logarithms());
                assertThat(value(scaled, options).worksheet().value())
                        .isCloseTo(3 * found.value(), within(1e-8 * found.value()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NearestComparables.Weighting.class)
    void the_unit_of_a_measure_does_not_matter(NearestComparables.Weighting weighting) {
        var market = market(3, 30, 0.3);
        var thousands = new ArrayList<DescribedComparable>();
        for (var c : market.comparables())
            thousands.add(listing(
                    c.name(),
                    c.price().toDouble(),
                    Map.of(
                            "records",
                            c.measures().get("records") / 1000,
                            "fields",
                            c.measures().get("fields")),
                    c.categories()));
        var options = PLAIN.withNeighbors(4).withWeighting(weighting);
        var subject = subject(Map.of("records", 20.0, "fields", 12.0), Map.of("sector", "health"));
        double value = value(market, options).worksheet().value();
        assertThat(value(facts(subject, thousands).withLogarithms(market.logarithms()), options)
                        .worksheet()
                        .value())
                .isCloseTo(value, within(1e-9 * value));
    }

    @Test
    void titles_count_by_the_words_they_share() {
        var titled = List.of(
                listing("A", 10, Map.of(), Map.of("sector", "x")).titled("企业工商信息"),
                listing("B", 20, Map.of(), Map.of("sector", "x")).titled("企业司法信息"),
                listing("C", 30, Map.of(), Map.of("sector", "x")).titled("水文"),
                listing("D", 40, Map.of(), Map.of("sector", "x")));
        var facts = facts(subject(Map.of(), Map.of("sector", "x")).titled("企业工商信息"), titled);
        var distance = new GowerDistance(facts, true);
        assertThat(distance.toSubject(0).orElseThrow()).isZero();
        // five pairs each, of which 企业 and 信息 are shared: 2 of 8
        assertThat(distance.toSubject(1).orElseThrow()).isCloseTo((1 - 2 / 8.0) / 2, within(1e-15));
        assertThat(distance.toSubject(2).orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(distance.toSubject(3).orElseThrow()).isZero();
        assertThat(new GowerDistance(facts, false).toSubject(2).orElseThrow()).isZero();
        assertThat(value(facts, PLAIN.withTitles().withNeighbors(1)).worksheet().value())
                .isEqualTo(10);
    }

    @Test
    void one_comparable_more_than_half_and_what_cannot_be_compared_are_refused() {
        assertThatThrownBy(() -> facts(FIVE.subject(), FIVE.comparables().subList(0, 1)))
                .hasMessageContaining("comparables must be 2 to 2000, but was 1");
        assertThatThrownBy(() -> value(FIVE, PLAIN.withNeighbors(3)))
                .hasMessageContaining("neighbors must be at most 2, half the comparables, but was 3");
        assertThatThrownBy(() -> value(FIVE, PLAIN.withNeighbors(6)))
                .hasMessageContaining("neighbors must be at most 2, half the comparables, but was 6");
        assertThatThrownBy(() -> PLAIN.withNeighbors(0))
                .hasMessageContaining("neighbors must be at least 1, but was 0");
        var apart = facts(
                subject(Map.of("fields", 1.0, "records", 2.0), Map.of()),
                List.of(
                        listing("A", 1, Map.of(), Map.of()),
                        listing("B", 2, Map.of(), Map.of()),
                        listing("C", 3, Map.of("fields", 4.0), Map.of()),
                        listing("D", 3, Map.of(), Map.of())));
        assertThatThrownBy(() -> value(apart, PLAIN.withNeighbors(2)))
                .hasMessageContaining("only 1 share a characteristic with the subject, where 2 are needed");
        assertThat(value(apart, PLAIN.withNeighbors(1)).worksheet().value()).isCloseTo(3, within(1e-12));
        var uncertain = DescribedSubject.of(
                Map.of("fields", Input.of(3.0).distributed(new Distribution.Normal(3, 1))), Map.of());
        var facts = facts(
                uncertain,
                List.of(
                        listing("A", 1, Map.of("fields", 1.0), Map.of()),
                        listing("B", 2, Map.of("fields", 2.0), Map.of())));
        assertThatThrownBy(() -> value(facts, PLAIN))
                .hasMessageContaining("subject.measures.fields must be without a distribution");
    }

    /** Twelve sellers with two copies each: told by its copy each price is exact, which says nothing of another seller's. */
    @Test
    void listings_of_one_seller_are_no_test_of_each_other() {
        var alone = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 24; i++) {
            int seller = i / 2;
            alone.add(listing(
                    "L" + i,
                    100 * StrictMath.exp(seller % 2 == 0 ? 0.5 : -0.5),
                    Map.of("fields", (double) seller),
                    Map.of()));
        }
        var sold = IntStream.range(0, 24)
                .mapToObj(i -> alone.get(i).soldBy("seller " + i / 2))
                .toList();
        var subject = subject(Map.of("fields", 5.5), Map.of());
        assertThat(NearestComparables.standard().neighbors(facts(subject, alone)))
                .isEqualTo(1);
        assertThat(NearestComparables.standard().neighbors(facts(subject, sold)))
                .isGreaterThan(1);
        var optimistic = value(facts(subject, alone), PLAIN).range();
        var honest = value(facts(subject, sold), PLAIN).range();
        assertThat(honest.high().orElseThrow().toDouble()
                        / honest.low().orElseThrow().toDouble())
                .isGreaterThan(2
                        * optimistic.high().orElseThrow().toDouble()
                        / optimistic.low().orElseThrow().toDouble());
    }

    @Test
    void outside_the_comparables_and_constant_characteristics_are_noted() {
        var facts = facts(
                subject(Map.of("fields", 99.0, "same", 5.0), Map.of("only", "x")),
                IntStream.range(0, 24)
                        .mapToObj(i -> listing(
                                "L" + i, 10 + i, Map.of("fields", (double) i, "same", 4.0), Map.of("only", "x")))
                        .toList());
        var found = value(facts, PLAIN.withNeighbors(2));
        assertThat(found.notes())
                .contains(
                        Note.of(Note.Kind.LIMIT, "extrapolation", "fields, same"),
                        Note.of(Note.Kind.INFO, "constant-characteristic", "same, only"));
        // farther than the range counts as 1, of all alike: the first ones given are the nearest
        assertThat(found.worksheet().values("distance").get(0)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(new GowerDistance(facts, false).toSubject(23).orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
    }
}
