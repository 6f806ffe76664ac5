package org.dataassay.valuation.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits against closed forms, against the slope of their own likelihood, and by recovery of what seeded samples were drawn from. */
class DecayFitTest {

    private static final Source STUDY = Source.assumed("sample");

    private static FittedDecay fit(List<LifeRecord> records) {
        return DecayFit.standard().evaluate(DecayFitFacts.of(records, STUDY), CONTEXT);
    }

    private static FittedDecay leastSquares(List<LifeRecord> records) {
        return new DecayFit(DecayFit.Options.STANDARD.withCriterion(DecayFit.Criterion.LEAST_SQUARES))
                .evaluate(DecayFitFacts.of(records, STUDY), CONTEXT);
    }

    /** Ages by the inverse of the survival curve; censored where a second, uniform age comes first. */
    private static List<LifeRecord> sample(long seed, int n, double horizon, DoubleUnaryOperator ageAtSurvival) {
        var random = new SplittableRandom(seed);
        var records = new ArrayList<LifeRecord>();
        for (int i = 0; i < n; i++) {
            double age = Math.max(ageAtSurvival.applyAsDouble(1 - random.nextDouble()), 1e-9);
            double seenUntil = random.nextDouble(0.2 * horizon, horizon);
            records.add(age <= seenUntil ? LifeRecord.lost(age) : LifeRecord.censored(seenUntil));
        }
        return records;
    }

    private static FittedParameter parameter(FittedDecay found, FittedCurve.Kind kind, int index) {
        return found.curve(kind).orElseThrow().parameters().get(index);
    }

    @Test
    void the_exponential_rate_is_losses_over_exposure_and_its_relatives_follow() {
        var found = fit(List.of(new LifeRecord(1, 3, 1), new LifeRecord(2.5, 4, 2), new LifeRecord(4, 2, 8)));
        double exposure = 4 * 1 + 6 * 2.5 + 10 * 4;
        double rate = 9 / exposure;
        assertThat(found.exposureYears()).isEqualTo(exposure);
        assertThat(parameter(found, FittedCurve.Kind.EXPONENTIAL, 0).estimate()).isCloseTo(rate, within(1e-15));
        assertThat(parameter(found, FittedCurve.Kind.EXPONENTIAL, 0).standardError())
                .isCloseTo(rate / 3, within(1e-15));
        assertThat(parameter(found, FittedCurve.Kind.HALF_LIFE, 0).estimate())
                .isCloseTo(StrictMath.log(2) / rate, within(1e-12));
        assertThat(parameter(found, FittedCurve.Kind.CONSTANT_RATE, 0).estimate())
                .isCloseTo(1 - StrictMath.exp(-rate), within(1e-15));
        assertThat(parameter(found, FittedCurve.Kind.CONSTANT_RATE, 0).standardError())
                .isCloseTo(StrictMath.exp(-rate) * rate / 3, within(1e-15));
        var exponential = found.curve(FittedCurve.Kind.EXPONENTIAL).orElseThrow();
        double likelihood = 9 * StrictMath.log(rate) - rate * exposure;
        assertThat(exponential.logLikelihood()).isCloseTo(likelihood, within(1e-12));
        assertThat(exponential.akaike()).isCloseTo(2 - 2 * likelihood, within(1e-12));
    }

    /** ln L of a Weibull sample, by the definition. */
    private static double weibull(List<LifeRecord> records, double scale, double shape) {
        double sum = 0;
        for (var r : records) {
            double u = StrictMath.pow(r.years() / scale, shape);
            sum += r.lost() * (StrictMath.log(shape / scale) + (shape - 1) * StrictMath.log(r.years() / scale))
                    - (r.lost() + r.censored()) * u;
        }
        return sum;
    }

    private static double logistic(List<LifeRecord> records, double m, double k) {
        double sum = 0;
        for (var r : records) {
            double e = StrictMath.exp(k * (r.years() - m));
            double survival = (1 + StrictMath.exp(-k * m)) / (1 + e);
            sum += r.lost() * StrictMath.log(k * e / (1 + e)) + (r.lost() + r.censored()) * StrictMath.log(survival);
        }
        return sum;
    }

    private interface Likelihood {
        double at(List<LifeRecord> records, double first, double second);
    }

    /** No slope at the estimate, and standard errors from the curvature by finite differences. */
    private static void assertPeak(List<LifeRecord> records, FittedCurve fit, Likelihood likelihood) {
        double a = fit.parameters().get(0).estimate();
        double b = fit.parameters().get(1).estimate();
        double h = 1e-4 * Math.abs(a);
        double g = 1e-4 * b;
        double here = likelihood.at(records, a, b);
        assertThat(fit.logLikelihood()).isCloseTo(here, within(1e-9 * Math.abs(here)));
        assertThat((likelihood.at(records, a + h, b) - likelihood.at(records, a - h, b)) / (2 * h))
                .isCloseTo(0, within(1e-4 * Math.abs(here) / Math.abs(a)));
        assertThat((likelihood.at(records, a, b + g) - likelihood.at(records, a, b - g)) / (2 * g))
                .isCloseTo(0, within(1e-4 * Math.abs(here) / b));
        double aa = -(likelihood.at(records, a + h, b) - 2 * here + likelihood.at(records, a - h, b)) / (h * h);
        double bb = -(likelihood.at(records, a, b + g) - 2 * here + likelihood.at(records, a, b - g)) / (g * g);
        double ab = -(likelihood.at(records, a + h, b + g)
                        - likelihood.at(records, a + h, b - g)
                        - likelihood.at(records, a - h, b + g)
                        + likelihood.at(records, a - h, b - g))
                / (4 * h * g);
        double determinant = aa * bb - ab * ab;
        assertThat(fit.parameters().get(0).standardError())
                .isCloseTo(Math.sqrt(bb / determinant), within(1e-3 * Math.abs(a)));
        assertThat(fit.parameters().get(1).standardError()).isCloseTo(Math.sqrt(aa / determinant), within(1e-3 * b));
        assertThat(fit.correlation().orElseThrow()).isCloseTo(-ab / Math.sqrt(aa * bb), within(1e-3));
    }

    @Test
    void weibull_and_logistic_stand_at_the_peak_of_the_likelihood() {
        var records = sample(11, 400, 8, s -> 3 * StrictMath.pow(-StrictMath.log(s), 1 / 2.0));
        var found = fit(records);
        assertPeak(records, found.curve(FittedCurve.Kind.WEIBULL).orElseThrow(), DecayFitTest::weibull);
        assertPeak(records, found.curve(FittedCurve.Kind.LOGISTIC).orElseThrow(), DecayFitTest::logistic);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Within 4 standard errors: about 1 false alarm in 16 000 for each of the parameters, and seeds are fixed. */
    private static void assertRecovered(FittedParameter fitted, double truth) {
        assertThat(fitted.estimate()).as(fitted.name()).isCloseTo(truth, within(4 * fitted.standardError()));
        assertThat(fitted.standardError()).isLessThan(0.2 * truth);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_exponential_sample_is_recovered(long seed) {
        var found = fit(sample(seed, 500, 10, s -> -StrictMath.log(s) / 0.3));
        assertRecovered(parameter(found, FittedCurve.Kind.EXPONENTIAL, 0), 0.3);
        assertRecovered(parameter(found, FittedCurve.Kind.CONSTANT_RATE, 0), 1 - StrictMath.exp(-0.3));
        assertRecovered(parameter(found, FittedCurve.Kind.HALF_LIFE, 0), StrictMath.log(2) / 0.3);
        assertRecovered(parameter(found, FittedCurve.Kind.WEIBULL, 1), 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_weibull_sample_is_recovered_and_chosen(long seed) {
        var found = fit(sample(seed, 1000, 9, s -> 4 * StrictMath.pow(-StrictMath.log(s), 1 / 1.7)));
        assertRecovered(parameter(found, FittedCurve.Kind.WEIBULL, 0), 4);
        assertRecovered(parameter(found, FittedCurve.Kind.WEIBULL, 1), 1.7);
        assertThat(found.best().curve())
                .isIn(FittedCurve.Kind.WEIBULL, FittedCurve.Kind.LOGISTIC)
                .isNotEqualTo(FittedCurve.Kind.EXPONENTIAL);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_logistic_sample_is_recovered(long seed) {
        double k = 1.5;
        double m = 4;
        double whole = 1 + StrictMath.exp(-k * m);
        var found = fit(sample(seed, 1000, 12, s -> m + StrictMath.log(whole / s - 1) / k));
        assertRecovered(parameter(found, FittedCurve.Kind.LOGISTIC, 0), m);
        assertRecovered(parameter(found, FittedCurve.Kind.LOGISTIC, 1), k);
        assertThat(found.best().curve()).isEqualTo(FittedCurve.Kind.LOGISTIC);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void least_squares_come_near_too(long seed) {
        var found = leastSquares(sample(seed, 1000, 9, s -> 4 * StrictMath.pow(-StrictMath.log(s), 1 / 1.7)));
        var weibull = found.curve(FittedCurve.Kind.WEIBULL).orElseThrow();
        assertThat(weibull.parameters().get(0).estimate()).isCloseTo(4, within(0.4));
        assertThat(weibull.parameters().get(1).estimate()).isCloseTo(1.7, within(0.25));
        assertThat(weibull.rSquared().orElseThrow()).isGreaterThan(0.99);
        assertThat(weibull.kolmogorovSmirnov()).isLessThan(0.06);
    }

    /** Loss at 0.1, 0.2, … with a fixed share each time lies on an exponential curve exactly. */
    @Test
    void least_squares_are_exact_on_an_exact_curve() {
        var records = new ArrayList<LifeRecord>();
        int left = 1 << 20;
        for (int t = 1; t <= 12; t++) {
            records.add(new LifeRecord(t, left / 2, 0));
            left /= 2;
        }
        records.add(new LifeRecord(12, 0, left));
        var found = leastSquares(records);
        assertThat(parameter(found, FittedCurve.Kind.HALF_LIFE, 0).estimate()).isCloseTo(1, within(1e-8));
        assertThat(found.curve(FittedCurve.Kind.EXPONENTIAL)
                        .orElseThrow()
                        .rSquared()
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_and_grouping_of_records_are_irrelevant_and_time_scales(long seed) {
        var records = sample(seed, 60, 6, s -> 3 * StrictMath.pow(-StrictMath.log(s), 1 / 1.5));
        var found = fit(records);
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(fit(shuffled).kaplanMeier()).isEqualTo(found.kaplanMeier());
        var doubled = fit(records.stream()
                .map(r -> new LifeRecord(2 * r.years(), r.lost(), r.censored()))
                .toList());
        double scale = parameter(found, FittedCurve.Kind.WEIBULL, 0).estimate();
        assertThat(parameter(fit(shuffled), FittedCurve.Kind.WEIBULL, 0).estimate())
                .isCloseTo(scale, within(1e-9 * scale));
        assertThat(parameter(doubled, FittedCurve.Kind.WEIBULL, 0).estimate())
                .isCloseTo(2 * scale, within(1e-9 * scale));
        assertThat(parameter(doubled, FittedCurve.Kind.WEIBULL, 1).estimate())
                .isCloseTo(parameter(found, FittedCurve.Kind.WEIBULL, 1).estimate(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(FittedCurve.Kind.class)
    void a_fitted_curve_enters_a_simulation_with_its_errors(FittedCurve.Kind kind) {
        var found = fit(sample(3, 800, 9, s -> 4 * StrictMath.pow(-StrictMath.log(s), 1 / 1.7)));
        var fit = found.curve(kind).orElseThrow();
        var decay = fit.decay(Source.given("Yunhe", "Register", "1", CONTEXT.valuationDate()));
        var worksheet = Attrition.standard()
                .evaluate(new AttritionFacts(decay, 30), CONTEXT)
                .worksheet();
        assertThat(worksheet.isUncertain()).isTrue();
        var first = found.curve(FittedCurve.Kind.EXPONENTIAL)
                .map(f -> ((Decay.Exponential) f.decay(STUDY)).rate())
                .orElseThrow();
        assertThat(first.source().kind()).isEqualTo(Source.Kind.ESTIMATED);
        assertThat(first.distribution().orElseThrow()).isInstanceOf(Distribution.LogNormal.class);
    }

    @Test
    void nothing_lost_nothing_fitted() {
        assertThatThrownBy(() -> fit(List.of(LifeRecord.censored(2), LifeRecord.censored(3))))
                .isInstanceOf(NotApplicableException.class)
                .hasMessage(
                        "records must be of some losses, but was none lost and 2 in use. Nothing can be fitted before something is lost; state a life by judgement.");
    }

    @Test
    void what_cannot_be_fitted_is_told() {
        var found = fit(List.of(new LifeRecord(2, 5, 0)));
        assertThat(found.curves())
                .extracting(FittedCurve::curve)
                .doesNotContain(FittedCurve.Kind.WEIBULL, FittedCurve.Kind.LOGISTIC);
        assertThat(found.notes())
                .contains(
                        Note.of(Note.Kind.LIMIT, "curve-not-fitted", "weibull"),
                        Note.of(Note.Kind.LIMIT, "curve-not-fitted", "logistic"))
                .extracting(Note::code)
                .contains("few-losses", "nothing-censored", "fitting-criterion");
        assertThat(found.kaplanMeier().steps().get(0).standardError()).isEmpty();
    }

    @Test
    void records_say_what_they_need() {
        assertThatThrownBy(() -> new LifeRecord(0, 0, 0))
                .hasMessageContaining("years must be above 0 and at most 1000, but was 0")
                .hasMessageContaining("lost must be at least 1 together with censored");
        assertThatThrownBy(() -> DecayFitFacts.of(List.of(), STUDY)).hasMessageContaining("records must be 1 to 10000");
    }

    @Test
    void the_observed_curve_becomes_a_forecast_row() {
        var observed = fit(List.of(new LifeRecord(1, 5, 0), new LifeRecord(2, 0, 1), new LifeRecord(3, 2, 2)))
                .kaplanMeier();
        var decay = (Decay.Stated) observed.stated(3, AttritionTiming.END_OF_PERIOD, STUDY);
        assertThat(decay.survival().values()).containsExactly(0.5, 0.5, 0.5 * 2 / 4);
        assertThatThrownBy(() -> observed.stated(4, AttritionTiming.END_OF_PERIOD, STUDY))
                .hasMessageContaining("years must be at least 1 and within what was observed, 3, but was 4");
    }
}
