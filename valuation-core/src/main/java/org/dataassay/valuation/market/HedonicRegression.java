package org.dataassay.valuation.market;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.LeastSquares;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Correlation;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by what its characteristics are worth in the prices of comparables: a regression of the logarithm of price.
 *
 * <p><b>Formula</b> ln P = b₀ + Σ bⱼ (xⱼ − x̄ⱼ) + levels + periods, by least squares; V = Q · G · exp(b₀ − ln G + Σ bⱼ (xⱼ − x̄ⱼ) + …) · f, G geometric mean price, f = 1, mean exp(e) (Duan) or exp(s²/2). A level's effect on the price is exp(b − se²/2) − 1 (Kennedy)
 *
 * <p><b>Units and ranges</b> prices above 0 in the context's currency per item · more comparables than columns · logarithms of measures above 0
 *
 * <p><b>Edge cases</b> columns that determine each other, a constant measure and a level of the subject that no comparable has are refused by name · a category with one level makes no column · outside the comparables' range it is noted as extrapolation
 *
 * <p><b>Numerics</b> {@link LeastSquares}, in twice the precision. Coefficients are estimated inputs with the standard error as distribution; they are correlated, which a simulation must be told: {@link #correlations}. The range is the prediction interval of one price, from
 * the full covariance
 *
 * <p><b>Use when / not when</b> some ten comparables per characteristic / few comparables: then {@link NearestComparables} or {@link ComparableTransactions}
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1086/260169">S. Rosen, Hedonic prices and implicit markets, Journal of Political Economy 82 (1974), section II</a>
 * @see <a href="https://doi.org/10.2307/2288126">N. Duan, Smearing estimate: a nonparametric retransformation method, Journal of the American Statistical Association 78 (1983), section 2</a>
 * @see <a href="https://www.jstor.org/stable/1806090">P. E. Kennedy, Estimation with correctly interpreted dummy variables in semilogarithmic equations, American Economic Review 71 (1981), page 801</a>
 */
public record HedonicRegression(Options options) implements ValuationMethod<ListingFacts> {

    public static final MethodId ID = MethodId.of("market.hedonic-regression");

    /** House rule: variance inflation above this is warned of. */
    public static final double MOST_INFLATION = 10;

    /** House rule: fewer comparables per column than this are warned of. */
    public static final double FEW_PER_COLUMN = 5;

    private static final double DOUBTED = 0.05;
    private static final int NAMED = 5;

    /** How a price is found from the mean of its logarithm. */
    public enum Retransformation {
        /** The median price. */
        NONE,
        /** The mean price, whatever the scatter's shape (Duan). */
        SMEARING,
        /** The mean price, if the scatter is normal: times exp(s²/2). */
        HALF_VARIANCE
    }

    /** Which standard errors coefficients have. */
    public enum Errors {
        /** The scatter is alike everywhere. */
        CLASSICAL,
        HC1,
        HC3
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param retransformation from logarithm to price
     * @param errors of the coefficients
     * @param period of time dummies; none where absent
     * @param titles how titles are read; not at all where absent
     * @param confidence of the prediction interval, in [0.5, 1)
     * @param rankTolerance share of its length that a column must keep beside those before it
     */
    public record Options(
            Retransformation retransformation,
            Errors errors,
            Optional<ListingPeriod> period,
            Optional<TitleWords> titles,
            double confidence,
            double rankTolerance) {

        public static final Options STANDARD = new Options(
                Retransformation.SMEARING,
                Errors.HC1,
                Optional.empty(),
                Optional.empty(),
                0.9,
                LeastSquares.RANK_TOLERANCE);

        public Options {
            new Check()
                    .that(
                            confidence >= 0.5 && confidence < 1,
                            "confidence",
                            "in [0.5, 1)",
                            confidence,
                            "Give a decimal: 90% is 0.9.")
                    .range("rankTolerance", rankTolerance, 0, 0.1, "Give a small share, such as 1e-12.")
                    .done();
        }

        public Options withRetransformation(Retransformation how) {
            return new Options(how, errors, period, titles, confidence, rankTolerance);
        }

        public Options withErrors(Errors which) {
            return new Options(retransformation, which, period, titles, confidence, rankTolerance);
        }

        public Options withPeriod(ListingPeriod span) {
            return new Options(retransformation, errors, Optional.of(span), titles, confidence, rankTolerance);
        }

        public Options withTitles(TitleWords how) {
            return new Options(retransformation, errors, period, Optional.of(how), confidence, rankTolerance);
        }

        public Options withConfidence(double ofInterval) {
            return new Options(retransformation, errors, period, titles, ofInterval, rankTolerance);
        }
    }

    public static HedonicRegression standard() {
        return new HedonicRegression(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    private HedonicModel model(ListingFacts facts, ValuationContext context) {
        return new HedonicModel(facts, options, context.valuationDate());
    }

    /** The regression itself: every coefficient with its error, and how good the fit is. */
    public HedonicFit fit(ListingFacts facts, ValuationContext context) {
        return model(facts, context).summary();
    }

    /**
     * Correlations of the coefficients on the sheet, as a simulation takes them.
     *
     * @param section path of the method's section, ending in a slash; empty where it has the sheet for itself
     */
    public List<Correlation> correlations(ListingFacts facts, ValuationContext context, String section) {
        var model = model(facts, context);
        var names = new ArrayList<String>();
        names.add(section + "intercept");
        model.active().forEach(a -> names.add(section + "coefficient[" + a.name() + "]"));
        var matrix = model.correlations();
        var all = new ArrayList<Correlation>();
        for (int i = 0; i < names.size(); i++)
            for (int j = i + 1; j < names.size(); j++)
                all.add(new Correlation(names.get(i), names.get(j), 6 / Math.PI * StrictMath.asin(0.5 * matrix[i][j])));
        return all;
    }

    @Override
    public Cell write(Sheet sheet, ListingFacts facts, ValuationContext context) {
        var model = model(facts, context);
        var first = facts.comparables().get(0).price();
        var source = Source.estimated(
                facts.source().who(),
                "least squares on " + facts.comparables().size() + " comparables of "
                        + facts.source().summarize());
        var geometricMean = geometricMean(facts);
        var mean = sheet.given("geometricMeanPrice", Unit.perItem(first.item()), Input.of(geometricMean, source));
        double intercept = model.intercept() - Elementary.log(geometricMean.toDouble());
        var logPrice = sheet.given("intercept", Unit.FACTOR, estimated(intercept, model.interceptError(), source));
        var active = model.active();
        if (!active.isEmpty()) logPrice = logPrice.plus(contributions(sheet, facts, active, source));
        var relative = sheet.let(
                "relativePrice", sheet.let("relativeLogPrice", logPrice).exp());
        var price = sheet.let("medianPrice", mean.times(relative));
        var expected = sheet.let("expectedPrice", retransformed(sheet, model, price, source));
        var quantity = sheet.given("quantity", Unit.items(first.item()), facts.quantity());
        return sheet.let("value", expected.times(quantity));
    }

    private static Cell contributions(
            Sheet sheet, ListingFacts facts, List<HedonicModel.Active> active, Source source) {
        var axis = sheet.axis(
                "characteristics",
                active.stream().map(HedonicModel.Active::name).toList());
        var coefficient = sheet.given(
                "coefficient",
                Unit.FACTOR,
                axis,
                active.stream()
                        .map(a -> estimated(a.estimate(), a.error(), source))
                        .toList());
        var cells = new ArrayList<Cell>();
        for (var a : active) {
            if (a.kind() != HedonicModel.Kind.MEASURE) {
                cells.add(Cell.number(a.value()).as(Unit.FACTOR));
                continue;
            }
            var input = facts.subject().measures().get(a.measure());
            if (input == null) throw new IllegalStateException(a.measure());
            var measure = sheet.section("subject").given(label(a.measure()), Unit.FACTOR, input);
            cells.add(facts.logarithms().contains(a.measure()) ? measure.log() : measure);
        }
        var characteristic = sheet.let("characteristic", Row.of(axis, cells));
        var average = sheet.fixed(
                "average",
                Unit.FACTOR,
                axis,
                active.stream().map(HedonicModel.Active::mean).toList());
        var contribution = sheet.let("contribution", coefficient.times(characteristic.minus(average)));
        return contribution.sum();
    }

    /** What a figure's name cannot hold becomes a space. */
    private static String label(String characteristic) {
        return characteristic.replaceAll("[^\\p{L}\\p{M}\\p{N} ._-]", " ");
    }

    private static Input<Double> estimated(double estimate, double error, Source source) {
        var input = Input.of(estimate, source);
        return error > 0 ? input.distributed(new Distribution.Normal(estimate, error)) : input;
    }

    private Cell retransformed(Sheet sheet, HedonicModel model, Cell price, Source source) {
        return switch (options.retransformation()) {
            case NONE -> price;
            case SMEARING -> {
                var smearing = model.smearing();
                yield price.times(sheet.given(
                        "smearingFactor", Unit.FACTOR, estimated(smearing.mean(), smearing.standardError(), source)));
            }
            case HALF_VARIANCE -> {
                double s = model.residualDeviation();
                var deviation = sheet.given(
                        "residualDeviation",
                        Unit.FACTOR,
                        estimated(s, s / Math.sqrt(2.0 * model.degreesOfFreedom()), source));
                yield price.times(
                        deviation.times(deviation).times(Cell.number(0.5)).exp());
            }
        };
    }

    private static UnitPrice geometricMean(ListingFacts facts) {
        var sum = new NeumaierSum();
        for (var comparable : facts.comparables())
            sum.add(Elementary.log(comparable.price().toDouble()));
        var first = facts.comparables().get(0).price();
        return UnitPrice.ofRounded(
                Elementary.exp(sum.value() / facts.comparables().size()),
                first.currency(),
                first.item(),
                RoundingMode.HALF_EVEN);
    }

    /** The prediction interval of one price, times the quantity. */
    @Override
    public Optional<Range> range(ListingFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var model = model(facts, context);
        double half = model.halfWidth(options.confidence());
        double quantity = worksheet.value(section + "quantity");
        return Optional.of(Range.of(
                Range.Nature.PREDICTION_INTERVAL,
                Money.ofRounded(
                        Elementary.exp(model.logPrice() - half) * quantity, context.currency(), context.roundingMode()),
                Money.ofRounded(
                        Elementary.exp(model.logPrice() + half) * quantity,
                        context.currency(),
                        context.roundingMode())));
    }

    @Override
    public List<Note> remarks(ListingFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var model = model(facts, context);
        var fit = model.summary();
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "retransformation",
                options.retransformation().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        notes.add(Note.of(
                Note.Kind.INFO,
                "hedonic-fit",
                fit.comparables() + " comparables, " + fit.coefficients().size() + " columns, R² "
                        + rounded(fit.rSquared().orElse(0)) + ", adjusted "
                        + rounded(fit.adjustedRSquared().orElse(0)) + ", s "
                        + rounded(fit.residualDeviation()) + ", condition "
                        + Plain.of(Math.rint(fit.conditionNumber()))));
        notes.add(Note.of(Note.Kind.INFO, "prediction-interval", "of one price, " + Plain.of(options.confidence())));
        if (!model.bases().isEmpty())
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "base-levels",
                    model.bases().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining(", "))));
        if (options.errors() != Errors.CLASSICAL || !model.active().isEmpty())
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "coefficients-correlated",
                    "The errors of the coefficients are correlated; a simulation that is not told draws them apart."));
        doubts(notes, model, fit, context);
        if (facts.listed() > 0)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "list-prices",
                    facts.listed() + " of " + fit.comparables()
                            + " are list prices: what was asked, not what was paid."));
        if (!facts.source().isStated())
            notes.add(Note.of(Note.Kind.MISSING, "comparables-without-source", "comparables"));
        return notes;
    }

    private void doubts(List<Note> notes, HedonicModel model, HedonicFit fit, ValuationContext context) {
        if (fit.comparables() < FEW_PER_COLUMN * fit.coefficients().size())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "few-per-column",
                    fit.comparables() + " comparables for " + fit.coefficients().size() + " columns."));
        var inflated = fit.coefficients().stream()
                .filter(c -> c.varianceInflation().orElse(1) > MOST_INFLATION)
                .map(HedonicFit.Coefficient::name)
                .toList();
        named(notes, Note.Kind.WARNING, "collinear-characteristics", inflated);
        named(
                notes,
                Note.Kind.WARNING,
                "influential-comparables",
                fit.influential().stream().map(HedonicFit.Influence::comparable).toList());
        fit.reset()
                .filter(r -> r.probability() < DOUBTED)
                .ifPresent(r -> notes.add(Note.of(
                        Note.Kind.WARNING,
                        "form-doubted",
                        "RESET: F " + rounded(r.statistic()) + ", probability " + rounded(r.probability()) + ".")));
        named(notes, Note.Kind.WARNING, "level-of-one-comparable", model.ofOne());
        named(notes, Note.Kind.LIMIT, "extrapolation", model.extrapolated());
        named(notes, Note.Kind.INFO, "constant-characteristic", model.constant());
        options.period()
                .map(p -> p.of(context.valuationDate()))
                .filter(period -> !period.equals(model.basePeriod()))
                .ifPresent(period -> notes.add(Note.of(
                        Note.Kind.LIMIT,
                        "no-price-in-period",
                        "No comparable is of " + period + "; the price level is that of " + model.basePeriod() + ".")));
        named(notes, Note.Kind.INFO, "title-words-left-out", fit.wordsLeftOut());
    }

    private static void named(List<Note> notes, Note.Kind kind, String code, List<String> names) {
        if (names.isEmpty()) return;
        var text = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        notes.add(
                Note.of(kind, code, names.size() <= NAMED ? text : text + " and " + (names.size() - NAMED) + " more"));
    }

    private static String rounded(double value) {
        return Plain.of(Math.rint(value * 1e4) / 1e4);
    }
}
