package org.dataassay.quality.indicator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What data for training are fit for.
 *
 * @param splits one result per part, in the order given
 * @param whole all parts together
 * @param nearPairs pairs of different examples that are alike, counted by their first rows
 * @param examples the pairs most alike, first ones first
 * @param leaks one per pair of parts, what stands in the later and already in the earlier
 * @param notes what a reader must know
 * @param provenance how it came to be; the digest is that of the tables in their order
 */
public record FoundTrainingSet(
        List<SplitResult> splits,
        SplitResult whole,
        long nearPairs,
        List<NearPair> examples,
        List<Leak> leaks,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * One part, or all together.
     *
     * @param name of the part; {@code all} for all together
     * @param rows how many examples
     * @param balance of the labels; empty where there are none
     * @param repeated rows that equal an earlier row of any part
     * @param near rows whose example is like a different, earlier one
     * @param conflicting rows whose features stand elsewhere with another label
     * @param tokens of the texts; empty where none are counted
     * @param repeatedRows their numbers; empty for all together
     * @param nearRows their numbers; empty for all together
     * @param conflictingRows their numbers; empty for all together
     */
    public record SplitResult(
            String name,
            long rows,
            Optional<Balance> balance,
            long repeated,
            long near,
            long conflicting,
            Optional<Tokens> tokens,
            RowSet repeatedRows,
            RowSet nearRows,
            RowSet conflictingRows) {}

    /**
     * How labels are spread.
     *
     * @param counts rows of each label
     * @param missing rows without a label
     * @param entropy −Σ p ln p / ln n over n labels, 1 for even, 0 for one label; empty where there is none
     * @param imbalance rows of the most frequent label over those of the least; empty where there is none
     */
    public record Balance(Map<String, Long> counts, long missing, OptionalDouble entropy, OptionalDouble imbalance) {
        public Balance {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }
    }

    /**
     * Words and characters by a convention that is no language model's.
     *
     * @param words runs of letters, digits and marks outside the Chinese and Japanese blocks
     * @param ideographs characters of these blocks
     * @param codePoints characters of any kind
     * @param fewest tokens of a row
     * @param most tokens of a row
     */
    public record Tokens(long words, long ideographs, long codePoints, long fewest, long most) {

        /** Words and ideographs. */
        public long tokens() {
            return words + ideographs;
        }
    }

    /**
     * Two rows whose examples are alike.
     *
     * @param firstSplit part of the earlier row
     * @param firstRow its number
     * @param secondSplit part of the later row
     * @param secondRow its number
     * @param similarity Jaccard's, of their shingles
     */
    public record NearPair(String firstSplit, long firstRow, String secondSplit, long secondRow, double similarity) {}

    /**
     * What stands in two parts.
     *
     * @param from the earlier part
     * @param to the later part
     * @param exact rows of the later part that equal a row of the earlier
     * @param near further rows of the later part that are like a row of the earlier
     * @param evaluated rows of the later part
     * @param rows the numbers of both in the later part
     */
    public record Leak(String from, String to, long exact, long near, long evaluated, RowSet rows) {

        /** The share of the later part that leaks; empty for a part without rows. */
        public OptionalDouble ratio() {
            return evaluated == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (exact + near) / evaluated);
        }
    }

    public FoundTrainingSet {
        splits = List.copyOf(splits);
        examples = List.copyOf(examples);
        leaks = List.copyOf(leaks);
        notes = List.copyOf(notes);
    }
}
