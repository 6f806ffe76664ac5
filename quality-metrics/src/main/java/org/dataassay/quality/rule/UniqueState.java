package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.internal.DistinctCount;
import org.dataassay.quality.rule.internal.KeySet;
import org.dataassay.quality.rule.internal.RowBits;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.RowBlock;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows whose key an earlier row had.
 *
 * <p>Keys are kept as 64-bit hashes: for the columns c the sum of (hash of the text · an odd constant of c), mixed. Two different keys are taken for one with a
 * probability of n²/2⁶⁵: 3e-12 for ten thousand rows, 3e-6 for ten million. With more different keys than are kept, their number is estimated by {@link
 * DistinctCount}, and the repeats found up to then stay.
 */
final class UniqueState implements RuleState {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The state that begins the table forgets which row had a key first once it has this many, or its examples. */
    private static final int ROWS_KEPT = 1 << 20;

    private static final double TWO_SIDED_95 = 1.96;

    private final int[] columns;
    private final long[] factors;
    private final int maximumKeys;
    /** Whether the state begins the table, so that it is never merged into one before it. */
    private final boolean begins;

    private KeySet keys = new KeySet();
    private @Nullable DistinctCount beyond;
    private long evaluated;
    private long notEvaluated;
    private RowBits repeats = new RowBits();
    private final List<Repeat> firstRepeats = new ArrayList<>();

    /** A row that repeats the key of an earlier one, which is 0 where it is not known any more. */
    private record Repeat(long row, long key, long earlier) {}

    UniqueState(int[] columns, int maximumKeys, boolean begins) {
        this.columns = columns.clone();
        this.maximumKeys = maximumKeys;
        this.begins = begins;
        this.factors = new long[columns.length];
        for (int i = 0; i < factors.length; i++) factors[i] = mix(GOLDEN * (i + 1)) | 1;
    }

    @Override
    public void add(RowBlock block, long rowsBefore) {
        for (int i = 0; i < block.rows(); i++) {
            long sum = 0;
            boolean valued = false;
            for (int k = 0; k < columns.length; k++) {
                sum += block.hash(i, columns[k]) * factors[k];
                valued |= !block.isEmpty(i, columns[k]);
            }
            if (!valued) {
                notEvaluated++;
                continue;
            }
            evaluated++;
            long key = mix(sum);
            if (beyond != null) beyond.add(key);
            else put(key, rowsBefore + block.number(i));
        }
    }

    /** Adds a key where it is new, and otherwise notes the repeat; the set is exact. */
    private void put(long key, long row) {
        if (keys.add(key, row)) {
            if (keys.size() > maximumKeys) giveUp();
            else if (begins && keys.size() > ROWS_KEPT && keys.hasRows()) keys.forgetRows();
            return;
        }
        repeats.add(row);
        if (firstRepeats.size() < RuleResult.EXAMPLES
                || row < firstRepeats.get(RuleResult.EXAMPLES - 1).row()) {
            firstRepeats.add(new Repeat(row, key, keys.row(key)));
            firstRepeats.sort(Comparator.comparingLong(Repeat::row));
            if (firstRepeats.size() > RuleResult.EXAMPLES) firstRepeats.remove(RuleResult.EXAMPLES);
        }
    }

    /** Too many keys: from here on their number is estimated. */
    private DistinctCount giveUp() {
        if (beyond == null) {
            var count = new DistinctCount();
            keys.forEach((key, row) -> count.add(key));
            keys = new KeySet();
            beyond = count;
        }
        return beyond;
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (UniqueState) later;
        if (other.keys.size() > 0 && !other.keys.hasRows())
            throw InvalidInputException.of(
                    QualityError.RULE_INVALID,
                    "later",
                    "a run of a later part of the table",
                    "one that began it",
                    "Start the runs of later parts with a part number above 0.");
        evaluated += other.evaluated;
        notEvaluated += other.notEvaluated;
        repeats.addAll(other.repeats, rowsBefore);
        if (beyond == null && other.beyond == null) {
            var within = new ArrayList<>(other.firstRepeats);
            other.firstRepeats.clear();
            for (var repeat : within) {
                long earlier = keys.row(repeat.key());
                firstRepeats.add(new Repeat(
                        repeat.row() + rowsBefore,
                        repeat.key(),
                        earlier > 0 ? earlier : repeat.earlier() + rowsBefore));
            }
            firstRepeats.sort(Comparator.comparingLong(Repeat::row));
            while (firstRepeats.size() > RuleResult.EXAMPLES) firstRepeats.remove(RuleResult.EXAMPLES);
            other.keys.forEach((key, row) -> {
                if (beyond == null) put(key, row + rowsBefore);
                else beyond.add(key);
            });
        } else {
            giveUp().merge(other.giveUp());
        }
    }

    /** How many different keys there are, and whether that is a count. */
    long different() {
        var estimated = beyond;
        if (estimated == null) return keys.size();
        return Math.max(1, Math.min(evaluated - repeats.size(), Math.max(maximumKeys, estimated.estimate())));
    }

    @Override
    public RuleResult result(Rule rule) {
        var examples = firstRepeats.stream()
                .map(r -> new RuleExample(
                        r.row(),
                        r.earlier() > 0
                                ? "has the same values as row " + r.earlier()
                                : "has the same values as an earlier row"))
                .toList();
        Optional<String> note = beyond == null
                ? Optional.empty()
                : Optional.of("more than " + maximumKeys + " different keys: their number is estimated, within "
                        + Plain.of(Math.rint(TWO_SIDED_95 * DistinctCount.RELATIVE_STANDARD_ERROR * 1000) / 10)
                        + " % in 95 cases of 100; the rows listed repeat a key for certain, others may do so too");
        return new RuleResult(
                rule,
                different(),
                evaluated,
                notEvaluated,
                RuleResult.Element.ROW,
                new RowSet(repeats),
                examples,
                note);
    }

    @Override
    public void write(StateBytes.Writer out) {
        out.put(evaluated).put(notEvaluated);
        repeats.write(out);
        out.put(firstRepeats.size());
        for (var repeat : firstRepeats) out.put(repeat.row()).put(repeat.key()).put(repeat.earlier());
        if (beyond != null) {
            out.put((byte) 2).put(beyond.toBytes());
            return;
        }
        out.put((byte) (keys.hasRows() ? 1 : 0)).put(keys.size());
        var sorted = new long[keys.size()];
        var at = new int[1];
        keys.forEach((key, row) -> sorted[at[0]++] = key);
        Arrays.sort(sorted);
        for (long key : sorted) {
            out.put(key);
            if (keys.hasRows()) out.put(keys.row(key));
        }
    }

    @Override
    public void read(StateBytes.Reader in, long rows) {
        evaluated = in.count();
        notEvaluated = in.count();
        in.require(evaluated <= rows && notEvaluated <= rows - evaluated, "a rule has more rows than there are");
        repeats = RowBits.read(in, rows);
        int n = in.length(RuleResult.EXAMPLES, 3 * Long.BYTES);
        for (int i = 0; i < n; i++) {
            var repeat = new Repeat(in.aLong(), in.aLong(), in.aLong());
            in.require(
                    repeat.row() >= 1 && repeat.row() <= rows && repeat.earlier() >= 0 && repeat.earlier() <= rows,
                    "a row is out of range");
            firstRepeats.add(repeat);
        }
        byte mode = in.aByte();
        in.require(mode >= 0 && mode <= 2, "the kind of a set is unknown");
        if (mode == 2) {
            beyond = DistinctCount.fromBytes(in.bytes());
            return;
        }
        if (mode == 0) keys.forgetRows();
        int size = in.length(maximumKeys, mode == 1 ? 2 * Long.BYTES : Long.BYTES);
        in.require(size + repeats.size() == evaluated, "keys and repeats do not add up");
        for (int i = 0; i < size; i++) {
            long key = in.aLong();
            long row = mode == 1 ? in.aLong() : 0;
            in.require(row >= mode && row <= rows, "a row is out of range");
            in.require(keys.add(key, row), "a key is there twice");
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public String toString() {
        return different() + " keys of columns " + Arrays.toString(columns);
    }
}
