package org.dataassay.valuation.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.Design;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.LeastSquares;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.numeric.Welford;

/** The logarithm of price regressed on characteristics: measures less their mean, levels and periods against the commonest one and the valuation's own. */
final class HedonicModel {

    private static final double INFLUENTIAL = 4;
    private static final int RESET_TERMS = 2;

    /** What one row of the design is made from. */
    private record Profile(
            Map<String, Double> measures, Map<String, String> categories, String period, Set<String> words) {}

    /** What kind of column. */
    enum Kind {
        MEASURE,
        LEVEL,
        PERIOD,
        WORD
    }

    /**
     * One column.
     *
     * @param name of the column
     * @param kind what kind
     * @param characteristic measure or category it stands for
     * @param level of the category, or the period
     * @param mean subtracted from a measure
     * @param word reads a title
     */
    private record Term(
            String name,
            Kind kind,
            String characteristic,
            String level,
            double mean,
            Optional<TitleWords.Column> word) {

        double value(Profile profile, Set<String> logarithms) {
            return switch (kind) {
                case MEASURE -> entering(profile, characteristic, logarithms) - mean;
                case LEVEL -> level.equals(profile.categories.get(characteristic)) ? 1 : 0;
                case PERIOD -> level.equals(profile.period) ? 1 : 0;
                case WORD -> word.map(w -> w.value().apply(profile.words)).orElse(0.0);
            };
        }
    }

    private final ListingFacts facts;
    private final HedonicRegression.Options options;
    private final List<Profile> profiles;
    private final List<Term> terms = new ArrayList<>();
    private final Map<String, String> bases = new LinkedHashMap<>();
    private final List<String> constant = new ArrayList<>();
    private final List<String> wordsLeftOut = new ArrayList<>();
    private final String basePeriod;
    private final LeastSquares fit;
    private final double[] subjectRow;

    HedonicModel(ListingFacts facts, HedonicRegression.Options options, LocalDate valuationDate) {
        this.facts = facts;
        this.options = options;
        checkComplete();
        profiles = facts.comparables().stream().map(this::profile).toList();
        basePeriod = options.period().map(p -> basePeriod(p, valuationDate)).orElse("");
        addMeasures();
        addLevels();
        addPeriods();
        var design = design(terms);
        design = withWords(design);
        int p = design.names().size();
        new Check()
                .that(
                        profiles.size() > p,
                        "comparables",
                        "more than the " + p + " columns that their characteristics make",
                        profiles.size(),
                        "Give more comparables, fewer characteristics, or merge levels that few have.")
                .done();
        fit = LeastSquares.of(design, logPrices(), options.rankTolerance());
        subjectRow = row(subject());
    }

    private void checkComplete() {
        var check = new Check();
        for (int i = 0; i < facts.comparables().size(); i++) {
            var at = "comparables[" + i + "].";
            var comparable = facts.comparables().get(i);
            for (var measure : facts.subject().measures().keySet())
                if (!comparable.measures().containsKey(measure)) check.add(missing(at + "measures." + measure));
            for (var category : facts.subject().categories().keySet())
                if (!comparable.categories().containsKey(category)) check.add(missing(at + "categories." + category));
            if (options.period().isPresent() && comparable.date().isEmpty()) check.add(missing(at + "date"));
            if (options.titles().isPresent() && comparable.title().isEmpty()) check.add(missing(at + "title"));
        }
        if (options.titles().isPresent() && facts.subject().title().isEmpty()) check.add(missing("subject.title"));
        check.done();
    }

    private static Problem missing(String field) {
        return Problem.of(
                ValuationError.MISSING,
                field,
                "A regression needs it of all: find it, leave the comparable out, or use market.nearest-comparables.");
    }

    private Profile profile(DescribedComparable comparable) {
        return new Profile(
                comparable.measures(),
                comparable.categories(),
                options.period().flatMap(p -> comparable.date().map(p::of)).orElse(""),
                words(comparable.title()));
    }

    private Profile subject() {
        var measures = new LinkedHashMap<String, Double>();
        facts.subject().measures().forEach((name, input) -> measures.put(name, input.value()));
        return new Profile(
                measures,
                facts.subject().categories(),
                basePeriod,
                words(facts.subject().title()));
    }

    private Set<String> words(Optional<String> title) {
        return options.titles().isEmpty() ? Set.of() : title.map(TitleWords::of).orElse(Set.of());
    }

    /** The period of the valuation, or the last before it that has prices. */
    private String basePeriod(ListingPeriod period, LocalDate valuationDate) {
        var last = period.of(valuationDate);
        return profiles.stream()
                .map(Profile::period)
                .filter(p -> p.compareTo(last) <= 0)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.INVALID,
                        "comparables",
                        "all are dated after " + last + ", the period of the valuation date",
                        "Use what was known at the valuation date."));
    }

    private static double entering(Profile profile, String measure, Set<String> logarithms) {
        double value = profile.measures.getOrDefault(measure, 0.0);
        return logarithms.contains(measure) ? Elementary.log(value) : value;
    }

    private void addMeasures() {
        for (var measure : facts.subject().measures().keySet()) {
            var sum = new NeumaierSum();
            for (var profile : profiles) sum.add(entering(profile, measure, facts.logarithms()));
            double mean = sum.value() / profiles.size();
            terms.add(new Term(measure, Kind.MEASURE, measure, "", mean, Optional.empty()));
        }
    }

    private void addLevels() {
        for (var category : facts.subject().categories().entrySet()) {
            var counts = new TreeMap<String, Integer>();
            for (var profile : profiles)
                counts.merge(profile.categories.getOrDefault(category.getKey(), ""), 1, Integer::sum);
            new Check()
                    .that(
                            counts.containsKey(category.getValue()),
                            "subject.categories." + category.getKey(),
                            "one of " + String.join(", ", counts.keySet()),
                            category.getValue(),
                            "No comparable has it: its effect cannot be estimated. Find one that has, or merge levels.")
                    .done();
            var base = commonest(counts);
            bases.put(category.getKey(), base);
            if (counts.size() == 1) constant.add(category.getKey());
            for (var level : counts.keySet())
                if (!level.equals(base))
                    terms.add(new Term(
                            category.getKey() + "=" + level,
                            Kind.LEVEL,
                            category.getKey(),
                            level,
                            0,
                            Optional.empty()));
        }
    }

    private static String commonest(Map<String, Integer> counts) {
        String best = "";
        int most = 0;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() <= most) continue;
            best = entry.getKey();
            most = entry.getValue();
        }
        return best;
    }

    private void addPeriods() {
        if (options.period().isEmpty()) return;
        profiles.stream()
                .map(Profile::period)
                .distinct()
                .sorted()
                .filter(period -> !period.equals(basePeriod))
                .forEach(period ->
                        terms.add(new Term("period=" + period, Kind.PERIOD, "period", period, 0, Optional.empty())));
    }

    private Design design(List<Term> columns) {
        var design = Design.withIntercept(profiles.size());
        for (var term : columns) design = design.with(term.name, column(term));
        return design;
    }

    private double[] column(Term term) {
        return profiles.stream()
                .mapToDouble(profile -> term.value(profile, facts.logarithms()))
                .toArray();
    }

    /** Adds columns of titles, less those that others determine. */
    private Design withWords(Design plain) {
        if (options.titles().isEmpty()) return plain;
        var words = options
                .titles()
                .get()
                .columnsOf(profiles.stream().map(Profile::words).toList())
                .stream()
                .map(column -> new Term(column.name(), Kind.WORD, "title", "", 0, Optional.of(column)))
                .toList();
        var design = plain;
        for (var word : words) design = design.with(word.name, column(word));
        var dependent = new HashSet<String>();
        for (var dependency : design.dependencies(options.rankTolerance())) dependent.add(dependency.column());
        for (var word : words) {
            if (dependent.contains(word.name)) wordsLeftOut.add(word.name);
            else terms.add(word);
        }
        return design(terms);
    }

    private double[] logPrices() {
        return facts.comparables().stream()
                .mapToDouble(c -> Elementary.log(c.price().toDouble()))
                .toArray();
    }

    private double[] row(Profile profile) {
        var row = new double[terms.size() + 1];
        row[0] = 1;
        for (int j = 0; j < terms.size(); j++) row[j + 1] = terms.get(j).value(profile, facts.logarithms());
        return row;
    }

    // ------------------------------------------------------------------------------------- what is on the sheet

    /** A column that the subject has. */
    record Active(String name, Kind kind, String measure, double mean, double value, double estimate, double error) {}

    /** The columns in which the subject differs from the base, in order. */
    List<Active> active() {
        var errors = errors();
        var active = new ArrayList<Active>();
        for (int j = 0; j < terms.size(); j++) {
            var term = terms.get(j);
            if (term.kind != Kind.MEASURE && subjectRow[j + 1] == 0) continue;
            active.add(new Active(
                    term.name,
                    term.kind,
                    term.characteristic,
                    term.mean,
                    subjectRow[j + 1],
                    fit.coefficients().get(j + 1),
                    errors.get(j + 1)));
        }
        return active;
    }

    double intercept() {
        return fit.coefficients().get(0);
    }

    double interceptError() {
        return errors().get(0);
    }

    private List<Double> errors() {
        return switch (options.errors()) {
            case CLASSICAL -> fit.standardErrors();
            case HC1 -> fit.robustErrors(LeastSquares.Robust.HC1);
            case HC3 -> fit.robustErrors(LeastSquares.Robust.HC3);
        };
    }

    double residualDeviation() {
        return fit.residualDeviation();
    }

    int degreesOfFreedom() {
        return fit.degreesOfFreedom();
    }

    /** Mean and standard error of the exponentials of the residuals. */
    Welford smearing() {
        var factors = fit.residuals().stream().mapToDouble(Elementary::exp).toArray();
        return Welford.of(factors, factors.length);
    }

    double logPrice() {
        return fit.predicted(subjectRow);
    }

    /** Half the width of the interval in which the logarithm of the subject's price lies. */
    double halfWidth(double confidence) {
        double t = new TDistribution(null, fit.degreesOfFreedom())
                .inverseCumulativeProbability(1 - 0.5 * (1 - confidence));
        return t * fit.predictionError(subjectRow);
    }

    // --------------------------------------------------------------------------------------------- what is said

    Map<String, String> bases() {
        return bases;
    }

    String basePeriod() {
        return basePeriod;
    }

    List<String> constant() {
        return constant;
    }

    /** Measures in which the subject lies outside the comparables, and whether their combination does. */
    List<String> extrapolated() {
        var outside = new ArrayList<String>();
        facts.subject().measures().forEach((measure, input) -> {
            var sample = profiles.stream().mapToDouble(p -> p.measures.getOrDefault(measure, 0.0));
            var range = sample.summaryStatistics();
            if (input.value() < range.getMin() || input.value() > range.getMax()) outside.add(measure);
        });
        double greatest = fit.leverages().stream().mapToDouble(h -> h).max().orElse(1);
        if (outside.isEmpty() && fit.leverageAt(subjectRow) > greatest)
            outside.add("the combination of characteristics");
        return outside;
    }

    /** Levels, periods and words that one comparable alone has: it decides their coefficient. */
    List<String> ofOne() {
        return terms.stream()
                .filter(term -> term.kind != Kind.MEASURE)
                .filter(term -> Arrays.stream(column(term)).filter(v -> v != 0).count() == 1)
                .map(Term::name)
                .toList();
    }

    HedonicFit summary() {
        var errors = errors();
        var coefficients = IntStream.range(0, fit.names().size())
                .mapToObj(j -> coefficient(j, errors.get(j)))
                .toList();
        return new HedonicFit(
                coefficients,
                fit.observations(),
                fit.degreesOfFreedom(),
                fit.residualDeviation(),
                fit.rSquared(),
                fit.adjustedRSquared(),
                fit.conditionNumber(),
                fit.rankTolerance(),
                smearing().mean(),
                reset(),
                influential(),
                wordsLeftOut);
    }

    private HedonicFit.Coefficient coefficient(int j, double error) {
        double estimate = fit.coefficients().get(j);
        boolean isDummy = j > 0 && terms.get(j - 1).kind != Kind.MEASURE;
        return new HedonicFit.Coefficient(
                fit.names().get(j),
                estimate,
                error,
                isDummy ? OptionalDouble.of(Elementary.expm1(estimate - 0.5 * error * error)) : OptionalDouble.empty(),
                j > 0 ? OptionalDouble.of(fit.varianceInflation(fit.names().get(j))) : OptionalDouble.empty());
    }

    private List<HedonicFit.Influence> influential() {
        var distances = fit.cooksDistances();
        double limit = INFLUENTIAL / distances.size();
        return IntStream.range(0, distances.size())
                .filter(i -> distances.get(i) > limit)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -distances.get(i)))
                .map(i -> new HedonicFit.Influence(facts.comparables().get(i).name(), distances.get(i)))
                .toList();
    }

    /** Ramsey's test by squares and cubes of the fitted values, standardized. */
    private Optional<HedonicFit.Reset> reset() {
        int degrees = fit.degreesOfFreedom() - RESET_TERMS;
        var logs = logPrices();
        var fitted = new double[logs.length];
        Arrays.setAll(fitted, i -> logs[i] - fit.residuals().get(i));
        var moments = Welford.of(fitted, fitted.length);
        if (degrees < 1 || !(moments.standardDeviation() > 0)) return Optional.empty();
        var z = Arrays.stream(fitted)
                .map(v -> (v - moments.mean()) / moments.standardDeviation())
                .toArray();
        var wider = design(terms)
                .with("fitted^2", Arrays.stream(z).map(v -> v * v).toArray())
                .with("fitted^3", Arrays.stream(z).map(v -> v * v * v).toArray());
        if (!wider.dependencies(options.rankTolerance()).isEmpty()) return Optional.empty();
        double rest = LeastSquares.of(wider, logs, options.rankTolerance()).residualSumOfSquares();
        if (!(rest > 0)) return Optional.empty();
        double f = (fit.residualSumOfSquares() - rest) / RESET_TERMS / (rest / degrees);
        return Optional.of(
                new HedonicFit.Reset(f, 1 - new FDistribution(null, RESET_TERMS, degrees).cumulativeProbability(f)));
    }

    /** Correlations of the coefficients that stand on the sheet, the intercept first. */
    double[][] correlations() {
        var names = new ArrayList<String>();
        names.add(Design.INTERCEPT);
        active().forEach(a -> names.add(a.name));
        var correlations = new double[names.size()][names.size()];
        for (int i = 0; i < names.size(); i++)
            for (int j = 0; j < names.size(); j++)
                correlations[i][j] = fit.correlation(
                        fit.names().indexOf(names.get(i)), fit.names().indexOf(names.get(j)));
        return correlations;
    }

    /** Period effects as an index: the level of each period against the first, with the standard error of its logarithm. */
    List<PriceIndex.Point> index() {
        var periods =
                profiles.stream().collect(Collectors.groupingBy(Profile::period, TreeMap::new, Collectors.counting()));
        var first = periods.firstKey();
        var points = new ArrayList<PriceIndex.Point>();
        for (var period : periods.entrySet()) {
            double log = effect(period.getKey()) - effect(first);
            points.add(new PriceIndex.Point(
                    period.getKey(),
                    Elementary.exp(log),
                    Math.sqrt(Math.max(0, variance(period.getKey(), first))),
                    Math.toIntExact(period.getValue())));
        }
        return points;
    }

    private double effect(String period) {
        return period.equals(basePeriod) ? 0 : fit.coefficient("period=" + period);
    }

    private double variance(String one, String other) {
        if (one.equals(other)) return 0;
        int i = fit.names().indexOf("period=" + one);
        int j = fit.names().indexOf("period=" + other);
        double variance = 0;
        if (i >= 0) variance += fit.covariance(i, i);
        if (j >= 0) variance += fit.covariance(j, j);
        if (i >= 0 && j >= 0) variance -= 2 * fit.covariance(i, j);
        return variance;
    }
}
