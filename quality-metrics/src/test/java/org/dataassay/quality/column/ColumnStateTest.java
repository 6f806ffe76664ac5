package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.error.Plain;
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

        var whole = profile(run(cells, 0));
        int a = random.nextInt(cells.size() + 1);
        int b = a + random.nextInt(cells.size() - a + 1);
        var left = run(cells.subList(0, a), 0);
        left.merge(run(cells.subList(a, b), 1));
        left.merge(run(cells.subList(b, cells.size()), 2));
        assertSame(profile(left), whole);

        var right = run(cells.subList(a, b), 1);
        right.merge(run(cells.subList(b, cells.size()), 2));
        var first = run(cells.subList(0, a), 0);
        first.merge(right);
        assertSame(profile(first), whole);

        var last = run(cells.subList(b, cells.size()), 0);
        last.merge(run(cells.subList(0, b), 1));
        assertSame(profile(last), whole);

        var counts = new HashMap<String, Long>();
        for (var text : cells) if (!MISSING.isMissing(Utf8.of(text))) counts.merge(text, 1L, Long::sum);
        if (whole.distinctExact()) assertThat(whole.distinct()).isEqualTo(counts.size());
        else assertThat((double) whole.distinct()).isCloseTo(counts.size(), within(0.03 * counts.size()));
        for (var profile : List.of(whole, profile(first))) {
            for (var value : profile.frequent())
                assertThat(counts.get(value.value())).isBetween(value.count(), value.atMost());
        }
    }

    /** Everything alike that does not depend on the cut; with few enough different values that is all. */
    private static void assertSame(ColumnProfile found, ColumnProfile expected) {
        if (expected.distinctExact()) {
            assertThat(found).isEqualTo(expected);
            return;
        }
        assertThat(found.distinct()).isEqualTo(expected.distinct());
        assertThat(found.numbers()).isEqualTo(expected.numbers());
        assertThat(List.of(
                        found.rows(),
                        found.missing(),
                        found.kinds(),
                        found.lengths(),
                        found.smallest(),
                        found.largest(),
                        found.type()))
                .isEqualTo(List.of(
                        expected.rows(),
                        expected.missing(),
                        expected.kinds(),
                        expected.lengths(),
                        expected.smallest(),
                        expected.largest(),
                        expected.type()));
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
            var profile = profile(
                    run(IntStream.range(0, n).mapToObj(i -> "value " + i).toList(), 0));
            assertThat(profile.distinctExact()).isFalse();
            assertThat(profile.distinct()).isBetween(4_097L, (long) n);
            assertThat((double) profile.distinct()).isCloseTo(n, within(0.02 * n));
            assertThat(profile.frequent()).isEmpty();
            assertThat(profile.masks()).extracting(ColumnProfile.Mask::mask).contains("a 9999");
        }
    }

    @Test
    void aDirtyNumericColumnStaysNumeric() {
        var cells = new ArrayList<String>();
        for (int i = 0; i < 97; i++) cells.add(Integer.toString(i));
        cells.addAll(List.of("ten", "3.5", "4.5"));
        var profile = profile(run(cells, 0));
        assertThat(profile.type()).contains(new ColumnProfile.InferredType(ValueKind.INTEGER, 0.97, 3));
        assertThat(profile.numbers().orElseThrow().count()).isEqualTo(99);
    }

    @Test
    void nothingIsSaidOfAColumnWithoutValues() {
        var profile = profile(run(List.of("", " ", "n/a"), 0));
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
        var numbers = profile(run(cells, 0)).numbers().orElseThrow();
        assertThat(numbers.mean()).isEqualTo(10_000_000.2);
        assertThat(numbers.standardDeviation().orElseThrow())
                .isCloseTo(0.1, within(1e-8)); // the decimals are not doubles
    }

    @Test
    void skewnessAndDistancesFromTheMedianByHand() {
        var numbers =
                profile(run(List.of("1", "2", "3", "10", "x", ""), 0)).numbers().orElseThrow();
        // mean 4, m₂ = (9 + 4 + 1 + 36)/4 = 12.5, m₃ = (−27 − 8 − 1 + 216)/4 = 45, G₁ = √12/2 · 45/12.5^1.5
        assertThat(numbers.skewness().orElseThrow())
                .isCloseTo(Math.sqrt(12) / 2 * 45 / Math.pow(12.5, 1.5), within(1e-15));
        assertThat(numbers.median()).isEqualTo(2);
        assertThat(numbers.medianAbsoluteDeviation()).hasValue(1);
        assertThat(numbers.histogram())
                .containsExactly(
                        new NumberSummary.Bin(1, 2, 1),
                        new NumberSummary.Bin(2, 5, 2),
                        new NumberSummary.Bin(10, 20, 1));
        assertThat(profile(run(List.of("5", "5", "5"), 0))
                        .numbers()
                        .orElseThrow()
                        .skewness())
                .isEmpty();
    }

    @Test
    void quantilesOfManyNumbersAreSketchedWithinTheirError() {
        var random = new SplittableRandom(8);
        var cells = random.doubles(150_000)
                .mapToObj(x -> Plain.of(Math.rint(x * 1e12) / 1e9))
                .toList();
        var numbers = profile(run(cells, 0)).numbers().orElseThrow();
        assertThat(numbers.rankError()).isBetween(1e-5, 5e-3);
        var sorted = cells.stream().mapToDouble(Double::parseDouble).sorted().toArray();
        for (var q : numbers.quantiles()) {
            int rank = Arrays.binarySearch(sorted, q.value());
            assertThat(rank / 150_000.0).isCloseTo(q.probability(), within(numbers.rankError() + 1e-5));
        }
        assertThat(numbers.medianAbsoluteDeviation().orElseThrow())
                .isCloseTo(250, within(1000 * 3 * numbers.rankError() + 5));
    }

    @Test
    void sumsOfPowersAreExact() {
        var sum = ExactSum.ofPower(1);
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
        for (int power = 1; power <= 3; power++) {
            var sum = ExactSum.ofPower(power);
            var other = ExactSum.ofPower(power);
            var expected = BigDecimal.ZERO;
            for (int i = 0; i < 40; i++) {
                double x = random.nextBoolean()
                        ? Double.longBitsToDouble(random.nextLong())
                        : random.nextInt(2000) / 100.0 - 10;
                if (!Double.isFinite(x)) continue;
                long times = random.nextInt(3) == 0 ? random.nextLong(1, 1L << 40) : 1 + random.nextInt(5);
                (i % 3 == 0 ? other : sum).add(x, times);
                expected = expected.add(new BigDecimal(x).pow(power).multiply(BigDecimal.valueOf(times)));
            }
            sum.merge(other);
            assertThat(sum.value()).isEqualByComparingTo(expected);
            var out = new StateBytes.Writer('T');
            sum.write(out);
            var read = ExactSum.ofPower(power);
            read.read(new StateBytes.Reader("sum", 'T', out.bytes()));
            assertThat(read.value()).isEqualTo(sum.value());
        }
    }

    private static ProfileRun run(List<String> cells, long part) {
        var run = ProfileRun.startPart(ProfileOptions.standard(), List.of("x"), LocalDate.of(2025, 12, 31), part);
        try (var table =
                TableSource.of("t", List.of("x"), cells.stream().map(List::of).toList())) {
            while (table.advance()) run.add(table.row());
        }
        return run;
    }

    private static ColumnProfile profile(ProfileRun run) {
        return run.profile("t", "", RejectedRows.NONE, List.of(), 1).columns().get(0);
    }
}
