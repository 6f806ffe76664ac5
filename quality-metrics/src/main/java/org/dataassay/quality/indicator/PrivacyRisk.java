package org.dataassay.quality.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.indicator.FoundPrivacyRisk.Risk;
import org.dataassay.quality.indicator.FoundPrivacyRisk.SensitiveResult;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Utf8;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Measures how easily the persons of a table can be told by what an intruder may know.
 *
 * <p><b>Formula</b>  a class holds the f rows with the same quasi-identifiers; k = min f. Prosecutor: 1/f. Journalist: E[1/F | f], F the class in the population, F − f negative
 * binomial with the sampling fraction π, hence π·∫₀¹ u^(f−1)/(π + (1 − π)u) du; or π/f. Average over the rows = marketer. Per sensitive column: l = least number of
 * different values of a class, and e^H, H its entropy; t = greatest distance of a class's distribution p from the table's q, ½Σ|p − q|, or on ranks Σ|P − Q|/(m − 1), m
 * different values
 * <p><b>Units and ranges</b>  k at least 1 · risks and t in [0, 1] · π in (0, 1]
 * <p><b>Edge cases</b>  π = 1 makes the journalist a prosecutor · π unknown: the journalist's risk is not measured · a table without rows has k = 0 and no risk · a missing
 * quasi-identifier is one value of its own, or its row is left out, see {@link Missing} · a missing sensitive value is a value
 * <p><b>Numerics</b>  classes are told apart by their bytes, never by hash alone; E[1/F] by a series of positive terms, relative error below 1e-14; more than
 * {@link Options#maximumClasses()} classes fail rather than being estimated
 * <p><b>Use when / not when</b>  microdata are to be listed or shared / several tables may be joined by an intruder: then name what the other tables add as
 * quasi-identifiers. Which columns identify is a judgement of the holder
 * <p>Immutable and thread-safe; the table is read by one thread, to its end, and is not closed.
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1142/S0218488502001648">L. Sweeney, k-anonymity, IJUFKS 10 (2002), section 3</a>
 * @see <a href="https://doi.org/10.1145/1217299.1217302">A. Machanavajjhala et al., l-diversity, ACM TKDD 1 (2007), section 4</a>
 * @see <a href="https://doi.org/10.1109/ICDE.2007.367856">N. Li, T. Li, S. Venkatasubramanian, t-closeness, ICDE 2007, section 5</a>
 * @see <a href="https://doi.org/10.1197/jamia.M2716">K. El Emam, F. Dankar, Protecting privacy using k-anonymity, JAMIA 15 (2008), page 627</a>
 * @see <a href="https://doi.org/10.1007/978-3-540-25955-8_20">S. Polettini, G. Seri / L. Franconi, individual risk of disclosure (Benedetti–Franconi model), PSD 2004, page
 *     262</a>
 */
public record PrivacyRisk(Options options) implements Method<PrivacyFacts, FoundPrivacyRisk> {

    public static final MethodId ID = MethodId.of("quality.privacy-risk");

    /** More classes than these are not held unless the options allow it; some 120 bytes each. */
    public static final int MAXIMUM_CLASSES = 2_000_000;

    /** What a missing quasi-identifier is. */
    public enum Missing {
        /** A value of its own, the same for every way of saying nothing. */
        ONE_VALUE,
        /** A reason to leave the row out; it is counted. */
        LEAVE_OUT
    }

    /** How a class of the sample tells its size in the population. */
    public enum Population {
        /** F − f is negative binomial: the model of Benedetti and Franconi. */
        NEGATIVE_BINOMIAL,
        /** F = f / π. */
        SCALED
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param missing what a missing quasi-identifier is
     * @param words which words stand for no value
     * @param population how a class of the sample tells its size in the population
     * @param maximumClasses most classes, and most pairs of a class and a sensitive value, that are held
     */
    public record Options(Missing missing, MissingValues words, Population population, int maximumClasses) {
        public static final Options STANDARD =
                new Options(Missing.ONE_VALUE, MissingValues.standard(), Population.NEGATIVE_BINOMIAL, MAXIMUM_CLASSES);

        public Options {
            new Check()
                    .that(
                            maximumClasses >= 1,
                            "maximumClasses",
                            "at least 1",
                            maximumClasses,
                            "Allow as many as fit into memory.")
                    .done();
        }

        public Options withMissing(Missing how) {
            return new Options(how, words, population, maximumClasses);
        }

        public Options withPopulation(Population how) {
            return new Options(missing, words, how, maximumClasses);
        }

        public Options withMaximumClasses(int most) {
            return new Options(missing, words, population, most);
        }
    }

    public static PrivacyRisk standard() {
        return new PrivacyRisk(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public FoundPrivacyRisk evaluate(PrivacyFacts facts, ValuationContext context) {
        var table = facts.table();
        var groups = new Groups(table, facts, options);
        while (table.advance()) groups.add(table.row());
        var sizes = new TreeMap<Long, Long>();
        for (int group = 0; group < groups.count(); group++) sizes.merge(groups.size(group), 1L, Long::sum);
        long k = sizes.isEmpty() ? 0 : sizes.firstKey();
        long required = facts.required().map(PrivacyFacts.Required::k).orElse(2);
        var sensitive = new ArrayList<SensitiveResult>();
        for (int i = 0; i < facts.sensitive().size(); i++) sensitive.add(groups.sensitive(i));
        return new FoundPrivacyRisk(
                groups.rows(),
                groups.leftOut,
                groups.count(),
                k,
                sizes.getOrDefault(1L, 0L),
                sizes,
                risk(sizes, groups.rows(), required, 1),
                facts.samplingFraction().map(f -> risk(sizes, groups.rows(), required, f.value())),
                sensitive,
                groups.rowsWhere(group -> groups.size(group) < required),
                notes(facts, table, groups.leftOut),
                new Provenance(ID, version(), LibraryVersion.VERSION, options, table.digest(), context.seed()));
    }

    private Risk risk(Map<Long, Long> sizes, long rows, long required, double fraction) {
        if (rows == 0) return new Risk(0, 0, 0);
        double highest = 0;
        var sum = new NeumaierSum();
        long above = 0;
        for (var entry : sizes.entrySet()) {
            double size = entry.getKey();
            double each = inversePopulation(entry.getKey(), fraction, options.population());
            highest = Math.max(highest, each);
            sum.add(entry.getValue() * size * each);
            if (each * required > 1 + 1e-12) above += entry.getValue() * entry.getKey();
        }
        return new Risk(highest, Math.min(1, sum.value() / rows), (double) above / rows);
    }

    /** The expected 1/F of a class with f rows in a sample of a fraction of the population. */
    static double inversePopulation(long f, double fraction, Population population) {
        if (fraction == 1) return 1.0 / f;
        if (population == Population.SCALED) return fraction / f;
        double q = 1 - fraction;
        if (f == 1) return fraction * -Elementary.log(fraction) / q;
        double term = 1.0 / f;
        double sum = 0;
        for (long i = 1; sum + term > sum; i++) {
            sum += term;
            term *= q * i / (f + i);
        }
        return fraction * sum;
    }

    private List<Note> notes(PrivacyFacts facts, TableSource table, long leftOut) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "quasi-identifiers",
                "judged to be " + String.join(", ", facts.quasiIdentifiers())));
        facts.required()
                .ifPresentOrElse(
                        r -> notes.add(Note.of(
                                Note.Kind.ASSUMPTION,
                                "required",
                                "k " + r.k() + ", l " + r.l() + ", t " + Plain.of(r.t()) + ": "
                                        + r.source().summarize())),
                        () -> notes.add(
                                Note.of(Note.Kind.INFO, "nothing-required", "rows that stand alone are called risky")));
        facts.samplingFraction()
                .ifPresentOrElse(
                        f -> {
                            if (!f.source().isStated())
                                notes.add(Note.of(Note.Kind.MISSING, "source-not-stated", "samplingFraction"));
                        },
                        () -> notes.add(Note.of(
                                Note.Kind.MISSING,
                                "sampling-fraction-not-known",
                                "the journalist's and the marketer's risk in the population are not measurable")));
        if (leftOut > 0)
            notes.add(Note.of(
                    Note.Kind.LIMIT, "rows-left-out", leftOut + " rows lack a quasi-identifier and stand in no class"));
        if (table.rejected().ragged() > 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "rows-rejected",
                    table.rejected().ragged() + " rows have a wrong number of fields"));
        return notes;
    }

    /** Bytes that are equal when all of them are. */
    private record Key(String bytes) {}

    /** Whether a class is meant. */
    private interface GroupTest {
        boolean holds(int group);
    }

    /** The classes of the rows so far. */
    private static final class Groups {

        private final PrivacyFacts facts;
        private final Options options;
        private final MissingValues.Matcher missing;
        private final int[] quasi;
        private final int[] sensitive;
        private final Map<Key, Integer> byKey = new HashMap<>();
        private final List<Map<String, Integer>> values = new ArrayList<>();
        private final List<Map<Long, long[]>> counts = new ArrayList<>();
        private long[] sizes = new long[1024];
        private int[] groupOf = new int[1024];
        private long[] numbers = new long[1024];
        private int rows;
        private long leftOut;

        Groups(TableSource table, PrivacyFacts facts, Options options) {
            this.facts = facts;
            this.options = options;
            this.missing = options.words().matcher();
            this.quasi = facts.quasiIdentifiers().stream()
                    .mapToInt(table.columns()::indexOf)
                    .toArray();
            this.sensitive = facts.sensitive().stream()
                    .mapToInt(s -> table.columns().indexOf(s.column()))
                    .toArray();
            for (int i = 0; i < sensitive.length; i++) {
                values.add(new HashMap<>());
                counts.add(new HashMap<>());
            }
        }

        long rows() {
            return rows;
        }

        int count() {
            return byKey.size();
        }

        long size(int group) {
            return sizes[group];
        }

        void add(Row row) {
            var key = new StringBuilder();
            for (int column : quasi) {
                var cell = row.cell(column);
                if (missing.isMissing(cell)) {
                    if (options.missing() == Missing.LEAVE_OUT) {
                        leftOut++;
                        return;
                    }
                    key.append('-');
                } else {
                    var text = cell.toString();
                    key.append(text.length()).append(':').append(text);
                }
            }
            var group = byKey.computeIfAbsent(new Key(key.toString()), k -> byKey.size());
            if (byKey.size() > options.maximumClasses()) throw tooMany("classes of quasi-identifiers");
            if (group >= sizes.length) sizes = Arrays.copyOf(sizes, sizes.length * 2);
            sizes[group]++;
            if (rows == groupOf.length) {
                groupOf = Arrays.copyOf(groupOf, rows * 2);
                numbers = Arrays.copyOf(numbers, rows * 2);
            }
            groupOf[rows] = group;
            numbers[rows++] = row.number();
            for (int i = 0; i < sensitive.length; i++) count(i, group, row);
        }

        private void count(int i, int group, Row row) {
            var cell = row.cell(sensitive[i]);
            var attribute = facts.sensitive().get(i);
            boolean absent = missing.isMissing(cell);
            if (attribute.scale() == PrivacyFacts.Scale.ORDERED
                    && !absent
                    && cell.decimal().isEmpty())
                throw InvalidInputException.of(
                        QualityError.RULE_INVALID,
                        "sensitive[" + i + "]",
                        "a column of numbers, as its scale is ordered",
                        "text in row " + row.number(),
                        "Correct the cell, or call the column categorical.");
            var known = values.get(i);
            int value = known.computeIfAbsent(absent ? "" : cell.toString(), v -> known.size());
            counts.get(i).computeIfAbsent((long) group << 32 | value, p -> new long[1])[0]++;
            if (counts.get(i).size() > options.maximumClasses())
                throw tooMany("pairs of a class and a sensitive value");
        }

        private ValuationFailedException tooMany(String what) {
            return ValuationFailedException.of(
                    QualityError.TOO_MANY_GROUPS, facts.table().name(), options.maximumClasses(), what);
        }

        RowSet rowsWhere(GroupTest test) {
            var chosen = new boolean[count()];
            for (int group = 0; group < chosen.length; group++) chosen[group] = test.holds(group);
            return RowSet.of(IntStream.range(0, rows)
                    .filter(i -> chosen[groupOf[i]])
                    .mapToLong(i -> numbers[i])
                    .toArray());
        }

        SensitiveResult sensitive(int i) {
            var attribute = facts.sensitive().get(i);
            var order = order(i, attribute.scale());
            int m = order.length;
            var all = new long[m];
            var byGroup = new ArrayList<List<long[]>>();
            for (int group = 0; group < count(); group++) byGroup.add(new ArrayList<>());
            counts.get(i).forEach((pair, count) -> {
                int place = order[(int) (long) pair];
                all[place] += count[0];
                byGroup.get((int) (pair >>> 32)).add(new long[] {place, count[0]});
            });
            var distinct = new long[count()];
            var distance = new double[count()];
            long leastDistinct = Long.MAX_VALUE;
            double leastEntropy = Double.MAX_VALUE;
            double furthest = 0;
            for (int group = 0; group < count(); group++) {
                var own = merged(byGroup.get(group));
                distinct[group] = own.size();
                distance[group] = attribute.scale() == PrivacyFacts.Scale.ORDERED
                        ? onRanks(own, sizes[group], all)
                        : anyTwoAlike(own, sizes[group], all);
                leastDistinct = Math.min(leastDistinct, own.size());
                leastEntropy = Math.min(leastEntropy, entropy(own, sizes[group]));
                furthest = Math.max(furthest, distance[group]);
            }
            if (count() == 0) {
                leastDistinct = 0;
                leastEntropy = 0;
            }
            int l = facts.required().map(PrivacyFacts.Required::l).orElse(1);
            double t = facts.required().map(PrivacyFacts.Required::t).orElse(1.0);
            return new SensitiveResult(
                    attribute.column(),
                    leastDistinct,
                    count() == 0 ? 0 : Elementary.exp(leastEntropy),
                    furthest,
                    rowsWhere(group -> distinct[group] < l),
                    rowsWhere(group -> distance[group] > t + 1e-12));
        }

        /** In order of their places, each place once: 1 and 1.0 are one number. */
        private static List<long[]> merged(List<long[]> own) {
            own.sort(Comparator.comparingLong(c -> c[0]));
            var merged = new ArrayList<long[]>();
            for (var count : own) {
                var last = merged.isEmpty() ? count : merged.get(merged.size() - 1);
                if (last[0] == count[0] && !merged.isEmpty()) last[1] += count[1];
                else merged.add(count);
            }
            return merged;
        }

        /** From a value's index to its place: the order of the numbers, or of first appearance. */
        private int[] order(int i, PrivacyFacts.Scale scale) {
            var known = values.get(i);
            var places = new int[known.size()];
            if (scale == PrivacyFacts.Scale.CATEGORICAL) {
                for (int v = 0; v < places.length; v++) places[v] = v;
                return places;
            }
            // No value comes before every number; 1.0 and 1 are one value.
            var sorted = new TreeMap<BigDecimal, List<Integer>>();
            int first = 0;
            for (var entry : known.entrySet()) {
                if (entry.getKey().isEmpty()) {
                    places[entry.getValue()] = 0;
                    first = 1;
                } else {
                    sorted.computeIfAbsent(Utf8.of(entry.getKey()).decimal().orElseThrow(), n -> new ArrayList<>())
                            .add(entry.getValue());
                }
            }
            int place = first;
            for (var same : sorted.values()) {
                for (int value : same) places[value] = place;
                place++;
            }
            return places;
        }

        private double anyTwoAlike(List<long[]> own, long size, long[] all) {
            // Σ|p − q| over the values of the class, plus the whole share of the values that it lacks
            double sum = 0;
            long covered = 0;
            for (var count : own) {
                covered += all[(int) count[0]];
                sum += Math.abs((double) count[1] / size - (double) all[(int) count[0]] / rows);
            }
            return (sum + (double) (rows - covered) / rows) / 2;
        }

        private double onRanks(List<long[]> own, long size, long[] all) {
            int values = 0;
            for (long count : all) if (count > 0) values++;
            if (values < 2) return 0;
            double sum = 0;
            long below = 0;
            long ownBelow = 0;
            int next = 0;
            for (int place = 0; place < all.length; place++) {
                if (all[place] == 0) continue;
                below += all[place];
                while (next < own.size() && own.get(next)[0] == place) ownBelow += own.get(next++)[1];
                sum += Math.abs((double) ownBelow / size - (double) below / rows);
            }
            return sum / (values - 1);
        }

        private static double entropy(List<long[]> own, long size) {
            double entropy = 0;
            for (var count : own) {
                double p = (double) count[1] / size;
                entropy -= p * Elementary.log(p);
            }
            return Math.max(0, entropy);
        }
    }
}
