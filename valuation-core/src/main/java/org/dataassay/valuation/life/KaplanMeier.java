package org.dataassay.valuation.life;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;

/**
 * The survival curve as observed, without any formula: Ŝ(t) = Π (1 − dᵢ/nᵢ) over ages up to t at which something was lost; d losses, n at risk. Items last seen at an age
 * count as at risk there.
 *
 * @param steps one per age at which something was lost, in order
 * @param lastYears greatest age observed; beyond it the curve is not known
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical Association 53 (1958),
 *     sections 1 and 2; M. Greenwood's formula in section 2</a>
 */
public record KaplanMeier(List<Step> steps, double lastYears) {

    /**
     * What happens at one age.
     *
     * @param years the age
     * @param atRisk items in use just before
     * @param lost items lost
     * @param survival share left just after
     * @param standardError by Greenwood, Ŝ · √Σ d/(n(n − d)); none once nothing is left
     */
    public record Step(double years, long atRisk, long lost, double survival, OptionalDouble standardError) {}

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    static KaplanMeier of(List<LifeRecord> records) {
        var lost = new TreeMap<Double, Long>();
        var gone = new TreeMap<Double, Long>();
        long atRisk = 0;
        for (var record : records) {
            lost.merge(record.years(), (long) record.lost(), Long::sum);
            gone.merge(record.years(), (long) record.lost() + record.censored(), Long::sum);
            atRisk += (long) record.lost() + record.censored();
        }
        var steps = new ArrayList<Step>();
        double survival = 1;
        double greenwood = 0;
        for (var age : gone.entrySet()) {
            long d = lost.getOrDefault(age.getKey(), 0L);
            if (d > 0) {
                survival *= (double) (atRisk - d) / atRisk;
                greenwood += d / ((double) atRisk * (atRisk - d));
                steps.add(new Step(
                        age.getKey(),
                        atRisk,
                        d,
                        survival,
                        atRisk > d ? OptionalDouble.of(survival * Math.sqrt(greenwood)) : OptionalDouble.empty()));
            }
            atRisk -= age.getValue();
        }
        return new KaplanMeier(steps, gone.lastKey());
    }

    /** The share left just after an age. */
    public double survivalAt(double years) {
        double survival = 1;
        for (var step : steps) {
            if (step.years > years) break;
            survival = step.survival;
        }
        return survival;
    }

    /** The least age at which at most half is left; none where more than half is left at the end. */
    public OptionalDouble medianYears() {
        return steps.stream()
                .filter(step -> step.survival <= 0.5)
                .mapToDouble(Step::years)
                .findFirst();
    }

    /** ∫ Ŝ up to the last age observed: the mean life where nothing is left there, else a lower bound of it. */
    public double restrictedMeanYears() {
        double area = 0;
        double from = 0;
        double survival = 1;
        for (var step : steps) {
            area += survival * (step.years - from);
            from = step.years;
            survival = step.survival;
        }
        return area + survival * (lastYears - from);
    }

    /**
     * The curve as a row of a forecast, one share per year.
     *
     * @param years how many; not beyond the last age observed
     * @param timing at which moment of each year it is read
     */
    public Decay stated(int years, AttritionTiming timing, Source source) {
        new Check()
                .that(
                        years >= 1 && timing.age(years) <= lastYears,
                        "years",
                        "at least 1 and within what was observed, " + Plain.of(lastYears),
                        years,
                        "Take a fitted curve to go further.")
                .done();
        var shares = new ArrayList<Double>();
        for (int t = 1; t <= years; t++) shares.add(survivalAt(timing.age(t)));
        return new Decay.Stated(InputRow.of(shares, source));
    }
}
