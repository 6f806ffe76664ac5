package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits against certified and exact rational solutions, and against definitions written out by hand. */
class LeastSquaresTest {

    /** Digits that agree; the digits themselves where the expected number is 0. */
    private static double digits(double actual, double expected) {
        double error = Math.abs(actual - expected);
        if (error == 0) return 17;
        return -StrictMath.log10(expected == 0 ? error : error / Math.abs(expected));
    }

    /** One of the eleven linear sets of NIST, as published: certified values and data. */
    private record Nist(
            List<Double> coefficients, List<Double> errors, List<Double> statistics, List<List<Double>> data) {

        private static final Pattern CERTIFIED = Pattern.compile(" +B[0-9]+ +(\\S+) +(\\S+) *");

        private static final Pattern STATISTIC =
                Pattern.compile("^ +Standard Deviation +[0-9]|^ +R-Squared|^Residual +[0-9]");

        static Nist of(String name) {
            var coefficients = new ArrayList<Double>();
            var errors = new ArrayList<Double>();
            var statistics = new ArrayList<Double>();
            var data = new ArrayList<List<Double>>();
            int number = 0;
            for (var line : text(name).split("\n", -1)) {
                number++;
                var certified = CERTIFIED.matcher(line);
                var words = line.trim().split(" +");
                if (number <= 60 && certified.matches()) {
                    coefficients.add(Double.valueOf(certified.group(1)));
                    errors.add(Double.valueOf(certified.group(2)));
                } else if (STATISTIC.matcher(line).find()) {
                    statistics.add(Double.valueOf(words[line.startsWith("Res") ? 2 : words.length - 1]));
                } else if (number > 60 && !line.isBlank())
                    data.add(Arrays.stream(words).map(Double::valueOf).toList());
            }
            return new Nist(coefficients, errors, statistics, data);
        }

        private static String text(String name) {
            try (var in = LeastSquaresTest.class.getResourceAsStream("nist/" + name + ".dat")) {
                if (in == null) throw new AssertionError("no data " + name);
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double[] column(int j) {
            return data.stream().mapToDouble(row -> row.get(j)).toArray();
        }

        LeastSquares fit(boolean hasIntercept) {
            int n = data.size();
            var design = hasIntercept ? Design.withIntercept(n) : Design.of(n);
            int more = coefficients.size() - (hasIntercept ? 1 : 0);
            if (data.get(0).size() == 2) return LeastSquares.of(design.withPowers("x", more, column(1)), column(0));
            for (int j = 1; j <= more; j++) design = design.with("x" + j, column(j));
            return LeastSquares.of(design, column(0));
        }
    }

    /** NIST Statistical Reference Datasets, linear least squares; public domain. NIST gives 15 digits of each; the data are decimals, rounded to doubles. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Norris, true",
        "Pontius, true",
        "NoInt1, false",
        "NoInt2, false",
        "Filip, true",
        "Longley, true",
        "Wampler1, true",
        "Wampler2, true",
        "Wampler3, true",
        "Wampler4, true",
        "Wampler5, true"
    })
    void at_least_13_digits_of_what_nist_certifies(String name, boolean hasIntercept) {
        var set = Nist.of(name);
        var fit = set.fit(hasIntercept);
        assertThat(fit.coefficients()).hasSameSizeAs(set.coefficients);
        for (int j = 0; j < set.coefficients.size(); j++) {
            assertThat(digits(fit.coefficients().get(j), set.coefficients.get(j)))
                    .isGreaterThan(13);
            assertThat(digits(fit.standardErrors().get(j), set.errors.get(j))).isGreaterThan(13);
        }
        assertThat(set.statistics).hasSize(3);
        assertThat(digits(fit.residualDeviation(), set.statistics.get(0))).isGreaterThan(13);
        assertThat(digits(fit.rSquared().orElseThrow(), set.statistics.get(1))).isGreaterThan(13);
        assertThat(digits(fit.residualSumOfSquares(), set.statistics.get(2))).isGreaterThan(13);
    }

    // ---------------------------------------------------------------------------- exact rational solutions

    private static BigDecimal[] exact(double... values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static double[] filled(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }

    private static void assertExact(LeastSquares fit, ExactLeastSquares exact) {
        for (int j = 0; j < exact.coefficients.length; j++) {
            assertThat(digits(fit.coefficients().get(j), exact.coefficients[j]))
                    .as("coefficient %s", j)
                    .isGreaterThan(14);
            assertThat(digits(fit.standardErrors().get(j), exact.standardErrors[j]))
                    .as("error %s", j)
                    .isGreaterThan(14);
        }
        assertThat(digits(fit.residualSumOfSquares(), exact.residualSumOfSquares))
                .isGreaterThan(14);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void a_polynomial_of_degree_ten_like_filip(long seed) {
        var random = new SplittableRandom(seed);
        var x = filled(82, i -> -8.8 + 5.7 * random.nextDouble());
        var y = filled(82, i -> 0.8 + 0.1 * random.nextDouble());
        var columns = new BigDecimal[11][];
        columns[0] = exact(filled(82, i -> 1));
        for (int j = 1; j <= 10; j++) {
            int before = j - 1;
            var raw = exact(x);
            columns[j] = IntStream.range(0, 82)
                    .mapToObj(i -> columns[before][i].multiply(raw[i]))
                    .toArray(BigDecimal[]::new);
        }
        var fit = LeastSquares.of(Design.withIntercept(82).withPowers("x", 10, x), y);
        assertExact(fit, new ExactLeastSquares(columns, exact(y)));
        assertThat(fit.conditionNumber()).isBetween(1e9, 1e11);
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {6, 8, 10})
    void columns_like_hilberts(int p) {
        int n = p + 4;
        var random = new SplittableRandom(p);
        var y = filled(n, i -> random.nextDouble());
        var columns = new BigDecimal[p][];
        var design = Design.of(n);
        for (int j = 0; j < p; j++) {
            int column = j;
            var values = filled(n, i -> 1.0 / (1 + i + column));
            columns[j] = exact(values);
            design = design.with("1/" + j, values);
        }
        assertExact(LeastSquares.of(design, y, 1e-15), new ExactLeastSquares(columns, exact(y)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void years_and_trends_that_are_nearly_one_like_longley(long seed) {
        var random = new SplittableRandom(seed);
        int n = 24;
        var year = filled(n, i -> 1947 + i);
        var first = filled(n, i -> 1e5 + 7e3 * i + random.nextDouble());
        var second = filled(n, i -> 3 * first[i] - 2e4 * year[i] + 1e-3 * random.nextDouble());
        var y = filled(n, i -> 6e4 + 500 * i + 1e3 * random.nextDouble());
        var fit = LeastSquares.of(
                Design.withIntercept(n).with("year", year).with("first", first).with("second", second), y);
        var columns = new BigDecimal[][] {exact(filled(n, i -> 1)), exact(year), exact(first), exact(second)};
        assertExact(fit, new ExactLeastSquares(columns, exact(y)));
    }

    @Test
    void scale_of_columns_and_response_changes_no_digit() {
        var x = filled(9, i -> i * i + 0.25 * i);
        var y = filled(9, i -> StrictMath.sin(i));
        var fit = LeastSquares.of(Design.withIntercept(9).with("x", x), y);
        var large = LeastSquares.of(
                Design.withIntercept(9).with("x", filled(9, i -> x[i] * 0x1p300)), filled(9, i -> y[i] * 0x1p-200));
        assertThat(large.coefficient("x")).isEqualTo(fit.coefficient("x") * 0x1p-300 * 0x1p-200);
        assertThat(large.standardError("x")).isEqualTo(fit.standardError("x") * 0x1p-300 * 0x1p-200);
        assertThat(large.conditionNumber()).isCloseTo(fit.conditionNumber(), within(1e-12));
        assertThat(large.leverages()).isEqualTo(fit.leverages());
    }

    // ---------------------------------------------------------------------------------------- by definition

    /** 30 observations on an intercept and three columns, drawn anew by each seed. */
    private record Sample(double[][] columns, double[] y) {
        static Sample of(long seed) {
            var random = new SplittableRandom(seed);
            var columns = new double[3][];
            for (int j = 0; j < 3; j++) columns[j] = filled(30, i -> random.nextDouble(-1, 4));
            for (int i = 0; i < 30; i++) columns[2][i] += columns[1][i];
            return new Sample(
                    columns,
                    filled(
                            30,
                            i -> 2 + columns[0][i] - 0.5 * columns[2][i] + columns[0][i] * random.nextDouble(-1, 1)));
        }

        double[] row(int i) {
            return new double[] {1, columns[0][i], columns[1][i], columns[2][i]};
        }

        LeastSquares fit() {
            return fit(-1);
        }

        /** Without one observation. */
        LeastSquares fit(int out) {
            var rows = IntStream.range(0, 30).filter(i -> i != out).toArray();
            var design = Design.withIntercept(rows.length);
            for (int j = 0; j < 3; j++) design = design.with("x" + j, picked(columns[j], rows));
            return LeastSquares.of(design, picked(y, rows));
        }

        private static double[] picked(double[] values, int[] rows) {
            return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        }
    }

    static LongStream seeds() {
        return Seeds.of(30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void residuals_are_orthogonal_and_leverages_sum_to_the_columns(long seed) {
        var sample = Sample.of(seed);
        var fit = sample.fit();
        for (int j = 0; j < 4; j++) {
            double dot = 0;
            for (int i = 0; i < 30; i++) dot += fit.residuals().get(i) * sample.row(i)[j];
            assertThat(dot).isCloseTo(0, within(1e-12));
        }
        assertThat(fit.leverages().stream().mapToDouble(h -> h).sum()).isCloseTo(4, within(1e-12));
        double squares = 0;
        for (int i = 0; i < 30; i++) {
            var row = sample.row(i);
            assertThat(fit.predicted(row))
                    .isCloseTo(sample.y[i] - fit.residuals().get(i), within(1e-13));
            assertThat(fit.leverageAt(row)).isCloseTo(fit.leverages().get(i), within(1e-13));
            assertThat(fit.predictionError(row))
                    .isCloseTo(
                            fit.residualDeviation()
                                    * Math.sqrt(1 + fit.leverages().get(i)),
                            within(1e-13));
            squares += fit.residuals().get(i) * fit.residuals().get(i);
        }
        assertThat(fit.residualSumOfSquares()).isCloseTo(squares, within(1e-12));
        assertThat(fit.residualDeviation()).isCloseTo(Math.sqrt(squares / 26), within(1e-12));
        double mean = Arrays.stream(sample.y).sum() / 30;
        double total = Arrays.stream(sample.y).map(v -> (v - mean) * (v - mean)).sum();
        assertThat(fit.rSquared().orElseThrow()).isCloseTo(1 - squares / total, within(1e-12));
        assertThat(fit.adjustedRSquared().orElseThrow()).isCloseTo(1 - squares / 26 / (total / 29), within(1e-12));
        assertThat(fit.observations()).isEqualTo(30);
        assertThat(fit.degreesOfFreedom()).isEqualTo(26);
        assertThat(fit.rankTolerance()).isEqualTo(LeastSquares.RANK_TOLERANCE);
        assertThat(fit.names()).containsExactly("intercept", "x0", "x1", "x2");
    }

    /** Frisch, Waugh, Lovell: what a column adds is its part that the others do not explain. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void errors_correlations_and_inflation_by_auxiliary_regressions(long seed) {
        var sample = Sample.of(seed);
        var fit = sample.fit();
        var own = LeastSquares.of(
                Design.withIntercept(30).with("x1", sample.columns[1]).with("x2", sample.columns[2]),
                sample.columns[0]);
        double part = own.residualSumOfSquares();
        double coefficient = 0;
        double hc1 = 0;
        double hc3 = 0;
        for (int i = 0; i < 30; i++) {
            double z = own.residuals().get(i) / part;
            double e = fit.residuals().get(i);
            double h = fit.leverages().get(i);
            coefficient += z * sample.y[i];
            hc1 += z * z * e * e * 30 / 26;
            hc3 += z * z * e * e / ((1 - h) * (1 - h));
        }
        assertThat(fit.coefficient("x0")).isCloseTo(coefficient, within(1e-12));
        assertThat(fit.standardError("x0")).isCloseTo(fit.residualDeviation() / Math.sqrt(part), within(1e-12));
        assertThat(fit.robustErrors(LeastSquares.Robust.HC1).get(1)).isCloseTo(Math.sqrt(hc1), within(1e-12));
        assertThat(fit.robustErrors(LeastSquares.Robust.HC3).get(1)).isCloseTo(Math.sqrt(hc3), within(1e-12));
        assertThat(fit.varianceInflation("x0"))
                .isCloseTo(1 / (1 - own.rSquared().orElseThrow()), within(1e-10));
        // the coefficient of a sum of columns: Var(b0 + b1) by fitting x0 and x1 − x0
        var turned = LeastSquares.of(
                Design.withIntercept(30)
                        .with("x0", sample.columns[0])
                        .with("x1", filled(30, i -> sample.columns[1][i] - sample.columns[0][i]))
                        .with("x2", sample.columns[2]),
                sample.y);
        double variance = turned.standardError("x0") * turned.standardError("x0");
        assertThat(fit.covariance(1, 1) + 2 * fit.covariance(1, 2) + fit.covariance(2, 2))
                .isCloseTo(variance, within(1e-12));
        assertThat(fit.correlation(1, 2) * fit.standardError("x0") * fit.standardError("x1"))
                .isCloseTo(fit.covariance(1, 2), within(1e-14));
        assertThat(fit.standardErrors().get(2)).isEqualTo(fit.standardError("x1"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cooks_distance_is_what_leaving_an_observation_out_moves(long seed) {
        var sample = Sample.of(seed);
        var fit = sample.fit();
        for (int out = 0; out < 30; out += 7) {
            var without = sample.fit(out);
            double moved = 0;
            for (int i = 0; i < 30; i++) {
                double d = fit.predicted(sample.row(i)) - without.predicted(sample.row(i));
                moved += d * d;
            }
            double s = fit.residualDeviation();
            assertThat(fit.cooksDistances().get(out)).isCloseTo(moved / (4 * s * s), within(1e-11));
        }
    }

    @Test
    void the_condition_of_two_columns_follows_from_their_angle() {
        // unit vectors at an angle of cosine 0.6, stretched: √((1 + 0.6) / (1 − 0.6)) = 2
        var fit = LeastSquares.of(Design.of(3).with("a", 7, 0, 0).with("b", 0.3, 0.4, 0), 1, 2, 3);
        assertThat(fit.conditionNumber()).isCloseTo(2, within(1e-14));
        assertThat(fit.varianceInflation("b")).isCloseTo(1 / (1 - 0.36), within(1e-14));
        assertThat(fit.correlation(0, 1)).isCloseTo(-0.6, within(1e-14));
    }

    @Test
    void without_an_intercept_r_squared_is_uncentered() {
        var fit = LeastSquares.of(Design.of(4).with("x", 1, 2, 3, 4), 3, 5, 7, 9);
        // b = 70/30, Σe² = 164 − 70²/30
        assertThat(fit.coefficient("x")).isCloseTo(7.0 / 3, within(1e-15));
        assertThat(fit.rSquared().orElseThrow()).isCloseTo(4900.0 / 30 / 164, within(1e-15));
        assertThat(fit.adjustedRSquared().orElseThrow())
                .isCloseTo(1 - (164 - 4900.0 / 30) / 3 / (164.0 / 4), within(1e-15));
    }

    @Test
    void a_response_that_does_not_vary_has_no_r_squared() {
        var fit = LeastSquares.of(Design.withIntercept(4).with("x", 1, 2, 3, 5), 7, 7, 7, 7);
        assertThat(fit.rSquared()).isEmpty();
        assertThat(fit.adjustedRSquared()).isEmpty();
        assertThat(fit.coefficient("intercept")).isCloseTo(7, within(1e-15));
        assertThat(fit.residualSumOfSquares()).isLessThan(1e-50);
        var zero = LeastSquares.of(Design.of(2).with("x", 1, 2), 0, 0);
        assertThat(zero.rSquared()).isEmpty();
        assertThat(zero.residualSumOfSquares()).isZero();
        assertThat(zero.cooksDistances()).containsExactly(0.0, 0.0);
    }

    @Test
    void an_observation_with_a_column_of_its_own() {
        var fit = LeastSquares.of(
                Design.withIntercept(5).with("x", 1, 2, 3, 4, 5).with("own", 0, 0, 1, 0, 0), 1, 3, 9, 4, 6);
        assertThat(fit.leverages().get(2)).isCloseTo(1, within(1e-15));
        assertThat(fit.residuals().get(2)).isCloseTo(0, within(1e-15));
        assertThat(fit.cooksDistances().get(2)).isZero();
        assertThat(fit.cooksDistances().get(0)).isPositive();
        assertThat(fit.robustErrors(LeastSquares.Robust.HC1)).allMatch(e -> e > 0);
        assertThatThrownBy(() -> fit.robustErrors(LeastSquares.Robust.HC3))
                .hasMessage("observation 2 is not valid: a column fits it alone, so that its scatter cannot be told."
                        + " Leave the column out, or take HC1.");
    }

    // ------------------------------------------------------------------------------------------- bad input

    @Test
    void columns_that_determine_each_other_are_named_never_dropped() {
        var design = Design.withIntercept(6)
                .with("zero", 0, 0, 0, 0, 0, 0)
                .with("a", 1, 0, 0, 1, 0, 0)
                .with("five", 5, 5, 5, 5, 5, 5)
                .with("b", 0, 1, 0, 0, 1, 0)
                .with("c", 0, 0, 1, 0, 0, 1)
                .with("x", 1, 2, 3, 4, 5, 7)
                .with("tenth", 0.1, 0.2, 0.3, 0.4, 0.5, 0.7);
        assertThat(design.dependencies(LeastSquares.RANK_TOLERANCE))
                .containsExactly(
                        new Design.Dependency("zero", List.of()),
                        new Design.Dependency("five", List.of("intercept")),
                        new Design.Dependency("c", List.of("intercept", "a", "b")),
                        new Design.Dependency("tenth", List.of("x")));
        var tall = Design.withIntercept(12);
        for (var name : List.of("zero", "a", "b", "c", "x")) {
            int at = design.names().indexOf(name);
            tall = tall.with(name, filled(12, i -> design.column(at).value(i % 6)));
        }
        var broken = tall.with("five", filled(12, i -> 5));
        assertThatThrownBy(() -> LeastSquares.of(broken, new double[12]))
                .hasMessage(
                        "design is not valid: zero is zero throughout; c follows from intercept, a, b; five is constant."
                                + " Leave a column out; its effect cannot be told from the others'.");
    }

    @Test
    void the_tolerance_decides_what_is_dependent() {
        var x = filled(8, i -> 1e6 + i);
        var nearly = filled(8, i -> 2 * x[i] + (i == 3 ? 1e-3 : 0));
        var design = Design.withIntercept(8).with("x", x).with("nearly", nearly);
        assertThat(design.dependencies(1e-12)).isEmpty();
        assertThat(design.dependencies(1e-9))
                .extracting(Design.Dependency::column)
                .containsExactly("nearly");
        assertThat(LeastSquares.of(design, x, 1e-11).rankTolerance()).isEqualTo(1e-11);
        assertThatThrownBy(() -> LeastSquares.of(design, x, 1e-9)).hasMessageContaining("nearly follows from");
    }

    @Test
    void too_few_rows_wrong_lengths_and_numbers_that_are_none() {
        assertThatThrownBy(() -> LeastSquares.of(Design.withIntercept(2).with("x", 1, 2), 1, 2))
                .hasMessage("observations must be more than the 2 columns, but was 2."
                        + " Give more observations or fewer columns.");
        assertThatThrownBy(() -> LeastSquares.of(Design.of(3), 1, 2, 3)).hasMessageContaining("the 0 columns");
        assertThatThrownBy(() -> Design.of(0)).hasMessageContaining("rows must be at least 1, but was 0");
        assertThatThrownBy(() -> LeastSquares.of(Design.withIntercept(3), 1, 2))
                .hasMessageContaining("response must be one per row, 3, but was 2");
        assertThatThrownBy(() -> LeastSquares.of(Design.withIntercept(3), 1, Double.NaN, -2e150))
                .hasMessageContaining("response[1] must be finite, at most 1e150, but was NaN")
                .hasMessageContaining("response[2]");
        assertThat(LeastSquares.of(Design.withIntercept(2), 1e150, 1e150).coefficients())
                .containsExactly(1e150);
        assertThatThrownBy(() -> Design.of(2).with("x", 1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("x[1] must be finite");
        assertThatThrownBy(() -> Design.of(2).with("x", 1, 2, 3))
                .hasMessageContaining("x does not fit: it has 3 numbers but the design has 2 rows");
        assertThatThrownBy(() -> Design.withIntercept(2).with("intercept", 1, 2))
                .hasMessageContaining("column is used twice: intercept");
        assertThatThrownBy(() -> LeastSquares.of(Design.withIntercept(3), new double[3], 1.5))
                .hasMessageContaining("rankTolerance");
        var fit = LeastSquares.of(Design.withIntercept(3), 1, 2, 4);
        assertThatThrownBy(() -> fit.coefficient("x"))
                .hasMessage("column names x, which is not known. Name one of intercept.");
        assertThatThrownBy(() -> fit.varianceInflation("intercept")).hasMessageContaining("no variance to inflate");
        assertThatThrownBy(() -> fit.predicted(1, 2)).hasMessageContaining("row must be one number per column, 1");
        assertThat(fit.predicted(1)).isCloseTo(7.0 / 3, within(1e-15));
    }

    @Test
    void designs_are_not_changed_by_what_is_added() {
        var values = new double[] {1, 2, 3};
        var design = Design.withIntercept(3);
        var more = design.withPowers("x", 3, values);
        values[0] = 99;
        assertThat(design.names()).containsExactly("intercept");
        assertThat(design.hasIntercept()).isTrue();
        assertThat(Design.of(3).hasIntercept()).isFalse();
        assertThat(more.names()).containsExactly("intercept", "x", "x^2", "x^3");
        assertThat(more.column(3).values()).containsExactly(1, 8, 27);
        assertThat(more.rows()).isEqualTo(3);
    }

    // ------------------------------------------------------------------------------------------------ pairs

    private static BigDecimal decimal(Pair pair) {
        return new BigDecimal(pair.high()).add(new BigDecimal(pair.low()));
    }

    private static Pair any(SplittableRandom random) {
        double high = random.nextDouble(-1, 1) * StrictMath.pow(2, random.nextInt(-40, 40));
        return new Pair(high, high * 0x1p-54 * random.nextDouble(-1, 1));
    }

    private static void assertPair(Pair actual, BigDecimal expected) {
        var error = decimal(actual).subtract(expected).abs();
        assertThat(error).isLessThanOrEqualTo(expected.abs().multiply(new BigDecimal(0x1p-100)));
        assertThat(actual.high() + actual.low()).isEqualTo(actual.high());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pairs_carry_30_digits(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            var a = any(random);
            var b = any(random);
            assertPair(a.times(b), decimal(a).multiply(decimal(b)));
            assertPair(a.dividedBy(b), decimal(a).divide(decimal(b), Decimals.CONTEXT));
            if (a.high() * b.high() > 0) assertPair(a.plus(b), decimal(a).add(decimal(b)));
            else assertPair(a.minus(b), decimal(a).subtract(decimal(b)));
            assertPair(a.abs().sqrt(), decimal(a).abs().sqrt(Decimals.CONTEXT));
            assertThat(a.negated()).isEqualTo(new Pair(-a.high(), -a.low()));
            assertThat(a.abs().high()).isEqualTo(Math.abs(a.high()));
        }
        assertThat(Pair.ZERO.sqrt()).isEqualTo(Pair.ZERO);
    }

    @Test
    void dot_products_keep_what_cancels() {
        var a = PairVector.of(1e12, 1, -1e12, 3);
        var b = PairVector.of(1e12, 0.5, 1e12, 2);
        assertThat(a.dot(b, 0).value()).isEqualTo(6.5);
        assertThat(a.dot(b, 1).value()).isEqualTo(-1e24 + 6.5);
        var sum = PairVector.of(1, 1);
        sum.addTimes(Pair.of(1e-25), PairVector.of(1, 1), 1);
        sum.addTimes(Pair.of(-1), PairVector.of(1, 1), 0);
        assertThat(sum.values()).containsExactly(0, 1e-25);
        assertThat(PairVector.of(-3, 2).greatest()).isEqualTo(3);
        assertThat(PairVector.of(-3, 2).scaled(-1).values()).containsExactly(-1.5, 1);
    }
}
