package org.dataassay.valuation.option;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link ProjectOption}, in the words of a data project.
 *
 * @param value of the flows that the project brings
 * @param costToBuild or to license, still to be spent, above 0; needed to defer it, empty where the project already runs
 * @param right what may be done while the window is open
 * @param volatility of the flows' value
 * @param exclusivityYears until the window closes, above 0 and at most {@value OptionContract#MOST_YEARS}
 * @param leakage to competitors and by decay while one waits, continuous per year, in [−1, 1]
 * @param riskFreeRate of any compounding
 */
public record ProjectFacts(
        ProjectValue value,
        Optional<Input<Money>> costToBuild,
        ProjectRight right,
        ProjectVolatility volatility,
        Input<Double> exclusivityYears,
        Input<Double> leakage,
        Input<Rate> riskFreeRate) {

    public ProjectFacts {
        var check = new Check();
        costToBuild.ifPresent(cost -> check.that(
                cost.value().amount().signum() > 0,
                "costToBuild",
                "above 0",
                cost.value(),
                "Give what is still to be spent; leave it out where the project runs."));
        if (right instanceof ProjectRight.Defer && costToBuild.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "costToBuild",
                    "Say what is spent on building; only that can be deferred."));
        if (volatility instanceof ProjectVolatility.Drawn && !(value instanceof ProjectValue.Forecast))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "volatility",
                    "it is to be drawn from a forecast, but the value is stated",
                    "Give the forecast, or state the volatility."));
        check.that(
                        exclusivityYears.value() > 0 && exclusivityYears.value() <= OptionContract.MOST_YEARS,
                        "exclusivityYears",
                        "above 0 and at most 100",
                        exclusivityYears.value(),
                        "Give the years until others can do the same or the right ends.")
                .range("leakage", leakage.value(), -1, 1, "Give a decimal per year: 5 % is 0.05.")
                .done();
    }

    /** A project yet to be built, without leakage. */
    public static ProjectFacts of(
            ProjectValue value,
            Input<Money> costToBuild,
            ProjectRight right,
            ProjectVolatility volatility,
            Input<Double> exclusivityYears,
            Input<Rate> riskFreeRate) {
        return new ProjectFacts(
                value, Optional.of(costToBuild), right, volatility, exclusivityYears, Input.of(0.0), riskFreeRate);
    }

    /** A project that already runs, without leakage; it cannot be deferred. */
    public static ProjectFacts running(
            ProjectValue value,
            ProjectRight right,
            ProjectVolatility volatility,
            Input<Double> exclusivityYears,
            Input<Rate> riskFreeRate) {
        return new ProjectFacts(
                value, Optional.empty(), right, volatility, exclusivityYears, Input.of(0.0), riskFreeRate);
    }

    public ProjectFacts withCostToBuild(Input<Money> cost) {
        return new ProjectFacts(value, Optional.of(cost), right, volatility, exclusivityYears, leakage, riskFreeRate);
    }

    public ProjectFacts withLeakage(Input<Double> perYear) {
        return new ProjectFacts(value, costToBuild, right, volatility, exclusivityYears, perYear, riskFreeRate);
    }

    public ProjectFacts withRight(ProjectRight other) {
        return new ProjectFacts(value, costToBuild, other, volatility, exclusivityYears, leakage, riskFreeRate);
    }

    public ProjectFacts withVolatility(ProjectVolatility other) {
        return new ProjectFacts(value, costToBuild, right, other, exclusivityYears, leakage, riskFreeRate);
    }
}
