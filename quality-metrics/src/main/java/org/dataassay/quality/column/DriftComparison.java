package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.special.Gamma;
import org.dataassay.quality.column.DriftReport.Change;
import org.dataassay.quality.column.DriftReport.Level;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Compares two states of a table: columns, types, missing and new values, and how values are distributed.
 *
 * <p><b>Formula</b>  PSI = Σ (q − p)·ln(q/p);  JS = √(½ Σ p·log₂(p/m) + ½ Σ q·log₂(q/m)), m = (p + q)/2;  D = sup |F₁ − F₂|;  shift = (x̄₂ − x̄₁)/s₁;  p, q the shares
 * of a class among the earlier and the later values
 * <p><b>Classes</b>  each value where all are known and few, else the tenths of the earlier numbers or days, else the looks of the texts; a class that is empty on one
 * side counts half a row there, in the index only
 * <p><b>Error</b>  D is read off quantiles at steps of 1/{@link Distribution#STEPS}:  |D̂ − D| ≤ 1/{@link Distribution#STEPS} + e₁ + e₂ + 1/n + 1/m, e the sketches'
 * errors of rank
 * <p><b>Sampling</b>  odds that two samples of one population differ so much: Pearson's χ² with k − 1 degrees of freedom for the index and the distance over k
 * classes (both are multiples of it up to third order), 2·exp(−2·(D̂ − error)²·nm/(n + m)) for D, which bounds Smirnov's series, and the normal distribution for
 * means and shares. A change counts when its odds are below {@link DriftOptions#falseAlarm()} divided by the number of tests
 * <p><b>Edge cases</b>  an empty table: only columns are compared · a later table with a million rows makes any difference significant, which is why it must also
 * be beyond a threshold
 * <p><b>Use when / not when</b>  a delivery is compared with the last one, or a listing with its sample / rows are matched one by one: compare by key
 * <p>Immutable and thread-safe.
 *
 * @param options from where on a difference matters
 * @see <a href="https://econpapers.repec.org/RePEc:rsk:journ5:7725371">B. Yurdakul, J. Naranjo, Statistical Properties of the Population Stability Index, Journal of
 *     Risk Model Validation, abstract: the rule of thumb and why it needs the sample size</a>
 * @see <a href="https://doi.org/10.1109/18.61115">J. Lin, Divergence Measures Based on the Shannon Entropy, IEEE Transactions on Information Theory 37 (1991), section
 *     IV</a>
 */
public record DriftComparison(DriftOptions options) implements Method<DriftFacts, DriftReport> {

    public static final MethodId ID = MethodId.of("quality.drift");

    /** The share of values by which a column's kind is told. */
    private static final double KIND_SHARE = ColumnProfile.TYPE_SHARE;

    /** Compares with these options. */
    public static DriftComparison with(DriftOptions options) {
        return new DriftComparison(options);
    }

    /** Compares with {@link DriftOptions#standard()}. */
    public static DriftComparison standard() {
        return with(DriftOptions.standard());
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** A comparison before its level is known. */
    private record Compared(
            String column,
            DriftMeasure measure,
            double amount,
            double error,
            OptionalDouble odds,
            String explanation) {}

    @Override
    public DriftReport evaluate(DriftFacts facts, ValuationContext context) {
        var earlier = facts.earlier();
        var later = facts.later();
        var compared = new ArrayList<Compared>();
        if (earlier.rows() > 0)
            compared.add(new Compared(
                    "",
                    DriftMeasure.ROWS,
                    Math.abs((double) (later.rows() - earlier.rows())) / earlier.rows(),
                    0,
                    OptionalDouble.empty(),
                    earlier.rows() + " rows, now " + later.rows()));
        for (var column : earlier.columns()) {
            var now = later.column(column.name());
            if (now.isPresent()) compare(column, now.get(), compared);
            else compared.add(event(column.name(), DriftMeasure.VANISHED_COLUMN, "the column is no longer there"));
        }
        for (var column : later.columns()) {
            if (earlier.column(column.name()).isEmpty())
                compared.add(event(column.name(), DriftMeasure.NEW_COLUMN, "the column was not there"));
        }
        return report(
                facts,
                context,
                compared.stream()
                        .filter(c -> options.thresholds().containsKey(c.measure()))
                        .toList());
    }

    private static Compared event(String column, DriftMeasure measure, String explanation) {
        return new Compared(column, measure, 1, 0, OptionalDouble.empty(), explanation);
    }

    private DriftReport report(DriftFacts facts, ValuationContext context, List<Compared> compared) {
        long tests = compared.stream().filter(c -> c.odds().isPresent()).count();
        double odds = options.falseAlarm() / Math.max(1, tests);
        var changes = compared.stream()
                .map(c -> new Change(
                        c.column(), c.measure(), level(c, odds), c.amount(), c.error(), c.odds(), c.explanation()))
                .sorted(Comparator.comparing(Change::level)
                        .thenComparing(Comparator.comparingDouble(this::excess).reversed()))
                .toList();
        var notes = List.of(
                Note.of(
                        Note.Kind.ASSUMPTION,
                        "drift-thresholds",
                        "thresholds are conventions: of credit scoring for the stability index, of effect sizes for means, of this library for the rest"),
                Note.of(
                        Note.Kind.INFO,
                        "drift-tests",
                        tests + " tests, each at odds of " + Plain.of(options.falseAlarm()) + " / "
                                + Math.max(1, tests)));
        var provenance = new Provenance(
                ID,
                version(),
                LibraryVersion.VERSION,
                options,
                facts.earlier().digest() + " " + facts.later().digest(),
                context.seed());
        return new DriftReport(
                facts.earlier().table(),
                facts.later().table(),
                facts.earlier().rows(),
                facts.later().rows(),
                changes,
                notes,
                provenance);
    }

    private DriftOptions.Threshold threshold(DriftMeasure measure) {
        var threshold = options.thresholds().get(measure);
        if (threshold == null) throw new IllegalStateException("not compared: " + measure);
        return threshold;
    }

    /** How many times the lower threshold. */
    private double excess(Change change) {
        return change.amount() / Math.max(threshold(change.measure()).moderate(), 1e-9);
    }

    private Level level(Compared compared, double odds) {
        var threshold = threshold(compared.measure());
        if (!(compared.amount() >= threshold.moderate())) return Level.NONE;
        if (compared.odds().isPresent() && !(compared.odds().getAsDouble() < odds)) return Level.NOT_SIGNIFICANT;
        return compared.amount() >= threshold.major() ? Level.MAJOR : Level.MODERATE;
    }

    // ---- one column ----

    private static void compare(ColumnSummary earlier, ColumnSummary later, List<Compared> compared) {
        if (earlier.rows() == 0 || later.rows() == 0) return;
        var name = earlier.name();
        missing(earlier, later, compared);
        if (earlier.valued() == 0 || later.valued() == 0) return;
        var before = earlier.kind(KIND_SHARE).orElse(ValueKind.TEXT);
        var now = later.kind(KIND_SHARE).orElse(ValueKind.TEXT);
        if (before != now)
            compared.add(event(
                    name,
                    DriftMeasure.TYPE,
                    before.name().toLowerCase(java.util.Locale.ROOT) + ", now "
                            + now.name().toLowerCase(java.util.Locale.ROOT)));
        distinct(earlier, later, compared);
        newValues(earlier, later, compared);
        Classes.of(earlier, later, ColumnSummary.VALUES)
                .filter(c -> c.size() > 1)
                .ifPresent(classes -> classes(name, classes, compared));
        distributions(name, earlier, later, ColumnSummary::numbers, "", compared);
        distributions(name, earlier, later, ColumnSummary::days, " days", compared);
    }

    private static void missing(ColumnSummary earlier, ColumnSummary later, List<Compared> compared) {
        double p = (double) earlier.missing() / earlier.rows();
        double q = (double) later.missing() / later.rows();
        compared.add(new Compared(
                earlier.name(),
                DriftMeasure.MISSING_SHARE,
                Math.abs(q - p),
                0,
                OptionalDouble.of(oddsOfShares(earlier.missing(), earlier.rows(), later.missing(), later.rows())),
                "missing " + share(p) + ", now " + share(q)));
    }

    /** Two-sided odds of the pooled test of two shares. */
    static double oddsOfShares(long a, long n, long b, long m) {
        double pooled = (double) (a + b) / (n + m);
        double variance = pooled * (1 - pooled) * (1.0 / n + 1.0 / m);
        if (variance <= 0) return 1;
        return odds(((double) b / m - (double) a / n) / Math.sqrt(variance));
    }

    private static double odds(double z) {
        return Math.min(1, 2 * Elementary.normalCdf(-Math.abs(z)));
    }

    private static void distinct(ColumnSummary earlier, ColumnSummary later, List<Compared> compared) {
        boolean known = earlier.valuesComplete() && later.valuesComplete();
        double before = known ? earlier.distinct() : (double) earlier.distinct() / earlier.valued();
        double now = known ? later.distinct() : (double) later.distinct() / later.valued();
        var unit = known ? " different values" : " different values per value";
        compared.add(new Compared(
                earlier.name(),
                DriftMeasure.DISTINCT,
                Math.abs(now / before - 1),
                0,
                OptionalDouble.empty(),
                rounded(before) + unit + ", now " + rounded(now)));
    }

    private static void newValues(ColumnSummary earlier, ColumnSummary later, List<Compared> compared) {
        if (!earlier.valuesComplete() || !later.valuesComplete()) return;
        long fresh = later.values().stream()
                .filter(v -> earlier.countOf(v.value()).isEmpty())
                .mapToLong(ColumnProfile.FrequentValue::count)
                .sum();
        compared.add(new Compared(
                earlier.name(),
                DriftMeasure.NEW_VALUES,
                (double) fresh / later.valued(),
                0,
                OptionalDouble.of(oddsOfShares(0, earlier.valued(), fresh, later.valued())),
                fresh + " of " + later.valued() + " values did not occur before"));
    }

    private static void classes(String name, Classes classes, List<Compared> compared) {
        var odds = OptionalDouble.of(Gamma.regularizedGammaQ((classes.size() - 1) / 2.0, classes.chiSquare() / 2));
        var explanation = "over " + classes.size() + " classes of " + classes.what;
        compared.add(new Compared(name, DriftMeasure.STABILITY_INDEX, classes.stabilityIndex(), 0, odds, explanation));
        compared.add(
                new Compared(name, DriftMeasure.JENSEN_SHANNON, classes.jensenShannonDistance(), 0, odds, explanation));
    }

    private static void distributions(
            String name,
            ColumnSummary earlier,
            ColumnSummary later,
            Function<ColumnSummary, Optional<Distribution>> of,
            String unit,
            List<Compared> compared) {
        if (of.apply(earlier).isEmpty() || of.apply(later).isEmpty()) return;
        var a = of.apply(earlier).get();
        var b = of.apply(later).get();
        if (2 * a.count() < earlier.valued() || 2 * b.count() < later.valued()) return;
        double distance = kolmogorovSmirnov(a, b);
        double error = 1.0 / Distribution.STEPS + a.rankError() + b.rankError() + 1.0 / a.count() + 1.0 / b.count();
        double effective = (double) a.count() / (a.count() + b.count()) * b.count();
        double sure = Math.max(0, distance - error);
        double odds = Math.min(1, 2 * Elementary.exp(-2 * sure * sure * effective));
        compared.add(new Compared(
                name,
                DriftMeasure.KOLMOGOROV_SMIRNOV,
                distance,
                Math.min(1, error),
                OptionalDouble.of(odds),
                "medians " + rounded(a.quantile(Distribution.STEPS / 2)) + " and "
                        + rounded(b.quantile(Distribution.STEPS / 2)) + unit));
        double before = a.standardDeviation().orElse(0);
        double now = b.standardDeviation().orElse(0);
        if (!(before > 0)) return;
        double difference = b.mean() - a.mean();
        double standardError = Math.sqrt(before * before / a.count() + now * now / b.count());
        compared.add(new Compared(
                name,
                DriftMeasure.MEAN_SHIFT,
                Math.abs(difference) / before,
                0,
                OptionalDouble.of(odds(difference / standardError)),
                "means " + rounded(a.mean()) + " and " + rounded(b.mean()) + unit));
    }

    /** The largest difference of the two stairs that the quantiles are; between their steps neither moves. */
    static double kolmogorovSmirnov(Distribution a, Distribution b) {
        double largest = 0;
        for (var one : List.of(a, b)) {
            for (double x : one.quantiles()) largest = Math.max(largest, Math.abs(a.shareUpTo(x) - b.shareUpTo(x)));
        }
        return largest;
    }

    private static String share(double share) {
        return rounded(share * 100) + " %";
    }

    private static String rounded(double value) {
        var rounded = new java.math.BigDecimal(value).round(new java.math.MathContext(4));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
