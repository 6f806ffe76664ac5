package org.dataassay.quality.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dataassay.quality.indicator.TrainingSet.Options;

/** Pairs of different texts that are alike: candidates share a band of their signatures, and every candidate is compared by its shingles. */
final class NearDuplicates {

    /** Two texts, the later one second. */
    record Pair(int first, int second, double similarity) {}

    private final Options options;
    private final Shingling shingling;
    private final List<Map<Long, Integer>> heads = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final List<long[]> shingles = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private int[] seenBy = new int[1024];
    private long held;
    private long notCompared;
    private long candidatesSkipped;
    private long pairsNotKept;

    NearDuplicates(Options options, long seed) {
        this.options = options;
        this.shingling = new Shingling(options, seed);
        for (int band = 0; band < options.bands(); band++) {
            heads.add(new HashMap<>());
            next.add(new int[1024]);
        }
    }

    /** Compares the next text, which no earlier one equals, with those before it. */
    void add(String text) {
        int own = shingles.size();
        if (held >= options.maximumShingles()) {
            notCompared++;
            shingles.add(new long[0]);
            return;
        }
        var set = shingling.shingles(text);
        shingles.add(set);
        held += set.length;
        if (set.length == 0) return;
        if (own >= seenBy.length) grow(own);
        var bands = shingling.bands(set);
        int compared = 0;
        for (int band = 0; band < bands.length; band++) {
            int other = heads.get(band).getOrDefault(bands[band], 0) - 1;
            for (; other >= 0; other = next.get(band)[other] - 1) {
                if (seenBy[other] == own + 1) continue;
                if (compared == options.maximumCandidates()) {
                    candidatesSkipped++;
                    break;
                }
                seenBy[other] = own + 1;
                compared++;
                compare(other, own);
            }
            next.get(band)[own] = heads.get(band).getOrDefault(bands[band], 0);
            heads.get(band).put(bands[band], own + 1);
        }
    }

    private void compare(int first, int second) {
        double similarity = Shingling.jaccard(shingles.get(first), shingles.get(second));
        if (similarity < options.threshold()) return;
        if (pairs.size() < options.maximumPairs()) pairs.add(new Pair(first, second, similarity));
        else pairsNotKept++;
    }

    private void grow(int own) {
        int length = Math.max(own + 1, seenBy.length * 2);
        seenBy = Arrays.copyOf(seenBy, length);
        next.replaceAll(chain -> Arrays.copyOf(chain, length));
    }

    /** The pairs found, in the order of their second text. */
    List<Pair> pairs() {
        return pairs;
    }

    /** Texts beyond the memory allowed. */
    long notCompared() {
        return notCompared;
    }

    /** How often a text had more candidates than are compared. */
    long candidatesSkipped() {
        return candidatesSkipped;
    }

    /** Pairs beyond those that are kept. */
    long pairsNotKept() {
        return pairsNotKept;
    }
}
