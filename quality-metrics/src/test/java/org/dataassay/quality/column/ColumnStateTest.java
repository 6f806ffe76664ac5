package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnStateTest {

    private static final MissingValues.Matcher MISSING =
            MissingValues.standard().matcher();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theWholeIsTheMergeOfItsPartsInAnyGrouping(int seed) {
        var random = new SplittableRandom(seed);
        int different = seed % 4 == 0 ? 9_000 : 1 + random.nextInt(500);
        var cells = new ArrayList<String>();
        for (int i = random.nextInt(seed % 4 == 0 ? 20_000 : 800); i >= 0; i--) cells.add(cell(random, different));

        var whole = state(cells).profile(10);
        int a = random.nextInt(cells.size() + 1);
        int b = a + random.nextInt(cells.size() - a + 1);
        var left = state(cells.subList(0, a));
        left.merge(state(cells.subList(a, b)));
        left.merge(state(cells.subList(b, cells.size())));
        assertThat(left.profile(10)).as("(a + b) + c").isEqualTo(whole);

        var right = state(cells.subList(a, b));
        right.merge(state(cells.subList(b, cells.size())));
        var first = state(cells.subList(0, a));
        first.merge(right);
        assertThat(first.profile(10)).as("a + (b + c)").isEqualTo(whole);

        var last = state(cells.subList(b, cells.size()));
        last.merge(state(cells.subList(0, b)));
        assertThat(last.profile(10)).as("c + ab").isEqualTo(whole);

        var shared = whole.rows() == cells.size() ? new HashSet<>(cells) : new HashSet<String>();
        shared.removeIf(text -> MISSING.isMissing(Utf8.of(text)));
        if (whole.distinctExact()) assertThat(whole.distinct()).isEqualTo(shared.size());
        else assertThat((double) whole.distinct()).isCloseTo(shared.size(), within(0.03 * shared.size()));
    }

    private static String cell(SplittableRandom random, int different) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> random.nextBoolean() ? "N/A" : "  ";
            case 2 -> "text " + random.nextInt(different);
            case 3 -> BigDecimal.valueOf(random.nextInt(different), 2).toString();
            case 4 -> "1e" + random.nextInt(-300, 300);
            default -> Integer.toString(random.nextInt(different) - different / 2);
        };
    }

    @Test
    void anEstimateIsNeverAboveTheNumberOfValues() {
        for (int n : List.of(4_097, 4_200, 10_000)) {
            var state = new ColumnState("x", MISSING);
            for (int i = 0; i < n; i++) state.add(Utf8.of("value " + i));
            var profile = state.profile(10);
            assertThat(profile.distinctExact()).isFalse();
            assertThat(profile.distinct()).isBetween(4_097L, (long) n);
            assertThat((double) profile.distinct()).isCloseTo(n, within(0.02 * n));
            assertThat(profile.frequent()).isEmpty();
        }
    }

    @Test
    void aDirtyNumericColumnStaysNumeric() {
        var cells = new ArrayList<String>();
        for (int i = 0; i < 97; i++) cells.add(Integer.toString(i));
        cells.addAll(List.of("ten", "3.5", "4.5"));
        var profile = state(cells).profile(3);
        assertThat(profile.type()).contains(new ColumnProfile.InferredType(ValueKind.INTEGER, 0.97));
        assertThat(profile.numbers().orElseThrow().count()).isEqualTo(99);
    }

    @Test
    void nothingIsSaidOfAColumnWithoutValues() {
        var profile = state(List.of("", " ", "n/a")).profile(10);
        assertThat(profile.valued()).isZero();
        assertThat(profile.missing()).isEqualTo(3);
        assertThat(profile.type()).isEmpty();
        assertThat(profile.smallest()).isEmpty();
        assertThat(profile.lengths()).isEmpty();
        assertThat(profile.numbers()).isEmpty();
    }

    /** NIST StRD, univariate summary statistics, NumAcc4: certified mean 10000000.2 and standard deviation 0.1 (exactly, n = 1001). */
    @Test
    void certifiedMeanAndStandardDeviation() {
        var cells = new ArrayList<String>(List.of("10000000.2"));
        for (int i = 0; i < 500; i++) cells.addAll(List.of("10000000.1", "10000000.3"));
        var numbers = state(cells).profile(0).numbers().orElseThrow();
        assertThat(numbers.mean()).isEqualTo(10_000_000.2);
        assertThat(numbers.standardDeviation().orElseThrow())
                .isCloseTo(0.1, within(1e-8)); // the decimals are not doubles
    }

    @Test
    void sumsAreExact() {
        var sum = new ExactSum();
        for (double x : new double[] {1e100, 1, -1e100, 0.1, Double.MIN_VALUE, Double.MAX_VALUE}) sum.add(x, 1);
        sum.add(-Double.MAX_VALUE, 1);
        sum.add(2.5, 1_000_000_000_000L);
        assertThat(sum.value())
                .isEqualByComparingTo(BigDecimal.ONE
                        .add(new BigDecimal(0.1))
                        .add(new BigDecimal(Double.MIN_VALUE))
                        .add(BigDecimal.valueOf(2_500_000_000_000L)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsAreThoseOfBigDecimal(int seed) {
        var random = new SplittableRandom(seed);
        var sum = new ExactSum();
        var squares = new ExactSum();
        var expected = BigDecimal.ZERO;
        var expectedSquares = BigDecimal.ZERO;
        for (int i = 0; i < 40; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(x)) continue;
            long times = random.nextInt(3) == 0 ? random.nextLong(1, 1L << 40) : 1;
            sum.add(x, times);
            squares.addSquare(x, times);
            var exact = new BigDecimal(x);
            expected = expected.add(exact.multiply(BigDecimal.valueOf(times)));
            expectedSquares = expectedSquares.add(exact.multiply(exact).multiply(BigDecimal.valueOf(times)));
        }
        assertThat(sum.value()).isEqualByComparingTo(expected);
        assertThat(squares.value()).isEqualByComparingTo(expectedSquares);
    }

    private static ColumnState state(List<String> cells) {
        var state = new ColumnState("x", MISSING);
        cells.forEach(text -> state.add(Utf8.of(text)));
        return state;
    }
}
