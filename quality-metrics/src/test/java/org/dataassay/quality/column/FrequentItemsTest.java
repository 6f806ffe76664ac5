package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.rule.internal.StoredStates;
import org.dataassay.quality.source.Utf8;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrequentItemsTest {

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upTo4096TextsAnyCutAndAnyOrderGiveTheExactCounts(int seed) {
        var random = new SplittableRandom(seed);
        var texts = texts(random, 1 + random.nextInt(8_000), 1 + random.nextInt(4_096), seed % 2 == 0);
        var whole = of(texts);
        int a = random.nextInt(texts.length + 1);
        int b = a + random.nextInt(texts.length - a + 1);
        var first = of(Arrays.copyOf(texts, a));
        var second = of(Arrays.copyOfRange(texts, a, b));
        var third = of(Arrays.copyOfRange(texts, b, texts.length));
        var last = of(Arrays.copyOfRange(texts, b, texts.length));
        last.merge(second);
        last.merge(first);
        second.merge(third);
        first.merge(second);
        assertThat(first.toBytes()).isEqualTo(whole.toBytes());
        assertThat(last.toBytes()).isEqualTo(whole.toBytes());
        assertThat(whole.isExact()).isTrue();
        var expected = counts(texts).entrySet().stream()
                .map(e -> new Known(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(Known::count)
                        .reversed()
                        .thenComparing(k -> Utf8.of(k.text()), Utf8::compareBytes))
                .toList();
        assertThat(first.top(Integer.MAX_VALUE).stream()
                        .map(i -> new Known(i.value().toString(), i.atLeast()))
                        .toList())
                .isEqualTo(expected);
    }

    private record Known(String text, long count) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBoundsHoldForAnyCutWhenThereAreMoreTexts(int seed) {
        var random = new SplittableRandom(seed);
        int n = 10_000 + random.nextInt(60_000);
        var texts = texts(random, n, 20_000, true);
        if (seed % 5 == 0) Arrays.sort(texts);
        var state = new FrequentItems();
        for (int from = 0; from < n; ) {
            int to = seed % 3 == 0 ? n : Math.min(n, from + 1 + random.nextInt(n / 2));
            var part = of(Arrays.copyOfRange(texts, from, to));
            if (from == 0) state = part;
            else state.merge(part);
            from = to;
        }
        assertThat(state.isExact()).isFalse();
        assertThat(state.error()).isLessThanOrEqualTo(n / (FrequentItems.KEPT + 1));
        var counts = counts(texts);
        var listed = state.top(Integer.MAX_VALUE);
        assertThat(listed.size()).isLessThanOrEqualTo(FrequentItems.EXACT_VALUES);
        for (var item : listed) {
            long count = Objects.requireNonNull(counts.remove(item.value().toString()));
            assertThat(count).isBetween(item.atLeast(), item.atMost());
            assertThat(item.atMost() - item.atLeast()).isEqualTo(state.error());
        }
        for (long count : counts.values()) assertThat(count).isLessThanOrEqualTo(state.error());
        var read = FrequentItems.fromBytes(state.toBytes());
        assertThat(read.toBytes()).isEqualTo(state.toBytes());
        for (var text : texts) {
            add(read, text);
            add(state, text);
        }
        assertThat(read.toBytes()).as("a stored state goes on as the other").isEqualTo(state.toBytes());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twoPartsMayChangePlaces(int seed) {
        var random = new SplittableRandom(seed);
        var a = texts(random, 9_000, 12_000, true);
        var b = texts(random, 7_000, 12_000, false);
        var ab = of(a);
        ab.merge(of(b));
        var ba = of(b);
        ba.merge(of(a));
        assertThat(ab.toBytes()).isEqualTo(ba.toBytes());
    }

    @Test
    void aColumnOfKeysListsOnlyWhatMayBeFrequent() {
        var state = new FrequentItems();
        int n = 300_000;
        for (int i = 0; i < n; i++) {
            add(state, "key " + i);
            if (i % 1_000 == 0) add(state, "重复");
        }
        var first = state.top(1).get(0);
        assertThat(first.value()).hasToString("重复");
        assertThat(first.atLeast()).isLessThanOrEqualTo(300);
        assertThat(first.atMost()).isGreaterThanOrEqualTo(300);
        assertThat(state.error()).isLessThanOrEqualTo(147);
    }

    @Test
    void aConstantColumnAndAnEmptyOne() {
        var state = new FrequentItems();
        assertThat(state.top(5)).isEmpty();
        state.add(Utf8.of(""), Utf8.of("").hash(), 1L << 40);
        assertThat(state.top(5))
                .singleElement()
                .satisfies(i -> assertThat(i.atLeast()).isEqualTo(1L << 40).isEqualTo(i.atMost()));
    }

    @Test
    void longTextsAreCountedTogether() {
        var state = new FrequentItems();
        add(state, "x".repeat(256));
        add(state, "x".repeat(257));
        add(state, "x".repeat(100_000));
        assertThat(state.tooLong()).isEqualTo(2);
        assertThat(state.total()).isEqualTo(3);
        assertThat(state.top(5)).hasSize(1);
    }

    @Test
    void aPartMergedWithItselfIsTwiceTheCounts() {
        var state = of(new String[] {"a", "b", "a"});
        state.merge(state);
        assertThat(state.top(2).stream().map(FrequentItems.Item::atLeast).toList())
                .isEqualTo(List.of(4L, 2L));
    }

    @Test
    void theBitsAreTheSameOnEveryMachine() {
        assertThat(StoredStates.sha256(
                        of(texts(new SplittableRandom(5), 40_000, 20_000, true)).toBytes()))
                .isEqualTo("24965533ba148b60f54002996c5ff1446764ad10ded3af20b7e2c3e6ce7be879");
    }

    @Test
    void hostileBytesAreRefused() {
        var random = new SplittableRandom(1);
        StoredStates.refuse(of(texts(random, 300, 100, true)).toBytes(), FrequentItems::fromBytes);
        StoredStates.refuse(of(texts(random, 20_000, 9_000, false)).toBytes(), FrequentItems::fromBytes);
        var bytes = of(new String[] {"a"}).toBytes();
        bytes[25] = 1; // an error of 1 where everything was counted
        assertThatThrownBy(() -> FrequentItems.fromBytes(bytes))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("frequent items is not a stored state: its error contradicts its counts.");
    }

    private static String[] texts(SplittableRandom random, int n, int different, boolean skewed) {
        var texts = new String[n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            texts[i] = "值" + (int) (different * (skewed ? u * u * u : u));
        }
        return texts;
    }

    private static Map<String, Long> counts(String[] texts) {
        var counts = new HashMap<String, Long>();
        for (var text : texts) counts.merge(text, 1L, Long::sum);
        return counts;
    }

    private static FrequentItems of(String[] texts) {
        var state = new FrequentItems();
        for (var text : texts) add(state, text);
        return state;
    }

    private static void add(FrequentItems state, String text) {
        var value = Utf8.of(text);
        state.add(value, value.hash(), 1);
    }
}
