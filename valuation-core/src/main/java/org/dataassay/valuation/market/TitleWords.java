package org.dataassay.valuation.market;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;

/**
 * How titles are read: as columns that are 1 where a title has a word and 0 where not. Words of Chinese are pairs of neighboring characters.
 *
 * @param kind which columns
 * @param columns how many, 1 to {@value #MOST}
 */
public record TitleWords(Kind kind, int columns) {

    /** Most columns. */
    public static final int MOST = 200;

    /** Which columns titles make. */
    public enum Kind {
        /** The words that most titles have; each column can be read. */
        FREQUENT,
        /** All words, spread over the columns by a hash; a column has no meaning of its own. */
        HASHED
    }

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public TitleWords {
        new Check()
                .range("columns", columns, 1, MOST, "Take far fewer columns than comparables.")
                .done();
    }

    public static TitleWords frequent(int columns) {
        return new TitleWords(Kind.FREQUENT, columns);
    }

    public static TitleWords hashed(int columns) {
        return new TitleWords(Kind.HASHED, columns);
    }

    /** The words of a title, each once: pairs of neighboring Chinese characters, and runs of at least two other letters or digits. */
    static Set<String> of(String title) {
        var words = new LinkedHashSet<String>();
        var runs = RUN.matcher(title.toLowerCase(Locale.ROOT));
        while (runs.find()) {
            var run = runs.group();
            var points = run.codePoints().toArray();
            if (!Character.isIdeographic(points[0])) {
                if (points.length > 1) words.add(run);
                continue;
            }
            if (points.length == 1) words.add(run);
            for (int i = 0; i + 1 < points.length; i++) words.add(new String(points, i, 2));
        }
        return words;
    }

    /** A column of a title. */
    record Column(String name, Function<Set<String>, Double> value) {}

    /** The columns that these titles make, most frequent word first; a word that all titles have, or only one, makes none. */
    List<Column> columnsOf(List<Set<String>> titles) {
        if (kind == Kind.HASHED)
            return IntStream.range(0, columns)
                    .mapToObj(j -> new Column("title/" + j, words -> (double)
                            words.stream().filter(word -> bucket(word) == j).count()))
                    .toList();
        var counts = new TreeMap<String, Integer>();
        for (var words : titles) for (var word : words) counts.merge(word, 1, Integer::sum);
        var words = new ArrayList<>(counts.keySet());
        words.removeIf(word -> counts.getOrDefault(word, 0) < 2 || counts.getOrDefault(word, 0) == titles.size());
        words.sort(Comparator.<String>comparingInt(word -> -counts.getOrDefault(word, 0))
                .thenComparing(Comparator.naturalOrder()));
        return words.stream()
                .limit(columns)
                .map(word -> new Column("title/" + word, of -> of.contains(word) ? 1.0 : 0.0))
                .toList();
    }

    private int bucket(String word) {
        long hash = FNV_OFFSET;
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        return (int) Long.remainderUnsigned(hash, columns);
    }
}
