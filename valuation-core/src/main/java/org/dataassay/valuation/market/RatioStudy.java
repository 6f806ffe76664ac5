package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.numeric.CounterRandom;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.Quantiles;
import org.dataassay.valuation.numeric.Welford;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Tells how good a model's estimates are, by the prices of what it valued: level, spread, and whether dear and cheap assets are treated alike.
 *
 * <p><b>Formula</b> r = A/S, m = median r. COD = 100/m · mean |r − m|. PRD = mean r ÷ (ΣA/ΣS). PRB = slope of (r − m)/m on log₂ ½(A/m + S). KI = Gini(A in the order of S) − Gini(S), MKI their quotient
 *
 * <p><b>Units and ranges</b> A and S above 0, one currency · COD in percent, PRB a share per doubling of value
 *
 * <p><b>Edge cases</b> values that do not differ have no PRB, prices that do not differ no MKI · equal prices share a rank · sales more than {@link Options#fences} interquartile ranges beyond the quartiles are named, and set aside only by option · fewer than {@link #FEW}
 * sales are warned of
 *
 * <p><b>Numerics</b> intervals are percentiles of bootstrap samples drawn by position from the context's seed; medians and percentiles by definition 7; resamples in which a statistic is not defined are left out of its interval
 *
 * <p><b>Use when / not when</b> a model valued things whose prices it did not see / the prices went into the model: then every statistic flatters
 *
 * @param options conventions
 * @see <a href="https://www.iaao.org">International Association of Assessing Officers, Standard on Ratio Studies, table 1-1 (its figures are a test here)</a>
 */
public record RatioStudy(Options options) implements Method<RatioStudyFacts, StudiedRatios> {

    public static final MethodId ID = MethodId.of("market.ratio-study");

    /** Fewer sales than this are warned of. */
    public static final int FEW = 20;

    /** Most outliers that a note names. */
    private static final int NAMED = 10;

    private static final int MOST_RESAMPLES = 100_000;
    private static final double MOST_FENCES = 100;
    private static final double QUARTER = 0.25;

    /** Of the streams of random numbers that a seed gives. */
    private static final long FIRST_STREAM = 0x52_61_74_69_6fL << 20;

    /** What happens to outliers. */
    public enum Outliers {
        /** Named, and studied with the others. */
        KEPT,
        /** Named, and left out of the statistics. */
        SET_ASIDE
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param resamples bootstrap samples, 100 to 100 000
     * @param confidence of the intervals, in [0.5, 1)
     * @param fences beyond so many interquartile ranges from the quartiles lies an outlier
     * @param outliers what happens to them
     * @param nearOne half the width of what counts as near 1 in the test of sales chasing
     * @param chasingLimit standard errors above which sales chasing is suspected
     * @param level band of the median ratio
     * @param dispersion band of COD
     * @param differential band of PRD
     * @param bias band of PRB
     * @param modifiedKakwani band of MKI
     */
    public record Options(
            int resamples,
            double confidence,
            double fences,
            Outliers outliers,
            double nearOne,
            double chasingLimit,
            Optional<Band> level,
            Optional<Band> dispersion,
            Optional<Band> differential,
            Optional<Band> bias,
            Optional<Band> modifiedKakwani) {

        /** Bands only where the standard of the IAAO gives one for every kind of asset; whoever judges level and COD states what is good. */
        public static final Options STANDARD = new Options(
                1000,
                0.95,
                3,
                Outliers.KEPT,
                0.02,
                3,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Band.of(0.98, 1.03)),
                Optional.of(Band.of(-0.05, 0.05)),
                Optional.empty());

        public Options {
            new Check()
                    .range("resamples", resamples, 100, MOST_RESAMPLES, "Take 1000 for a report.")
                    .that(
                            confidence >= 0.5 && confidence < 1,
                            "confidence",
                            "in [0.5, 1)",
                            confidence,
                            "Give a decimal: 95% is 0.95.")
                    .range("fences", fences, 0, MOST_FENCES, "Take 3 for far outliers, 1.5 for near ones.")
                    .range("nearOne", nearOne, 0, 0.5, "Give half the width of the band around 1, such as 0.02.")
                    .range("chasingLimit", chasingLimit, 0, MOST_FENCES, "Give a number of standard errors.")
                    .done();
        }

        public Options withResamples(int count) {
            return new Options(
                    count,
                    confidence,
                    fences,
                    outliers,
                    nearOne,
                    chasingLimit,
                    level,
                    dispersion,
                    differential,
                    bias,
                    modifiedKakwani);
        }

        public Options withOutliers(Outliers treatment) {
            return new Options(
                    resamples,
                    confidence,
                    fences,
                    treatment,
                    nearOne,
                    chasingLimit,
                    level,
                    dispersion,
                    differential,
                    bias,
                    modifiedKakwani);
        }

        /** Bands for the median ratio and COD, which depend on the kind of asset. */
        public Options withBands(Band ofLevel, Band ofDispersion) {
            return new Options(
                    resamples,
                    confidence,
                    fences,
                    outliers,
                    nearOne,
                    chasingLimit,
                    Optional.of(ofLevel),
                    Optional.of(ofDispersion),
                    differential,
                    bias,
                    modifiedKakwani);
        }
    }

    public static RatioStudy standard() {
        return new RatioStudy(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public StudiedRatios evaluate(RatioStudyFacts facts, ValuationContext context) {
        var sales = facts.sales();
        var whole = new RatioSample(
                sales.stream().mapToDouble(s -> s.estimate().toDouble()).toArray(),
                sales.stream().mapToDouble(s -> s.price().toDouble()).toArray());
        var outlying = outlying(whole.ratios());
        boolean setAside = options.outliers() == Outliers.SET_ASIDE && !outlying.isEmpty();
        var sample = setAside
                ? whole.at(IntStream.range(0, whole.size())
                        .filter(i -> !outlying.contains(i))
                        .toArray())
                : whole;
        var resamples = resamples(sample, context.seed());
        var names = outlying.stream().map(i -> sales.get(i).name()).toList();
        var chasing = chasing(sample);
        var worksheet = worksheet(facts);
        var found = new StudiedRatios(
                ID,
                whole.size(),
                sample.size(),
                always(sample, resamples, s -> s.median, options.level()),
                always(sample, resamples, RatioSample::meanRatio, Optional.empty()),
                always(sample, resamples, RatioSample::weightedMeanRatio, Optional.empty()),
                always(sample, resamples, RatioSample::dispersion, options.dispersion()),
                always(sample, resamples, RatioSample::differential, options.differential()),
                statistic(sample, resamples, RatioSample::bias, options.bias()),
                sample.slope().map(RatioSample.Slope::standardError),
                always(sample, resamples, s -> s.concentration().kakwani(), Optional.empty()),
                statistic(sample, resamples, s -> s.concentration().modified(), options.modifiedKakwani()),
                names,
                chasing,
                List.of(),
                Indication.provenance(this, context, worksheet));
        return withNotes(found, remarks(found, facts));
    }

    private static StudiedRatios withNotes(StudiedRatios found, List<Note> notes) {
        return new StudiedRatios(
                found.method(),
                found.sales(),
                found.used(),
                found.medianRatio(),
                found.meanRatio(),
                found.weightedMeanRatio(),
                found.dispersion(),
                found.differential(),
                found.bias(),
                found.biasError(),
                found.kakwani(),
                found.modifiedKakwani(),
                found.outliers(),
                found.chasing(),
                notes,
                found.provenance());
    }

    private List<Integer> outlying(double[] ratios) {
        var quartiles = Quantiles.exact(ratios, QUARTER, 1 - QUARTER);
        double reach = options.fences() * (quartiles[1] - quartiles[0]);
        return IntStream.range(0, ratios.length)
                .filter(i -> ratios[i] < quartiles[0] - reach || ratios[i] > quartiles[1] + reach)
                .boxed()
                .toList();
    }

    private List<RatioSample> resamples(RatioSample sample, long seed) {
        int n = sample.size();
        var uniform = new double[n];
        return IntStream.range(0, options.resamples())
                .mapToObj(b -> {
                    CounterRandom.fill(seed, FIRST_STREAM + b, 0, uniform, n);
                    return sample.at(
                            Arrays.stream(uniform).mapToInt(u -> (int) (u * n)).toArray());
                })
                .toList();
    }

    private RatioStatistic always(
            RatioSample sample, List<RatioSample> resamples, ToDoubleFunction<RatioSample> of, Optional<Band> band) {
        return statistic(sample, resamples, s -> OptionalDouble.of(of.applyAsDouble(s)), band)
                .orElseThrow();
    }

    /** The statistic with its bootstrap interval; empty where the sample has none. */
    private Optional<RatioStatistic> statistic(
            RatioSample sample,
            List<RatioSample> resamples,
            Function<RatioSample, OptionalDouble> of,
            Optional<Band> band) {
        var value = of.apply(sample);
        if (value.isEmpty()) return Optional.empty();
        var drawn = resamples.stream()
                .map(of)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double tail = 0.5 * (1 - options.confidence());
        var ends = drawn.length == 0
                ? new double[] {value.getAsDouble(), value.getAsDouble()}
                : Quantiles.exact(drawn, tail, 1 - tail);
        return Optional.of(new RatioStatistic(value.getAsDouble(), ends[0], ends[1], band));
    }

    /** The share of ratios near 1 against that of a normal distribution with their mean and standard deviation. */
    private StudiedRatios.Chasing chasing(RatioSample sample) {
        var ratios = sample.ratios();
        int n = ratios.length;
        double low = 1 - options.nearOne();
        double high = 1 + options.nearOne();
        double share = (double)
                        Arrays.stream(ratios).filter(r -> r >= low && r <= high).count()
                / n;
        var moments = Welford.of(ratios, n);
        double deviation = moments.standardDeviation();
        double expected = deviation == 0
                ? share
                : Elementary.normalCdf((high - moments.mean()) / deviation)
                        - Elementary.normalCdf((low - moments.mean()) / deviation);
        double error = Math.sqrt(expected * (1 - expected) / n);
        double score = error > 0 ? (share - expected) / error : 0;
        return new StudiedRatios.Chasing(share, expected, score, score > options.chasingLimit());
    }

    private List<Note> remarks(StudiedRatios found, RatioStudyFacts facts) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "bootstrap-intervals",
                options.resamples() + " resamples, confidence " + Plain.of(options.confidence())));
        if (found.used() < FEW)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "few-sales",
                    "Only " + found.used() + " sales: read the intervals, not the values."));
        if (!found.outliers().isEmpty())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    options.outliers() == Outliers.KEPT ? "ratio-outliers-kept" : "ratio-outliers-set-aside",
                    named(found.outliers())));
        outside(notes, "median ratio", Optional.of(found.medianRatio()));
        outside(notes, "COD", Optional.of(found.dispersion()));
        outside(notes, "PRD", Optional.of(found.differential()));
        outside(notes, "PRB", found.bias());
        outside(notes, "MKI", found.modifiedKakwani());
        if (found.bias().isEmpty() || found.modifiedKakwani().isEmpty())
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "values-do-not-differ",
                    "Without dear and cheap assets nothing can be said of how they are treated."));
        var chasing = found.chasing();
        if (chasing.isSuspected())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "sales-chasing",
                    Plain.of(rounded(chasing.share())) + " of the ratios are within " + Plain.of(options.nearOne())
                            + " of 1, " + Plain.of(rounded(chasing.expected()))
                            + " were to be expected: the estimates may have been made from these prices."));
        if (!facts.source().isStated()) notes.add(Note.of(Note.Kind.MISSING, "source-not-stated", "sales"));
        return notes;
    }

    private static void outside(List<Note> notes, String name, Optional<RatioStatistic> statistic) {
        statistic.filter(s -> !s.isGood()).ifPresent(s -> {
            var band = s.band().orElseThrow();
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "ratio-outside-band",
                    name + " " + Plain.of(rounded(s.value())) + ", not in " + Plain.of(band.low()) + " to "
                            + Plain.of(band.high())
                            + (s.isSurelyBad() ? "" : "; its interval reaches into the band")));
        });
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    private static String named(List<String> names) {
        var text = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? text : text + " and " + (names.size() - NAMED) + " more";
    }

    /** The sales as inputs of a sheet, for their digest. */
    private static Worksheet worksheet(RatioStudyFacts facts) {
        var sales = facts.sales();
        var sheet = Sheet.open(sales.get(0).price().currency());
        var axis = sheet.axis(
                "sales",
                IntStream.rangeClosed(1, sales.size())
                        .mapToObj(Integer::toString)
                        .toList());
        var estimate = sheet.given(
                "estimate",
                Unit.MONEY,
                axis,
                InputRow.of(sales.stream().map(RatedSale::estimate).toList(), facts.source()));
        var price = sheet.given(
                "price",
                Unit.MONEY,
                axis,
                InputRow.of(sales.stream().map(RatedSale::price).toList(), facts.source()));
        return sheet.close(sheet.let("weightedMeanRatio", estimate.sum().dividedBy(price.sum())));
    }
}
