package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.column.Histogram.Bin;
import org.dataassay.quality.rule.internal.StoredStates;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistogramTest {

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNumberIsInItsBinAndAnyCutGivesTheSameBytes(int seed) {
        var random = new SplittableRandom(seed);
        var whole = new Histogram();
        var parts = List.of(new Histogram(), new Histogram(), new Histogram());
        for (int i = 0; i < 2_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (i % 4 == 0) x = random.nextInt(-20, 20);
            if (!Double.isFinite(x)) continue;
            whole.add(x, 1);
            parts.get(random.nextInt(3)).add(x, 1);
            var alone = new Histogram();
            alone.add(x, 5);
            var bin = alone.bins().get(0);
            assertThat(bin.count()).isEqualTo(5);
            assertThat(x).isBetween(bin.from(), bin.to());
            if (x > 0 && bin.to() != Double.MAX_VALUE) assertThat(x).isLessThan(bin.to());
            if (x < 0 && bin.from() != -Double.MAX_VALUE) assertThat(x).isGreaterThan(bin.from());
        }
        var left = new Histogram();
        for (var part : parts) left.merge(part);
        var right = new Histogram();
        for (int i = 2; i >= 0; i--) right.merge(parts.get(i));
        assertThat(left.toBytes()).isEqualTo(whole.toBytes());
        assertThat(right.toBytes()).isEqualTo(whole.toBytes());
        assertThat(whole.bins().stream().mapToLong(Bin::count).sum()).isEqualTo(whole.count());
        var read = Histogram.fromBytes(whole.toBytes());
        assertThat(read.bins()).isEqualTo(whole.bins());
        assertThat(read.count()).isEqualTo(whole.count());
        assertThat(read.toBytes()).isEqualTo(whole.toBytes());
    }

    @Test
    void stepsBelongToTheBinThatBeginsThere() {
        var histogram = new Histogram();
        for (double x : new double[] {0.1, 0.3, 1, 1.99, 2, 5, 9.99, 10, -1, -1.5, -2, 0, -0.0}) histogram.add(x, 1);
        assertThat(histogram.bins())
                .containsExactly(
                        new Bin(-5, -2, 1),
                        new Bin(-2, -1, 2),
                        new Bin(0, 0, 2),
                        new Bin(0.1, 0.2, 1),
                        new Bin(0.2, 0.5, 1),
                        new Bin(1, 2, 2),
                        new Bin(2, 5, 1),
                        new Bin(5, 10, 2),
                        new Bin(10, 20, 1));
    }

    @Test
    void theEndsOfTheDoubles() {
        var histogram = new Histogram();
        for (double x : new double[] {Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE})
            histogram.add(x, 1);
        assertThat(histogram.bins()).hasSize(4);
        assertThat(histogram.bins().get(3)).isEqualTo(new Bin(1e308, Double.MAX_VALUE, 1));
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY})
            assertThatThrownBy(() -> histogram.add(x, 1)).isInstanceOf(InvalidInputException.class);
        assertThat(histogram.count()).isEqualTo(4);
    }

    @Test
    void hostileBytesAreRefused() {
        var histogram = new Histogram();
        for (int i = -500; i < 500; i++) histogram.add(i, 3);
        StoredStates.refuse(histogram.toBytes(), Histogram::fromBytes);
        StoredStates.refuse(new Histogram().toBytes(), Histogram::fromBytes);
    }
}
