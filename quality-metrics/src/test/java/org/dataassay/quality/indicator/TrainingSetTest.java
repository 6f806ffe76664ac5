package org.dataassay.quality.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.quality.indicator.TrainingSet.Normalization;
import org.dataassay.quality.indicator.TrainingSet.Options;
import org.dataassay.quality.indicator.TrainingSet.ShingleUnit;
import org.dataassay.quality.indicator.TrainingSetFacts.Split;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.ValuationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingSetTest {

    private static final List<String> COLUMNS = List.of("text", "label");

    private static Split split(String name, String... textsAndLabels) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < textsAndLabels.length; i += 2) rows.add(List.of(textsAndLabels[i], textsAndLabels[i + 1]));
        return new Split(name, TableSource.of(name, COLUMNS, rows));
    }

    private static FoundTrainingSet find(TrainingSetFacts facts) {
        return TrainingSet.standard().evaluate(facts, Gbt36344Test.CONTEXT);
    }

    @Test
    void labels_are_counted_and_their_balance_told() {
        var found = find(TrainingSetFacts.of(
                List.of(split("all of it", "a", "yes", "b", "yes", "c", "yes", "d", "no", "e", "", "f", "N/A")),
                "label"));
        var balance = found.whole().balance().orElseThrow();
        assertThat(balance.counts()).isEqualTo(Map.of("yes", 3L, "no", 1L));
        assertThat(balance.missing()).isEqualTo(2);
        assertThat(balance.imbalance()).hasValue(3);
        double entropy = -(0.75 * StrictMath.log(0.75) + 0.25 * StrictMath.log(0.25)) / StrictMath.log(2);
        assertThat(balance.entropy().orElseThrow()).isCloseTo(entropy, within(1e-15));
        assertThat(found.notes()).anySatisfy(n -> assertThat(n.text()).isEqualTo("2 rows have no label"));
        var one = find(TrainingSetFacts.of(List.of(split("t", "a", "x", "b", "x")), "label"));
        assertThat(one.whole().balance().orElseThrow().entropy()).hasValue(0);
        var none = find(TrainingSetFacts.of(List.of(split("t", "a", "")), "label"));
        assertThat(none.whole().balance().orElseThrow().entropy()).isEmpty();
        assertThat(find(new TrainingSetFacts(
                                List.of(split("t", "a", "x")), Optional.empty(), List.of("text"), List.of()))
                        .whole()
                        .balance())
                .isEmpty();
    }

    @Test
    void repeats_near_repeats_conflicts_and_leaks() {
        var train = split(
                "train",
                "the quick brown fox jumps over the lazy dog near the river bank",
                "animal",
                "shares fell sharply on monday after the central bank raised rates",
                "finance",
                "the quick brown fox jumps over the lazy dog near the river bank",
                "animal",
                "shares fell sharply on monday after the central bank raised rates",
                "animal");
        var test = split(
                "test",
                "The quick brown fox jumps over the lazy dog near the river banks",
                "animal",
                "rain is expected over the northern provinces tomorrow afternoon",
                "weather",
                "shares fell sharply on monday after the central bank raised rates",
                "finance");
        var found = find(TrainingSetFacts.of(List.of(train, test), "label"));
        assertThat(found.splits().get(0).repeatedRows().stream()).containsExactly(3L, 4L);
        assertThat(found.splits().get(1).repeatedRows().stream()).containsExactly(3L);
        assertThat(found.splits().get(1).nearRows().stream()).containsExactly(1L);
        assertThat(found.splits().get(0).conflictingRows().stream()).containsExactly(2L, 4L);
        assertThat(found.splits().get(1).conflictingRows().stream()).containsExactly(3L);
        assertThat(found.whole().conflicting()).isEqualTo(3);
        assertThat(found.leaks()).hasSize(1);
        var leak = found.leaks().get(0);
        assertThat(leak.exact()).isEqualTo(1);
        assertThat(leak.near()).isEqualTo(1);
        assertThat(leak.rows().stream()).containsExactly(1L, 3L);
        assertThat(leak.ratio().orElseThrow()).isEqualTo(2.0 / 3);
        assertThat(found.examples()).hasSize(1);
        assertThat(found.examples().get(0).firstSplit()).isEqualTo("train");
        assertThat(found.examples().get(0).secondRow()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, world! 42 | 3 | 0",
                "don't stop | 2 | 0",
                "数据资产评估 | 0 | 6",
                "用 AI 评估数据，3 步 | 2 | 6",
                "データ・カタログ | 0 | 7",
                "naïve café | 2 | 0",
                "'quoted' | 1 | 0",
                "한국어 문장 | 2 | 0",
            })
    void tokens_follow_the_convention(String text, long words, long ideographs) {
        var count = TextTokens.of(text);
        assertThat(count.words()).isEqualTo(words);
        assertThat(count.ideographs()).isEqualTo(ideographs);
    }

    @Test
    void tokens_are_summed_over_rows() {
        var found = find(TrainingSetFacts.of(List.of(split("t", "one two three", "x", "数据", "x")), "label")
                .withTexts(List.of("text")));
        var tokens = found.whole().tokens().orElseThrow();
        assertThat(List.of(tokens.words(), tokens.ideographs(), tokens.tokens(), tokens.fewest(), tokens.most()))
                .containsExactly(3L, 2L, 5L, 2L, 3L);
        assertThat(tokens.codePoints()).isEqualTo(15);
    }

    /** Every pair compared: with one value per band and many bands no pair is missed, and none is found that is not alike. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_brute_force(long seed) {
        var random = new SplittableRandom(seed);
        var texts = texts(random, random.nextInt(2, 25));
        var rows = new ArrayList<String>();
        for (var text : texts) {
            rows.add(text);
            rows.add("l" + random.nextInt(2));
        }
        int cut = random.nextInt(texts.size()) * 2;
        var options = Options.STANDARD
                .withBands(200, 1)
                .withThreshold(0.5)
                .withShingles(ShingleUnit.WORD, 2)
                .withNormalization(Normalization.NONE);
        var found = new TrainingSet(options)
                .evaluate(
                        TrainingSetFacts.of(
                                List.of(
                                        split("train", rows.subList(0, cut).toArray(String[]::new)),
                                        split(
                                                "test",
                                                rows.subList(cut, rows.size()).toArray(String[]::new))),
                                "label"),
                        Gbt36344Test.CONTEXT.withSeed(seed));
        var train = texts.subList(0, cut / 2);
        var test = texts.subList(cut / 2, texts.size());
        var distinct = new ArrayList<>(new java.util.LinkedHashSet<>(texts));
        long pairs = 0;
        for (int i = 0; i < distinct.size(); i++)
            for (int j = 0; j < i; j++) if (jaccard(distinct.get(i), distinct.get(j)) >= 0.5) pairs++;
        assertThat(found.nearPairs()).isEqualTo(pairs);
        long exact = test.stream().filter(train::contains).count();
        long near = test.stream()
                .filter(t -> !train.contains(t) && train.stream().anyMatch(o -> jaccard(t, o) >= 0.5))
                .count();
        assertThat(found.leaks().get(0).exact()).isEqualTo(exact);
        assertThat(found.leaks().get(0).near()).isEqualTo(near);
        assertThat(found.whole().repeated()).isEqualTo(texts.size() - distinct.size());
        var labels = new HashMap<String, Set<String>>();
        for (int i = 0; i < rows.size(); i += 2)
            labels.computeIfAbsent(rows.get(i), t -> new HashSet<>()).add(rows.get(i + 1));
        assertThat(found.whole().conflicting())
                .isEqualTo(texts.stream().filter(t -> labels.get(t).size() > 1).count());
    }

    /** Sentences of which many differ in one word. */
    private static List<String> texts(SplittableRandom random, int n) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            if (i > 0 && random.nextInt(3) > 0) {
                var words = texts.get(random.nextInt(i)).split(" ");
                if (random.nextInt(3) > 0) words[random.nextInt(words.length)] = "w" + random.nextInt(50);
                texts.add(String.join(" ", words));
            } else {
                var words = new String[8];
                for (int w = 0; w < words.length; w++) words[w] = "w" + random.nextInt(50);
                texts.add(String.join(" ", words));
            }
        }
        return texts;
    }

    private static double jaccard(String a, String b) {
        var first = pairsOfWords(a);
        var second = pairsOfWords(b);
        var common = new HashSet<>(first);
        common.retainAll(second);
        return (double) common.size() / (first.size() + second.size() - common.size());
    }

    private static Set<String> pairsOfWords(String text) {
        var words = text.split(" ");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < words.length; i++) pairs.add(words[i] + " " + words[i + 1]);
        return pairs;
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /**
     * Over 2 000 seeds the share of seeds that find a pair is that of the curve. Its standard error is at most 0.0112; four of them would be a false alarm in 6 of 100 000
     * cases.
     */
    @ParameterizedTest
    @CsvSource({"4, 3, 30", "8, 4, 60", "20, 5, 75", "5, 1, 20"})
    void recall_follows_the_curve(int bands, int rowsPerBand, int common) {
        // 100 different shingles in all, `common` of them in both
        var first = new StringBuilder();
        var second = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            if (i < common || i % 2 == 0) first.append("s").append(i).append(' ');
            if (i < common || i % 2 == 1) second.append("s").append(i).append(' ');
        }
        double s = common / 100.0;
        var options = Options.STANDARD
                .withShingles(ShingleUnit.WORD, 1)
                .withBands(bands, rowsPerBand)
                .withThreshold(0.01);
        int foundPairs = 0;
        int seeds = 2000;
        for (int seed = 0; seed < seeds; seed++) {
            var near = new NearDuplicates(options, seed);
            near.add(first.toString());
            near.add(second.toString());
            if (!near.pairs().isEmpty()) {
                foundPairs++;
                assertThat(near.pairs().get(0).similarity()).isEqualTo(s);
            }
        }
        double curve = 1 - StrictMath.pow(1 - StrictMath.pow(s, rowsPerBand), bands);
        assertThat((double) foundPairs / seeds)
                .isCloseTo(curve, within(4 * Math.sqrt(curve * (1 - curve) / seeds) + 1e-9));
    }

    @Test
    void memory_is_bounded_and_what_was_not_done_is_told() {
        var rows = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            rows.add("the same long sentence with one number at its end " + i);
            rows.add("x");
        }
        var facts = TrainingSetFacts.of(List.of(split("t", rows.toArray(String[]::new))), "label");
        var few = new TrainingSet(Options.STANDARD.withMaximumCandidates(3)).evaluate(facts, Gbt36344Test.CONTEXT);
        assertThat(few.notes()).extracting(n -> n.code()).contains("candidates-skipped");
        var facts2 = TrainingSetFacts.of(List.of(split("t", rows.toArray(String[]::new))), "label");
        var small = new TrainingSet(Options.STANDARD.withMaximumShingles(100)).evaluate(facts2, Gbt36344Test.CONTEXT);
        assertThat(small.notes()).extracting(n -> n.code()).contains("examples-not-compared");
        assertThat(small.whole().rows()).isEqualTo(40);
    }

    @Test
    void broken_facts_and_options_are_told_together() {
        assertThatThrownBy(() -> new TrainingSetFacts(
                        List.of(split("a"), split("a")), Optional.of("lable"), List.of("text"), List.of()))
                .hasMessage("label names column 'lable', which the table does not have. Did you mean 'label'?\n"
                        + "splits[1].name is used twice: a. Name each part once.\n"
                        + "label names column 'lable', which the table does not have. Did you mean 'label'?");
        assertThatThrownBy(() -> Options.STANDARD.withBands(500, 5).withThreshold(0))
                .hasMessageContaining("bands must be at most 2000 values with their rows, but was 2500");
        var many = new Options(Options.STANDARD.words(), ShingleUnit.WORD, 1, Normalization.NONE, 1, 1, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> new TrainingSet(many)
                        .evaluate(
                                TrainingSetFacts.of(List.of(split("t", "a", "x", "b", "y")), "label"),
                                Gbt36344Test.CONTEXT))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageStartingWith("label must have at most 1 different labels, but has more.");
    }
}
