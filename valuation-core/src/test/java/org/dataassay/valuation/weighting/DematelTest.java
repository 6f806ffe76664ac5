package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.weighting.CausalInfluences.Role;
import org.dataassay.valuation.weighting.Dematel.Scale;
import org.dataassay.valuation.weighting.InfluenceFacts.Expert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DematelTest {

    private static InfluenceFacts facts(double[][]... experts) {
        int n = experts[0].length;
        return new InfluenceFacts(
                IntStream.range(0, n).mapToObj(i -> "F" + (i + 1)).toList(),
                IntStream.range(0, experts.length)
                        .mapToObj(e -> new Expert(
                                "E" + (e + 1),
                                Arrays.stream(experts[e]).map(Matrices::inputs).toList()))
                        .toList());
    }

    private static CausalInfluences by(Scale scale, InfluenceFacts facts) {
        return new Dematel(Dematel.Options.STANDARD.withScale(scale)).evaluate(facts, CONTEXT);
    }

    /** X + X² + X³ + … to the last bit that counts. */
    private static double[][] series(double[][] x) {
        int n = x.length;
        var power = x;
        var total = new double[n][n];
        for (int k = 0; k < 20_000; k++) {
            var next = new double[n][n];
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) {
                    total[i][j] += power[i][j];
                    for (int l = 0; l < n; l++) next[i][j] += power[i][l] * x[l][j];
                }
            power = next;
        }
        return total;
    }

    @Test
    void published_case() {
        var published = PublishedCase.of("weighting.dematel", "celikbilek-2018");
        var facts = facts(Matrices.numbers(published.inputs().get("influences")));
        var found = new Dematel(Dematel.Options.STANDARD.withWeighting(Dematel.Weighting.VECTOR_LENGTH))
                .evaluate(facts, CONTEXT);
        var exact = published.expected().get("exact");
        var printed =
                PublishedCase.numbers(published.expected().get("published").get("weights"));
        for (int i = 0; i < 10; i++) {
            var factor = found.factors().get(i);
            double tolerance = published.tolerance().get("exact").asDouble();
            assertThat(factor.given()).isCloseTo(exact.get("given").get(i).asDouble(), within(tolerance));
            assertThat(factor.received()).isCloseTo(exact.get("received").get(i).asDouble(), within(tolerance));
            assertThat(factor.weight()).isCloseTo(printed.get(i), within(tolerance));
        }
    }

    @Test
    void two_factors_by_hand() {
        // D = 0 4 / 2 0, s = 4: X = 0 1 / ½ 0, (I − X)⁻¹ = 1/(1 − ½) · (1 1 / ½ 1), T = X(I − X)⁻¹ = 1 2 / 1 1
        var found = by(Scale.ROW_SUM, facts(new double[][] {{0, 4}, {2, 0}}));
        assertThat(found.worksheet().values("influences/F1/total")).containsExactly(1.0, 2.0);
        assertThat(found.worksheet().values("influences/F2/total")).containsExactly(1.0, 1.0);
        var first = found.factors().get(0);
        assertThat(first.given()).isEqualTo(3);
        assertThat(first.received()).isEqualTo(2);
        assertThat(first.prominence()).isEqualTo(5);
        assertThat(first.relation()).isEqualTo(1);
        assertThat(first.role()).isEqualTo(Role.CAUSE);
        assertThat(found.factors().get(1).role()).isEqualTo(Role.EFFECT);
        assertThat(found.factors().get(1).weight()).isEqualTo(0.5);
    }

    @Test
    void experts_count_alike() {
        var one = new double[][] {{0, 4}, {2, 0}};
        var other = new double[][] {{0, 2}, {0, 0}};
        var both = by(Scale.ROW_SUM, facts(one, other));
        assertThat(both.worksheet().values("influences/F1/directInfluence")).containsExactly(0.0, 3.0);
        assertThat(both.factors())
                .isEqualTo(by(Scale.ROW_SUM, facts(new double[][] {{0, 3}, {1, 0}}))
                        .factors());
        assertThat(both.notes()).noneMatch(note -> note.code().equals("one-expert"));
        assertThat(by(Scale.ROW_SUM, facts(one)).notes())
                .anyMatch(note -> note.code().equals("one-expert"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static double[][] any(SplittableRandom random) {
        int n = random.nextInt(2, 8);
        var matrix = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) if (i != j) matrix[i][j] = random.nextInt(5);
        matrix[0][1] = 4.5; // breaks ties of row sums
        return matrix;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void elimination_equals_the_series(long seed) {
        var matrix = any(new SplittableRandom(seed));
        int n = matrix.length;
        for (var scale : Scale.values()) {
            double s = 0;
            for (int i = 0; i < n; i++) {
                double row = 0;
                double column = 0;
                for (int j = 0; j < n; j++) {
                    row += matrix[i][j];
                    column += matrix[j][i];
                }
                s = Math.max(s, scale == Scale.ROW_SUM ? row : Math.max(row, column));
            }
            var x = new double[n][n];
            for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) x[i][j] = matrix[i][j] / s;
            var total = series(x);
            var found = by(scale, facts(matrix));
            double given = 0;
            double received = 0;
            double weights = 0;
            for (int i = 0; i < n; i++) {
                var row = found.worksheet().values("influences/F" + (i + 1) + "/total");
                for (int j = 0; j < n; j++)
                    assertThat(row.get(j)).isCloseTo(total[i][j], within(1e-11 * Math.max(1, total[i][j])));
                given += found.factors().get(i).given();
                received += found.factors().get(i).received();
                weights += found.factors().get(i).weight();
            }
            assertThat(received).isCloseTo(given, within(1e-11 * given));
            assertThat(weights).isCloseTo(1, within(1e-14));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scale_of_the_judgements_and_order_of_the_factors_are_irrelevant(long seed) {
        var matrix = any(new SplittableRandom(seed));
        int n = matrix.length;
        var tenfold = new double[n][n];
        var turned = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                tenfold[i][j] = 10 * matrix[i][j];
                turned[(i + 1) % n][(j + 1) % n] = matrix[i][j];
            }
        var found = by(Scale.ROW_OR_COLUMN_SUM, facts(matrix)).factors();
        var scaled = by(Scale.ROW_OR_COLUMN_SUM, facts(tenfold)).factors();
        var moved = by(Scale.ROW_OR_COLUMN_SUM, facts(turned)).factors();
        for (int i = 0; i < n; i++) {
            double size = Math.max(1, found.get(i).given());
            assertThat(scaled.get(i).given()).isCloseTo(found.get(i).given(), within(1e-11 * size));
            assertThat(moved.get((i + 1) % n).given()).isCloseTo(found.get(i).given(), within(1e-11 * size));
            assertThat(moved.get((i + 1) % n).weight()).isCloseTo(found.get(i).weight(), within(1e-12));
        }
    }

    @Test
    void a_spectral_radius_of_one_is_refused() {
        var even = facts(new double[][] {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}});
        assertThatThrownBy(() -> by(Scale.ROW_OR_COLUMN_SUM, even))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "elimination/F3/spectralRadiusBelowOne: it must hold that pivot > 0.000000001, but ")
                .hasMessageEndingWith(
                        "Influences that all add up alike have no finite total, and no factor stands out.");
        var rowsEven = facts(new double[][] {{0, 3, 0}, {3, 0, 0}, {0, 3, 0}});
        assertThatThrownBy(() -> by(Scale.ROW_SUM, rowsEven))
                .hasMessageEndingWith(
                        "Influences that all add up alike have no finite total: scale by row or column sum.");
        assertThat(by(Scale.ROW_OR_COLUMN_SUM, rowsEven).factors()).hasSize(3);
    }

    @Test
    void bad_judgements_are_reported_together() {
        assertThatThrownBy(() -> facts(new double[][] {{1, -2}, {Double.NaN, 0}}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("experts[0].influences[0][0] must be 0, but was 1. "
                        + "A factor has no direct influence on itself.")
                .hasMessageContaining("experts[0].influences[0][1] must be in [0, 1000000], but was -2. "
                        + "Judge the influence of F1 on F2 from 0, none, upwards.")
                .hasMessageContaining("experts[0].influences[1][0] must be in [0, 1000000], but was NaN.");
        assertThatThrownBy(() -> facts(new double[][] {{0, 1}, {0}}))
                .hasMessage("experts[0].influences does not fit: there are 2 factors. "
                        + "Give 2 lists of 2 judgements, the influence of each factor on each.");
        assertThatThrownBy(() -> new InfluenceFacts(List.of("a", "a"), new ArrayList<>()))
                .hasMessageContaining("factors[1] is used twice: a. Name each once.")
                .hasMessageContaining(
                        "experts must be 1 to 30, but was 0. Give the judgements of one expert at least.");
        assertThatThrownBy(() -> by(Scale.ROW_SUM, facts(new double[][] {{0, 0}, {0, 0}})))
                .hasMessage("someInfluence: it must hold that scale > 0, but 0 is not > 0. "
                        + "Judge at least one influence above 0.");
    }

    @Test
    void an_isolated_factor_weighs_nothing() {
        var found = by(Scale.ROW_SUM, facts(new double[][] {{0, 2, 0}, {1, 0, 0}, {0, 0, 0}}));
        assertThat(found.factors().get(2).weight()).isZero();
        assertThat(found.factors().get(2).role()).isEqualTo(Role.BALANCED);
    }

    @Test
    void the_largest_system_fits_a_sheet() {
        var matrix = new double[InfluenceFacts.MOST_FACTORS][InfluenceFacts.MOST_FACTORS];
        for (int i = 0; i < matrix.length; i++)
            for (int j = 0; j < matrix.length; j++) if (i != j) matrix[i][j] = (i * i + j * 3) % 7;
        var experts = new double[InfluenceFacts.MOST_EXPERTS][][];
        Arrays.fill(experts, matrix);
        assertThat(by(Scale.ROW_OR_COLUMN_SUM, facts(experts)).factors()).hasSize(InfluenceFacts.MOST_FACTORS);
    }
}
