package org.dataassay.quality.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.Utf8;

/**
 * The most frequent texts of a column in bounded memory, each with bounds that hold for certain.
 *
 * <p><b>Formula</b>  count ≤ true count ≤ count + error;  a text that is not kept occurs at most error times;  error ≤ (N − Σ counts) / ({@link #KEPT} + 1), which
 * is below N / 2 049; N cells
 * <p><b>Algorithm</b>  Misra and Gries with late reductions: beyond {@link #EXACT_VALUES} different texts, the 2 049th largest count is taken off every count and
 * what is left with nothing is dropped; 2 049 counts lose that much, which gives the bound
 * <p><b>Merging</b>  adds counts and errors and reduces if need be, so the bound holds for any cut; merging is commutative to the bit, and associative while
 * nothing was reduced, which is while there are at most {@value #EXACT_VALUES} different texts: then all counts are exact. Otherwise parts are merged in their
 * order, and the same parts give the same bits
 * <p><b>Edge cases</b>  texts of more than {@link #MAXIMUM_BYTES} bytes are counted together and not listed, see {@link #tooLong()}
 * <p><b>Memory</b>  at most 1.3 MiB, twice that while merging
 * <p>Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1016/0167-6423(82)90012-0">J. Misra, D. Gries, Finding Repeated Elements, Science of Computer Programming 2 (1982), section 3</a>
 * @see <a href="https://doi.org/10.1145/2500128">P. K. Agarwal et al., Mergeable Summaries, ACM TODS 38 (2013), section 2</a>
 */
final class FrequentItems {

    /** Up to so many different texts are counted exactly. */
    static final int EXACT_VALUES = 4096;

    /** A reduction leaves at most so many. */
    static final int KEPT = 2048;

    /** Longer texts are not listed. */
    static final int MAXIMUM_BYTES = 256;

    /** A text, how often it occurs at least, and how often at most. */
    record Item(Utf8 value, long atLeast, long atMost) {}

    private long total;
    private long tooLong;
    private long error;

    private int size;
    private long[] hashes = new long[64];
    private long[] counts = new long[64];
    private int[] starts = new int[65];
    private byte[] texts = new byte[1024];
    /** Place of a text plus one, by hash; 0 is free. */
    private int[] slots = new int[128];

    /** Takes a text into account that occurs so many times; the hash is that of the text. */
    void add(Utf8 value, long hash, long times) {
        total += times;
        if (value.length() > MAXIMUM_BYTES) {
            tooLong += times;
            return;
        }
        count(value, hash, times);
        if (size > EXACT_VALUES) reduce();
    }

    private void count(Utf8 value, long hash, long times) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        for (int place; (place = slots[slot] - 1) >= 0; slot = (slot + 1) & mask) {
            if (hashes[place] == hash && value.sameAs(texts, starts[place], starts[place + 1])) {
                counts[place] += times;
                return;
            }
        }
        if (size == counts.length) grow();
        int start = starts[size];
        int end = start + value.length();
        if (end > texts.length) texts = Arrays.copyOf(texts, Math.max(end, 2 * texts.length));
        value.copyTo(texts, start);
        hashes[size] = hash;
        counts[size] = times;
        starts[++size] = end;
        if (size * 2 > slots.length) index(slots.length * 2);
        else slots[slot] = size;
    }

    /** Adds another part of the column; that state stays as it is. */
    void merge(FrequentItems other) {
        total += other.total;
        tooLong += other.tooLong;
        error += other.error;
        int others = other.size;
        for (int i = 0; i < others; i++) count(other.text(i), other.hashes[i], other.counts[i]);
        if (size > EXACT_VALUES) reduce();
    }

    /** Adds cells that were counted elsewhere: so many in all, so many of them too long, and no count too small by more than the error. */
    void addCounted(long cells, long longCells, long moreError) {
        total += cells;
        tooLong += longCells;
        error += moreError;
    }

    /** Adds one of the texts that were counted elsewhere. */
    void addItem(Utf8 value, long hash, long times) {
        count(value, hash, times);
        if (size > EXACT_VALUES) reduce();
    }

    /** How many cells there are. */
    long total() {
        return total;
    }

    /** How many cells have texts that are too long to be listed. */
    long tooLong() {
        return tooLong;
    }

    /** Whether every listed count is exact and no text is missing, but those that are too long. */
    boolean isExact() {
        return error == 0;
    }

    /** By how much a count may be too small, and how often a text that is not listed may occur. */
    long error() {
        return error;
    }

    /** The most frequent texts by their least counts, equal ones in the order of their bytes. */
    List<Item> top(int limit) {
        var order = Comparator.comparingLong(Item::atLeast).reversed().thenComparing(Item::value, Utf8::compareBytes);
        return IntStream.range(0, size)
                .mapToObj(i -> new Item(text(i), counts[i], counts[i] + error))
                .sorted(order)
                .limit(limit)
                .toList();
    }

    /** The state as bytes; equal states have equal bytes. */
    byte[] toBytes() {
        var out = new StateBytes.Writer('F').put(total).put(tooLong).put(error).put(size);
        IntStream.range(0, size)
                .boxed()
                .sorted((i, j) ->
                        Arrays.compareUnsigned(texts, starts[i], starts[i + 1], texts, starts[j], starts[j + 1]))
                .forEach(i -> {
                    int length = starts[i + 1] - starts[i];
                    out.put(counts[i]).put(length).put(texts, starts[i], length);
                });
        return out.bytes();
    }

    /**
     * The state that {@link #toBytes()} wrote.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when the bytes are not such a state
     */
    static FrequentItems fromBytes(byte[] bytes) {
        var in = new StateBytes.Reader("frequent items", 'F', bytes);
        var items = new FrequentItems();
        items.total = in.count();
        items.tooLong = in.count();
        items.error = in.count();
        in.require(items.tooLong <= items.total, "it has more long texts than texts");
        long rest = items.total - items.tooLong;
        int n = in.length(EXACT_VALUES, Long.BYTES + Integer.BYTES);
        Utf8 last = null;
        for (int i = 0; i < n; i++) {
            long count = in.count();
            in.require(count > 0 && count <= rest, "a count is out of range");
            rest -= count;
            var text = in.bytes(in.length(MAXIMUM_BYTES, 1));
            var value = Utf8.of(text, 0, text.length);
            in.require(last == null || last.compareBytes(value) < 0, "texts are not in order");
            items.count(value, value.hash(), count);
            last = value;
        }
        in.require(items.error == 0 ? rest == 0 : items.error <= rest / (KEPT + 1), "its error contradicts its counts");
        in.end();
        return items;
    }

    private Utf8 text(int place) {
        return Utf8.of(texts, starts[place], starts[place + 1]);
    }

    /** Takes the (KEPT + 1)-th largest count off every count. */
    private void reduce() {
        long off = reduction();
        error += off;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] <= off) continue;
            int length = starts[i + 1] - starts[i];
            System.arraycopy(texts, starts[i], texts, starts[kept], length);
            hashes[kept] = hashes[i];
            counts[kept] = counts[i] - off;
            starts[kept + 1] = starts[kept] + length;
            kept++;
        }
        size = kept;
        index(slots.length);
    }

    private long reduction() {
        int several = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] > 1) several++;
        }
        if (several <= KEPT) return 1; // the usual case where nearly every text is new
        var sorted = Arrays.copyOf(counts, size);
        Arrays.sort(sorted);
        return sorted[size - 1 - KEPT];
    }

    private void grow() {
        int room = 2 * size;
        hashes = Arrays.copyOf(hashes, room);
        counts = Arrays.copyOf(counts, room);
        starts = Arrays.copyOf(starts, room + 1);
    }

    private void index(int length) {
        if (length == slots.length) Arrays.fill(slots, 0);
        else slots = new int[length];
        int mask = length - 1;
        for (int i = 0; i < size; i++) {
            int slot = (int) hashes[i] & mask;
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = i + 1;
        }
    }
}
