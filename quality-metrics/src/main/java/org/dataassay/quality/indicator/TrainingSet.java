package org.dataassay.quality.indicator;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.indicator.FoundTrainingSet.Balance;
import org.dataassay.quality.indicator.FoundTrainingSet.Leak;
import org.dataassay.quality.indicator.FoundTrainingSet.NearPair;
import org.dataassay.quality.indicator.FoundTrainingSet.SplitResult;
import org.dataassay.quality.indicator.FoundTrainingSet.Tokens;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Measures what a model would learn wrongly from data: uneven, missing and contradicting labels, repeated and nearly repeated examples, and examples that stand in two
 * parts.
 *
 * <p><b>Formula</b>  entropy −Σ p ln p / ln n of n labels; imbalance = most frequent / least frequent. Alike: Jaccard |A ∩ B| / |A ∪ B| of the shingles at or above the
 * threshold; candidates share one of b bands of r MinHash values, so a pair of similarity s is compared with probability 1 − (1 − s^r)^b
 * <p><b>Units and ranges</b>  similarity in [0, 1] · counts of rows
 * <p><b>Edge cases</b>  an example without a character is like no other · equal examples are compared once and are repeats, not near-repeats · a label whose text says that there
 * is no value is missing · the tokens are no language model's
 * <p><b>Numerics</b>  counts are exact but for pairs that share no band; repeats by a 128-bit hash, wrong with a probability of n²/2¹²⁹; the seed of the context draws the
 * hash functions
 * <p><b>Use when / not when</b>  data are sold or bought to train on / texts must be compared by meaning
 * <p>Immutable and thread-safe; each table is read once, by one thread, in the order given.
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">A. Z. Broder, On the resemblance and containment of documents, SEQUENCES 1997, section 2</a>
 * @see <a href="http://www.mmds.org">J. Leskovec, A. Rajaraman, J. D. Ullman, Mining of Massive Datasets, 3rd edition 2020, section 3.4.2</a>
 */
public record TrainingSet(Options options) implements Method<TrainingSetFacts, FoundTrainingSet> {

    public static final MethodId ID = MethodId.of("quality.training-set");

    /** With {@link #ROWS_PER_BAND}: a pair of similarity 0.8 is missed with a probability of 4e-4. */
    public static final int BANDS = 20;

    public static final int ROWS_PER_BAND = 5;

    /** From this similarity on, two examples are called alike. */
    public static final double THRESHOLD = 0.8;

    public static final int SHINGLE_SIZE = 5;

    /** A quarter of a GiB. */
    public static final long MAXIMUM_SHINGLES = 1L << 25;

    public static final int MAXIMUM_CANDIDATES = 1000;

    public static final int MAXIMUM_PAIRS = 1 << 20;

    public static final int MAXIMUM_LABELS = 10_000;

    /** How many pairs are shown. */
    public static final int EXAMPLES = 20;

    /** What a shingle is made of. */
    public enum ShingleUnit {
        CHARACTER,
        /** Separated by white space. */
        WORD
    }

    /** What is made alike before shingles are cut. */
    public enum Normalization {
        NONE,
        /** Lower case; runs of white space as one blank. */
        CASE_AND_BLANKS
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param words which words stand for no label
     * @param unit what a shingle is made of
     * @param shingleSize units of a shingle, 1 to 100
     * @param normalization what is made alike before
     * @param bands of the signature, 1 to 500
     * @param rowsPerBand 1 to 100, at most 2000 in all bands
     * @param threshold from which two examples are alike, in (0, 1]
     * @param maximumShingles after so many, further examples are not compared, and are counted
     * @param maximumCandidates compared with one example; more are skipped, and counted
     * @param maximumPairs kept; more are counted
     * @param maximumLabels more different labels than these are refused
     */
    public record Options(
            MissingValues words,
            ShingleUnit unit,
            int shingleSize,
            Normalization normalization,
            int bands,
            int rowsPerBand,
            double threshold,
            long maximumShingles,
            int maximumCandidates,
            int maximumPairs,
            int maximumLabels) {
        public static final Options STANDARD = new Options(
                MissingValues.standard(),
                ShingleUnit.CHARACTER,
                SHINGLE_SIZE,
                Normalization.CASE_AND_BLANKS,
                BANDS,
                ROWS_PER_BAND,
                THRESHOLD,
                MAXIMUM_SHINGLES,
                MAXIMUM_CANDIDATES,
                MAXIMUM_PAIRS,
                MAXIMUM_LABELS);

        public Options {
            new Check()
                    .range("shingleSize", shingleSize, 1, 100, "5 characters or 3 words are usual.")
                    .range("bands", bands, 1, 500, "More bands find more.")
                    .range("rowsPerBand", rowsPerBand, 1, 100, "More rows per band compare less.")
                    .that(
                            (long) bands * rowsPerBand <= 2000,
                            "bands",
                            "at most 2000 values with their rows",
                            (long) bands * rowsPerBand,
                            "Shorten the signature.")
                    .that(
                            threshold > 0 && threshold <= 1,
                            "threshold",
                            "above 0 and at most 1",
                            Plain.of(threshold),
                            "0.8 is usual.")
                    .that(maximumShingles >= 1, "maximumShingles", "at least 1", maximumShingles, "8 bytes each.")
                    .that(maximumCandidates >= 1, "maximumCandidates", "at least 1", maximumCandidates, "Allow some.")
                    .that(maximumPairs >= 1, "maximumPairs", "at least 1", maximumPairs, "Keep some.")
                    .that(maximumLabels >= 1, "maximumLabels", "at least 1", maximumLabels, "Allow some.")
                    .done();
        }

        public Options withShingles(ShingleUnit of, int size) {
            return new Options(
                    words,
                    of,
                    size,
                    normalization,
                    bands,
                    rowsPerBand,
                    threshold,
                    maximumShingles,
                    maximumCandidates,
                    maximumPairs,
                    maximumLabels);
        }

        public Options withNormalization(Normalization how) {
            return new Options(
                    words,
                    unit,
                    shingleSize,
                    how,
                    bands,
                    rowsPerBand,
                    threshold,
                    maximumShingles,
                    maximumCandidates,
                    maximumPairs,
                    maximumLabels);
        }

        public Options withBands(int number, int rowsOfEach) {
            return new Options(
                    words,
                    unit,
                    shingleSize,
                    normalization,
                    number,
                    rowsOfEach,
                    threshold,
                    maximumShingles,
                    maximumCandidates,
                    maximumPairs,
                    maximumLabels);
        }

        public Options withThreshold(double least) {
            return new Options(
                    words,
                    unit,
                    shingleSize,
                    normalization,
                    bands,
                    rowsPerBand,
                    least,
                    maximumShingles,
                    maximumCandidates,
                    maximumPairs,
                    maximumLabels);
        }

        public Options withMaximumShingles(long most) {
            return new Options(
                    words,
                    unit,
                    shingleSize,
                    normalization,
                    bands,
                    rowsPerBand,
                    threshold,
                    most,
                    maximumCandidates,
                    maximumPairs,
                    maximumLabels);
        }

        public Options withMaximumCandidates(int most) {
            return new Options(
                    words,
                    unit,
                    shingleSize,
                    normalization,
                    bands,
                    rowsPerBand,
                    threshold,
                    maximumShingles,
                    most,
                    maximumPairs,
                    maximumLabels);
        }
    }

    public static TrainingSet standard() {
        return new TrainingSet(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public FoundTrainingSet evaluate(TrainingSetFacts facts, ValuationContext context) {
        var run = new Run(facts, options, context.seed());
        for (int s = 0; s < facts.splits().size(); s++) {
            var table = facts.splits().get(s).table();
            run.begin(s);
            while (table.advance()) run.add(s, table.row());
        }
        return run.found(context.seed());
    }

    /** A reading in progress. */
    private final class Run {

        private static final int NO_LABEL = -1;

        private final TrainingSetFacts facts;
        private final MissingValues.Matcher missing;
        private final NearDuplicates near;
        private final Map<HashValue128, Integer> exampleOf = new HashMap<>();
        private final Map<String, Integer> labelOf = new HashMap<>();
        private final List<String> labels = new ArrayList<>();
        private final TokenSum[] tokens;
        private int[] features = {};
        private int[] texts = {};
        private int label = -1;

        /** Of each row: its part, its number, its example and its label. */
        private int[] splitOf = new int[1024];

        private long[] numberOf = new long[1024];
        private int[] exampleOfRow = new int[1024];
        private int[] labelOfRow = new int[1024];
        private int rows;

        /** Of each example: the first row that has it, the parts that have it, and its only label or that it has several. */
        private int[] firstRow = new int[1024];

        private int[] splitsWith = new int[1024];
        private int[] labelOfExample = new int[1024];
        private boolean[] contradicted = new boolean[1024];

        Run(TrainingSetFacts facts, Options options, long seed) {
            this.facts = facts;
            this.missing = options.words().matcher();
            this.near = new NearDuplicates(options, seed);
            this.tokens = new TokenSum[facts.splits().size()];
        }

        void begin(int split) {
            var columns = facts.splits().get(split).table().columns();
            features =
                    facts.featureColumns().stream().mapToInt(columns::indexOf).toArray();
            texts = facts.texts().stream().mapToInt(columns::indexOf).toArray();
            label = facts.label().map(columns::indexOf).orElse(-1);
            tokens[split] = new TokenSum();
        }

        void add(int split, Row row) {
            var text = new StringBuilder();
            var hash = Hashing.murmur3_128().hashStream();
            for (int column : features) {
                var cell = row.cell(column).toString();
                hash.putString(cell);
                if (text.length() > 0 && !cell.isEmpty()) text.append(' ');
                text.append(cell);
            }
            var known = exampleOf.get(hash.get());
            int example = known == null ? exampleOf.size() : known;
            if (rows == splitOf.length) growRows();
            if (known == null) {
                exampleOf.put(hash.get(), example);
                if (example == firstRow.length) growExamples();
                firstRow[example] = rows;
                labelOfExample[example] = NO_LABEL;
                near.add(text.toString());
            }
            splitOf[rows] = split;
            numberOf[rows] = row.number();
            exampleOfRow[rows] = example;
            splitsWith[example] |= 1 << split;
            labelOfRow[rows] = label(row, example);
            rows++;
            if (texts.length > 0) countTokens(split, row);
        }

        private int label(Row row, int example) {
            if (label < 0) return NO_LABEL;
            var cell = row.cell(label);
            if (missing.isMissing(cell)) return NO_LABEL;
            int own = labelOf.computeIfAbsent(cell.toString(), text -> {
                if (labels.size() == options.maximumLabels())
                    throw ValuationFailedException.of(
                            QualityError.TOO_MANY_GROUPS, "label", options.maximumLabels(), "different labels");
                labels.add(text);
                return labels.size() - 1;
            });
            if (labelOfExample[example] == NO_LABEL) labelOfExample[example] = own;
            else if (labelOfExample[example] != own) contradicted[example] = true;
            return own;
        }

        private void countTokens(int split, Row row) {
            long words = 0;
            long ideographs = 0;
            long codePoints = 0;
            for (int column : texts) {
                var count = TextTokens.of(row.cell(column).toString());
                words += count.words();
                ideographs += count.ideographs();
                codePoints += count.codePoints();
            }
            tokens[split].add(words, ideographs, codePoints);
        }

        private void growRows() {
            int length = rows * 2;
            splitOf = Arrays.copyOf(splitOf, length);
            numberOf = Arrays.copyOf(numberOf, length);
            exampleOfRow = Arrays.copyOf(exampleOfRow, length);
            labelOfRow = Arrays.copyOf(labelOfRow, length);
        }

        private void growExamples() {
            int length = firstRow.length * 2;
            firstRow = Arrays.copyOf(firstRow, length);
            splitsWith = Arrays.copyOf(splitsWith, length);
            labelOfExample = Arrays.copyOf(labelOfExample, length);
            contradicted = Arrays.copyOf(contradicted, length);
        }

        FoundTrainingSet found(long seed) {
            var isNear = new boolean[exampleOf.size()];
            var nearSplits = new int[exampleOf.size()];
            for (var pair : near.pairs()) {
                isNear[pair.second()] = true;
                nearSplits[pair.first()] |= splitsWith[pair.second()];
                nearSplits[pair.second()] |= splitsWith[pair.first()];
            }
            var splits = new ArrayList<SplitResult>();
            var all = new TokenSum();
            for (int s = 0; s < tokens.length; s++) {
                splits.add(split(s, isNear));
                all.add(tokens[s]);
            }
            var digests = new StringBuilder();
            for (var split : facts.splits()) digests.append(split.table().digest());
            var digest = facts.splits().size() == 1
                    ? digests.toString()
                    : Hashing.murmur3_128().hashCharsTo128Bits(digests).toString();
            return new FoundTrainingSet(
                    splits,
                    whole(splits, all),
                    near.pairs().size() + near.pairsNotKept(),
                    examples(),
                    leaks(nearSplits),
                    notes(splits),
                    new Provenance(ID, version(), LibraryVersion.VERSION, options, digest, seed));
        }

        private SplitResult split(int split, boolean[] isNear) {
            var repeated = rowsOf(split, i -> firstRow[exampleOfRow[i]] != i);
            var alike = rowsOf(split, i -> isNear[exampleOfRow[i]]);
            var conflicting = rowsOf(split, i -> contradicted[exampleOfRow[i]] && labelOfRow[i] != NO_LABEL);
            return new SplitResult(
                    facts.splits().get(split).name(),
                    IntStream.range(0, rows).filter(i -> splitOf[i] == split).count(),
                    balance(i -> splitOf[i] == split),
                    repeated.size(),
                    alike.size(),
                    conflicting.size(),
                    tokens[split].tokens(texts.length > 0),
                    repeated,
                    alike,
                    conflicting);
        }

        private SplitResult whole(List<SplitResult> splits, TokenSum all) {
            return new SplitResult(
                    "all",
                    rows,
                    balance(i -> true),
                    splits.stream().mapToLong(SplitResult::repeated).sum(),
                    splits.stream().mapToLong(SplitResult::near).sum(),
                    splits.stream().mapToLong(SplitResult::conflicting).sum(),
                    all.tokens(texts.length > 0),
                    RowSet.of(),
                    RowSet.of(),
                    RowSet.of());
        }

        private RowSet rowsOf(int split, IntPredicate test) {
            return RowSet.of(IntStream.range(0, rows)
                    .filter(i -> splitOf[i] == split && test.test(i))
                    .mapToLong(i -> numberOf[i])
                    .toArray());
        }

        private Optional<Balance> balance(IntPredicate among) {
            if (facts.label().isEmpty()) return Optional.empty();
            var counts = new HashMap<String, Long>();
            long without = 0;
            long labelled = 0;
            for (int i = 0; i < rows; i++) {
                if (!among.test(i)) continue;
                if (labelOfRow[i] == NO_LABEL) {
                    without++;
                } else {
                    labelled++;
                    counts.merge(labels.get(labelOfRow[i]), 1L, Long::sum);
                }
            }
            return Optional.of(new Balance(counts, without, entropy(counts, labelled), imbalance(counts)));
        }

        private static OptionalDouble entropy(Map<String, Long> counts, long labelled) {
            if (counts.isEmpty()) return OptionalDouble.empty();
            if (counts.size() == 1) return OptionalDouble.of(0);
            double entropy = 0;
            for (long count : counts.values().stream().sorted().toList()) {
                double p = (double) count / labelled;
                entropy -= p * Elementary.log(p);
            }
            return OptionalDouble.of(Math.min(1, entropy / Elementary.log(counts.size())));
        }

        private static OptionalDouble imbalance(Map<String, Long> counts) {
            if (counts.isEmpty()) return OptionalDouble.empty();
            var sorted = counts.values().stream().sorted().toList();
            return OptionalDouble.of((double) sorted.get(sorted.size() - 1) / sorted.get(0));
        }

        private List<NearPair> examples() {
            return near.pairs().stream()
                    .sorted(Comparator.comparingDouble((NearDuplicates.Pair p) -> -p.similarity())
                            .thenComparingInt(NearDuplicates.Pair::second)
                            .thenComparingInt(NearDuplicates.Pair::first))
                    .limit(EXAMPLES)
                    .map(p -> {
                        int first = firstRow[p.first()];
                        int second = firstRow[p.second()];
                        return new NearPair(
                                name(splitOf[first]),
                                numberOf[first],
                                name(splitOf[second]),
                                numberOf[second],
                                p.similarity());
                    })
                    .toList();
        }

        private String name(int split) {
            return facts.splits().get(split).name();
        }

        private List<Leak> leaks(int[] nearSplits) {
            var leaks = new ArrayList<Leak>();
            for (int to = 1; to < tokens.length; to++) {
                for (int from = 0; from < to; from++) {
                    int bit = 1 << from;
                    var exact = rowsOf(to, i -> (splitsWith[exampleOfRow[i]] & bit) != 0);
                    var alike = rowsOf(
                            to,
                            i -> (splitsWith[exampleOfRow[i]] & bit) == 0 && (nearSplits[exampleOfRow[i]] & bit) != 0);
                    int later = to;
                    leaks.add(new Leak(
                            name(from),
                            name(to),
                            exact.size(),
                            alike.size(),
                            IntStream.range(0, rows)
                                    .filter(i -> splitOf[i] == later)
                                    .count(),
                            RowSet.union(List.of(exact, alike))));
                }
            }
            return leaks;
        }

        private List<Note> notes(List<SplitResult> splits) {
            var notes = new ArrayList<Note>();
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "alike",
                    "Jaccard similarity of shingles of " + options.shingleSize() + " "
                            + (options.unit() == ShingleUnit.WORD ? "words" : "characters") + " at or above "
                            + Plain.of(options.threshold()) + "; " + options.bands() + " bands of "
                            + options.rowsPerBand() + " values miss a pair at the threshold with probability "
                            + Plain.of(missed())));
            if (texts.length > 0)
                notes.add(
                        Note.of(
                                Note.Kind.ASSUMPTION,
                                "tokens-by-convention",
                                "runs of letters, digits and marks, and each Chinese or Japanese character; not the tokens of a language model"));
            limit(
                    notes,
                    "examples-not-compared",
                    near.notCompared(),
                    " different examples beyond the memory allowed were not compared");
            limit(
                    notes,
                    "candidates-skipped",
                    near.candidatesSkipped(),
                    " times an example had more candidates than are compared; near-repeats may be missed");
            limit(
                    notes,
                    "pairs-not-kept",
                    near.pairsNotKept(),
                    " pairs are counted and not kept; rows and leaks may be missed");
            long unlabelled = splits.stream()
                    .flatMap(s -> s.balance().stream())
                    .mapToLong(Balance::missing)
                    .sum();
            if (unlabelled > 0)
                notes.add(Note.of(Note.Kind.MISSING, "labels-missing", unlabelled + " rows have no label"));
            long rejected = facts.splits().stream()
                    .mapToLong(s -> s.table().rejected().ragged())
                    .sum();
            if (rejected > 0)
                notes.add(
                        Note.of(Note.Kind.WARNING, "rows-rejected", rejected + " rows have a wrong number of fields"));
            return notes;
        }

        private double missed() {
            double oneBand = 1;
            for (int i = 0; i < options.rowsPerBand(); i++) oneBand *= options.threshold();
            double missed = 1;
            for (int i = 0; i < options.bands(); i++) missed *= 1 - oneBand;
            return missed;
        }

        private static void limit(List<Note> notes, String code, long count, String text) {
            if (count > 0) notes.add(Note.of(Note.Kind.LIMIT, code, count + text));
        }
    }

    /** Tokens of the rows so far. */
    private static final class TokenSum {
        private long words;
        private long ideographs;
        private long codePoints;
        private long fewest = Long.MAX_VALUE;
        private long most;

        void add(long ofWords, long ofIdeographs, long ofCodePoints) {
            words += ofWords;
            ideographs += ofIdeographs;
            codePoints += ofCodePoints;
            fewest = Math.min(fewest, ofWords + ofIdeographs);
            most = Math.max(most, ofWords + ofIdeographs);
        }

        void add(TokenSum other) {
            words += other.words;
            ideographs += other.ideographs;
            codePoints += other.codePoints;
            fewest = Math.min(fewest, other.fewest);
            most = Math.max(most, other.most);
        }

        Optional<Tokens> tokens(boolean counted) {
            if (!counted) return Optional.empty();
            return Optional.of(new Tokens(words, ideographs, codePoints, fewest == Long.MAX_VALUE ? 0 : fewest, most));
        }
    }
}
