package org.dataassay.quality.indicator;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dataassay.quality.indicator.TrainingSet.Normalization;
import org.dataassay.quality.indicator.TrainingSet.Options;
import org.dataassay.quality.indicator.TrainingSet.ShingleUnit;

/** Texts as sets of shingles, and their signatures by MinHash. */
final class Shingling {

    private static final int COMPONENT_BITS = 64;

    private final Options options;
    private final long seed;
    private final SimilarityHashPolicy policy;

    Shingling(Options options, long seed) {
        this.options = options;
        this.seed = mix(seed);
        this.policy = SimilarityHashing.minHash(options.bands() * options.rowsPerBand(), COMPONENT_BITS);
    }

    /** The shingles of a text as hashes, ascending, each once; none of a text without characters. */
    long[] shingles(String text) {
        var units = units(normalized(text));
        if (units.isEmpty()) return new long[0];
        int size = Math.min(options.shingleSize(), units.size());
        var hashes = new long[units.size() - size + 1];
        for (int i = 0; i < hashes.length; i++) {
            var shingle = String.join(options.unit() == ShingleUnit.WORD ? " " : "", units.subList(i, i + size));
            hashes[i] = mix(Hashing.wyhashFinal4().hashCharsToLong(shingle) ^ seed);
        }
        Arrays.sort(hashes);
        int distinct = 1;
        for (int i = 1; i < hashes.length; i++) if (hashes[i] != hashes[i - 1]) hashes[distinct++] = hashes[i];
        return Arrays.copyOf(hashes, distinct);
    }

    private String normalized(String text) {
        if (options.normalization() == Normalization.NONE) return text;
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private List<String> units(String text) {
        if (options.unit() == ShingleUnit.WORD)
            return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
        var units = new ArrayList<String>(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            units.add(Character.toString(c));
            i += Character.charCount(c);
        }
        return units;
    }

    /** One hash per band of the signature. */
    long[] bands(long[] shingles) {
        var signature = policy.createHasher().compute(ElementHashProvider.ofValues(shingles));
        var bands = new long[options.bands()];
        for (int band = 0; band < bands.length; band++) {
            long hash = band;
            for (int row = 0; row < options.rowsPerBand(); row++)
                hash = mix(hash * 31 + policy.getComponent(signature, band * options.rowsPerBand() + row));
            bands[band] = hash;
        }
        return bands;
    }

    /** |a ∩ b| / |a ∪ b| of two ascending sets, neither empty. */
    static double jaccard(long[] a, long[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / (a.length + b.length - common);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
