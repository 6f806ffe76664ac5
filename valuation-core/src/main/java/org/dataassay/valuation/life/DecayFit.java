package org.dataassay.valuation.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the survival curve of data, contracts or users from records of how long they lasted: constant rate, exponential, half-life, Weibull and logistic, and the observed curve of Kaplan and Meier.
 *
 * <p><b>Formula</b> maximum likelihood: greatest Σ d · (ln h(t) − H(t)) − Σ c · H(t), H = −ln S, h = H′; d lost, c last seen in use at age t. Exponential: λ = losses ÷ exposure with standard error λ/√losses. Least squares: least
 * Σ (Ŝ(t) − S(t))² over the ages at which something was lost, Ŝ by Kaplan and Meier
 *
 * <p><b>Units and ranges</b> ages above 0, in years · counts at least 0
 *
 * <p><b>Edge cases</b> nothing lost: not applicable · all lost at one age: no Weibull and no logistic curve · a curve whose likelihood has no peak, or has it in the far exponential limit, is left out and noted
 *
 * <p><b>Numerics</b> Weibull by Brent's method on the profile likelihood; logistic by damped Newton from a fixed grid; least squares by Levenberg–Marquardt in transformed parameters, at most 500 steps. Standard errors from the
 * observed information, in least squares from the residuals, which are not independent: read those as a guide. Standard errors of transformed parameters by the delta method. Nothing is drawn at random
 *
 * <p><b>Use when / not when</b> some tens of losses are known, and those still in use are counted as such / records of what was lost alone: leaving survivors out makes lives too short
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical Association 53 (1958),
 *     section 2</a>
 * @see <a href="https://doi.org/10.1002/9781118032985">J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 2nd edition 2002, chapter 3</a>
 */
public record DecayFit(Options options) implements Method<DecayFitFacts, FittedDecay> {

    public static final MethodId ID = MethodId.of("life.decay-fit");

    /** Fewer losses than this are warned of. */
    public static final long FEW = 10;

    private static final double LN_2 = 0.6931471805599453;

    /** What makes a curve the best of its kind. */
    public enum Criterion {
        MAXIMUM_LIKELIHOOD,
        /** Distance to the Kaplan–Meier curve. */
        LEAST_SQUARES
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param criterion by which parameters are chosen
     */
    public record Options(Criterion criterion) {
        public static final Options STANDARD = new Options(Criterion.MAXIMUM_LIKELIHOOD);

        public Options withCriterion(Criterion other) {
            return new Options(other);
        }
    }

    public static DecayFit standard() {
        return new DecayFit(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public FittedDecay evaluate(DecayFitFacts facts, ValuationContext context) {
        long lost = facts.records().stream().mapToLong(LifeRecord::lost).sum();
        long censored = facts.records().stream().mapToLong(LifeRecord::censored).sum();
        if (lost == 0)
            throw NotApplicableException.of(
                    ValuationError.OUT_OF_RANGE,
                    "records",
                    "of some losses",
                    "none lost and " + censored + " in use",
                    "Nothing can be fitted before something is lost; state a life by judgement.");
        var fit = new SurvivalFit(facts.records());
        var observed = KaplanMeier.of(facts.records());
        var curves = new ArrayList<FittedCurve>();
        var notes = new ArrayList<Note>();
        for (var kind : FittedCurve.Kind.values()) {
            var curve = fitted(kind, fit, observed);
            curve.ifPresent(curves::add);
            if (curve.isEmpty())
                notes.add(Note.of(
                        Note.Kind.LIMIT,
                        "curve-not-fitted",
                        kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        if (curves.isEmpty())
            throw ValuationFailedException.of(
                    ValuationError.NO_CONVERGENCE,
                    "curves",
                    "no curve could be fitted to losses at " + observed.steps().size() + " ages",
                    "Give more records, or fit by maximum likelihood.");
        var worksheet = worksheet(facts, context);
        notes.addAll(remarks(facts, lost, censored));
        return new FittedDecay(
                ID,
                lost,
                censored,
                fit.exposure(),
                curves,
                observed,
                notes,
                Indication.provenance(this, context, worksheet));
    }

    private List<Note> remarks(DecayFitFacts facts, long lost, long censored) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "fitting-criterion",
                options.criterion().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        if (lost < FEW)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "few-losses",
                    "Only " + lost + " losses: the standard errors say how little is known."));
        if (censored == 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "nothing-censored",
                    "No record is still in use: where survivors were left out, lives are too short."));
        if (!facts.source().isStated()) notes.add(Note.of(Note.Kind.MISSING, "source-not-stated", "records"));
        return notes;
    }

    private Optional<FittedCurve> fitted(FittedCurve.Kind kind, SurvivalFit fit, KaplanMeier observed) {
        return switch (kind) {
            case CONSTANT_RATE, EXPONENTIAL, HALF_LIFE -> {
                var likeliest = fit.exponential();
                yield estimate(
                                Optional.of(likeliest),
                                observed,
                                point -> SurvivalFit.exponential(point[0]),
                                likeliest.first())
                        .map(e -> curve(kind, fit, observed, SurvivalFit.exponential(e.first()), rate(kind, e)));
            }
            case WEIBULL -> {
                var likeliest = fit.weibull();
                double scale = likeliest
                        .map(SurvivalFit.Estimate::first)
                        .orElse(-fit.exponential().first());
                double shape = likeliest.map(SurvivalFit.Estimate::second).orElse(0.0);
                yield estimate(likeliest, observed, point -> SurvivalFit.weibull(point[0], point[1]), scale, shape)
                        .map(e -> curve(kind, fit, observed, SurvivalFit.weibull(e.first(), e.second()), weibull(e)));
            }
            case LOGISTIC -> {
                var likeliest = fit.logistic();
                double steepness = likeliest
                        .map(SurvivalFit.Estimate::first)
                        .orElse(fit.exponential().first() + LN_2);
                double start = likeliest.map(SurvivalFit.Estimate::second).orElse(2.0);
                yield estimate(likeliest, observed, point -> SurvivalFit.logistic(point[0], point[1]), steepness, start)
                        .filter(e -> SurvivalFit.isLogistic(e.second()))
                        .map(e -> curve(kind, fit, observed, SurvivalFit.logistic(e.first(), e.second()), logistic(e)));
            }
        };
    }

    private Optional<SurvivalFit.Estimate> estimate(
            Optional<SurvivalFit.Estimate> likeliest,
            KaplanMeier observed,
            Function<double[], SurvivalFit.Hazard> curve,
            double... start) {
        return options.criterion() == Criterion.MAXIMUM_LIKELIHOOD
                ? likeliest
                : SurvivalFit.leastSquares(observed, curve, start);
    }

    private static FittedCurve curve(
            FittedCurve.Kind kind,
            SurvivalFit fit,
            KaplanMeier observed,
            SurvivalFit.Hazard hazard,
            Parameters parameters) {
        double likelihood = fit.logLikelihood(hazard);
        return new FittedCurve(
                kind,
                parameters.all,
                parameters.correlation,
                likelihood,
                2 * (parameters.all.size() - likelihood),
                SurvivalFit.rSquared(observed, hazard),
                SurvivalFit.distance(observed, hazard));
    }

    private record Parameters(List<FittedParameter> all, OptionalDouble correlation) {}

    /** From ln λ: λ, 1 − e^−λ or ln 2 ÷ λ. */
    private static Parameters rate(FittedCurve.Kind kind, SurvivalFit.Estimate e) {
        double rate = Elementary.exp(e.first());
        double error = Math.sqrt(e.variances().first());
        var parameter = switch (kind) {
            case CONSTANT_RATE ->
                new FittedParameter("annualLoss", -Elementary.expm1(-rate), rate * Elementary.exp(-rate) * error);
            case HALF_LIFE -> new FittedParameter("years", LN_2 / rate, LN_2 / rate * error);
            default -> new FittedParameter("rate", rate, rate * error);
        };
        return new Parameters(List.of(parameter), OptionalDouble.empty());
    }

    /** From ln η and ln β. */
    private static Parameters weibull(SurvivalFit.Estimate e) {
        double scale = Elementary.exp(e.first());
        double shape = Elementary.exp(e.second());
        double scaleError = Math.sqrt(e.variances().first());
        double shapeError = Math.sqrt(e.variances().second());
        return new Parameters(
                List.of(
                        new FittedParameter("scale", scale, scale * scaleError),
                        new FittedParameter("shape", shape, shape * shapeError)),
                OptionalDouble.of(e.variances().both() / (scaleError * shapeError)));
    }

    /** From ln k and u = k · m: m = u/k, so dm = du/k − m · d ln k. */
    private static Parameters logistic(SurvivalFit.Estimate e) {
        double k = Elementary.exp(e.first());
        double m = e.second() / k;
        var v = e.variances();
        double midpointVariance = v.second() / (k * k) - 2 * m / k * v.both() + m * m * v.first();
        double both = v.both() / k - m * v.first();
        double midpointError = Math.sqrt(midpointVariance);
        double logError = Math.sqrt(v.first());
        return new Parameters(
                List.of(
                        new FittedParameter("midpoint", m, midpointError),
                        new FittedParameter("steepness", k, k * logError)),
                OptionalDouble.of(both / (midpointError * logError)));
    }

    /** The records as inputs of a sheet, for their digest. */
    private static Worksheet worksheet(DecayFitFacts facts, ValuationContext context) {
        var records = facts.records();
        var sheet = Sheet.open(context.currency());
        var axis = sheet.axis(
                "records",
                IntStream.rangeClosed(1, records.size())
                        .mapToObj(Integer::toString)
                        .toList());
        var years = sheet.given(
                "years",
                Unit.YEARS,
                axis,
                InputRow.of(records.stream().map(LifeRecord::years).toList(), facts.source()));
        var lost = sheet.given(
                "lost",
                Unit.FACTOR,
                axis,
                InputRow.of(records.stream().map(r -> (double) r.lost()).toList(), facts.source()));
        var censored = sheet.given(
                "censored",
                Unit.FACTOR,
                axis,
                InputRow.of(records.stream().map(r -> (double) r.censored()).toList(), facts.source()));
        return sheet.close(
                sheet.let("exposure", lost.plus(censored).times(years).sum()));
    }
}
