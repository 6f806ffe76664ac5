package org.dataassay.valuation.market;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a hedonic regression found in its comparables, whatever the subject.
 *
 * @param coefficients of the logarithm of price, the intercept first
 * @param comparables how many
 * @param degreesOfFreedom comparables less columns
 * @param residualDeviation scatter of logarithms around the fit: 0.5 is about 65 % up or 40 % down
 * @param rSquared share of the logarithms' variation that is explained; absent where prices do not vary
 * @param adjustedRSquared the same, less what columns explain by chance
 * @param conditionNumber of the columns scaled to unit length
 * @param rankTolerance by which columns were found independent
 * @param smearing mean of the exponentials of the residuals (Duan): from the median price to the mean price
 * @param reset test of the form (Ramsey); absent where there are too few comparables
 * @param influential comparables whose Cook's distance is above 4/n, the greatest first
 * @param wordsLeftOut columns of titles that others determine
 */
public record HedonicFit(
        List<Coefficient> coefficients,
        int comparables,
        int degreesOfFreedom,
        double residualDeviation,
        OptionalDouble rSquared,
        OptionalDouble adjustedRSquared,
        double conditionNumber,
        double rankTolerance,
        double smearing,
        Optional<Reset> reset,
        List<Influence> influential,
        List<String> wordsLeftOut) {

    /**
     * One coefficient.
     *
     * @param name {@code intercept}, a measure, {@code category=level}, {@code period=2025}, {@code title/word}
     * @param estimate change of the logarithm of price per unit
     * @param standardError of the kind that the options name
     * @param effect change of the price itself, as a share: exp(b − se²/2) − 1 (Kennedy); of levels, periods and words only
     * @param varianceInflation how much likeness to other columns raises its variance; none of the intercept
     */
    public record Coefficient(
            String name,
            double estimate,
            double standardError,
            OptionalDouble effect,
            OptionalDouble varianceInflation) {}

    /**
     * Whether powers of the fitted values explain what the columns leave.
     *
     * @param statistic F of the squares and cubes
     * @param probability of a greater one if the form is right; below 0.05 it is doubted
     */
    public record Reset(double statistic, double probability) {}

    /**
     * A comparable that moves the fit.
     *
     * @param comparable its name
     * @param cooksDistance how far
     */
    public record Influence(String comparable, double cooksDistance) {}

    public HedonicFit {
        coefficients = List.copyOf(coefficients);
        influential = List.copyOf(influential);
        wordsLeftOut = List.copyOf(wordsLeftOut);
    }

    /** The coefficient of that name. */
    public Optional<Coefficient> coefficient(String name) {
        return coefficients.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
