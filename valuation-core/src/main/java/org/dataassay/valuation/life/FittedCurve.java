package org.dataassay.valuation.life;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.sheet.Source;

/**
 * A curve fitted to records.
 *
 * @param curve which one
 * @param parameters with standard errors
 * @param correlation of the two parameters' errors; none where there is one parameter
 * @param logLikelihood of the records under the fitted curve; where it was fitted by least squares, not the greatest
 * @param akaike 2 · parameters − 2 · log likelihood; the least is best
 * @param rSquared 1 − Σ(Ŝ − S)²/Σ(Ŝ − mean)² over the ages at which something was lost, Ŝ by Kaplan and Meier; none where there are fewer than two
 * @param kolmogorovSmirnov greatest distance to the Kaplan–Meier curve, on either side of each step
 */
public record FittedCurve(
        Kind curve,
        List<FittedParameter> parameters,
        OptionalDouble correlation,
        double logLikelihood,
        double akaike,
        OptionalDouble rSquared,
        double kolmogorovSmirnov) {

    /** Curves that are fitted. The first three are one curve by three parameters, hence fit alike. */
    public enum Kind {
        CONSTANT_RATE,
        EXPONENTIAL,
        HALF_LIFE,
        WEIBULL,
        LOGISTIC
    }

    public FittedCurve {
        parameters = List.copyOf(parameters);
    }

    /** The parameter of that index. */
    private FittedParameter parameter(int index) {
        return parameters.get(index);
    }

    /**
     * The curve with estimated inputs, each distributed by its standard error. Where there are two, a simulation should state their {@link #correlation}.
     *
     * @param source of the records; the inputs' source is estimated
     */
    public Decay.Curve decay(Source source) {
        var estimated = Source.estimated(source.who(), "fitted to " + source.summarize());
        return switch (curve) {
            case CONSTANT_RATE -> new Decay.ConstantRate(parameter(0).share(estimated));
            case EXPONENTIAL -> new Decay.Exponential(parameter(0).positive(estimated));
            case HALF_LIFE -> new Decay.HalfLife(parameter(0).positive(estimated));
            case WEIBULL ->
                new Decay.Weibull(parameter(0).positive(estimated), parameter(1).positive(estimated));
            case LOGISTIC ->
                new Decay.Logistic(
                        parameter(0).anywhere(estimated), parameter(1).positive(estimated));
        };
    }
}
