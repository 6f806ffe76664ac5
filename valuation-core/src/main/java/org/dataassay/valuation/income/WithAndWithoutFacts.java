package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link WithAndWithout}: one comparison, or one for each of several scenarios.
 *
 * @param comparison the business with the asset and without it
 * @param scenarios instead: uses of the asset, a comparison for each
 * @param discountRateWithout of the business without the asset, where its risk is another; of the basis of the terms' rate
 * @param terms on which the increment becomes a value
 */
public record WithAndWithoutFacts(
        Optional<Comparison> comparison,
        Optional<IncomeScenarios<Comparison>> scenarios,
        Optional<Input<Rate>> discountRateWithout,
        IncomeTerms terms)
        implements IncomeFacts<WithAndWithoutFacts> {

    public WithAndWithoutFacts {
        var check = new Check();
        if (comparison.isPresent() == scenarios.isPresent())
            check.add(
                    comparison.isPresent()
                            ? Problem.of(
                                    ValuationError.MISMATCH,
                                    "scenarios",
                                    "a comparison stands beside them",
                                    "Give one comparison, or a comparison in each scenario.")
                            : Problem.of(
                                    ValuationError.MISSING,
                                    "comparison",
                                    "Give the business with the asset and without it: without its base no increment is known."));
        else checkPeriods(check, comparisons(comparison, scenarios), terms);
        discountRateWithout.ifPresent(rate -> checkSecondRate(check, rate.value(), terms));
        check.done();
    }

    private static void checkPeriods(Check check, List<Comparison> comparisons, IncomeTerms terms) {
        int n = comparisons.get(0).periods();
        terms.checkForecast(check, "comparison.with", n);
        for (int k = 1; k < comparisons.size(); k++)
            check.that(
                    comparisons.get(k).periods() == n,
                    "scenarios.parts[" + k + "].benefit",
                    n + " periods long, as the first",
                    comparisons.get(k).periods(),
                    "Forecast all scenarios over the same periods.");
    }

    private static void checkSecondRate(Check check, Rate rate, IncomeTerms terms) {
        var common = terms.discountRate().value();
        var field = "discountRateWithout";
        if (!rate.matches(common.tax(), common.prices()) || rate.compounding() != common.compounding())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    "it is " + rate + " but discountRate is " + common,
                    "Give both rates on the same basis."));
        if (terms.decay().isPresent() || terms.terminalValue().isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    "decay and terminal value act on an increment, which has no flows of its own at two rates",
                    "Leave them out and state them in both cases, or use one rate."));
    }

    /** One comparison at one rate. */
    public static WithAndWithoutFacts of(Comparison comparison, IncomeTerms terms) {
        return new WithAndWithoutFacts(Optional.of(comparison), Optional.empty(), Optional.empty(), terms);
    }

    /** A comparison for each scenario. */
    public static WithAndWithoutFacts of(IncomeScenarios<Comparison> scenarios, IncomeTerms terms) {
        return new WithAndWithoutFacts(Optional.empty(), Optional.of(scenarios), Optional.empty(), terms);
    }

    public WithAndWithoutFacts withDiscountRateWithout(Input<Rate> rate) {
        return new WithAndWithoutFacts(comparison, scenarios, Optional.of(rate), terms);
    }

    @Override
    public WithAndWithoutFacts withTerms(IncomeTerms other) {
        return new WithAndWithoutFacts(comparison, scenarios, discountRateWithout, other);
    }

    /** The one comparison, or that of each scenario. */
    List<Comparison> comparisons() {
        return comparisons(comparison, scenarios);
    }

    private static List<Comparison> comparisons(
            Optional<Comparison> comparison, Optional<IncomeScenarios<Comparison>> scenarios) {
        return scenarios
                .map(several -> several.parts().stream()
                        .map(IncomeScenarios.Part::benefit)
                        .toList())
                .orElseGet(() -> List.of(comparison.orElseThrow()));
    }

    /** Where each comparison stands within the method's section. */
    List<String> sections() {
        return scenarios.map(IncomeScenarios::sections).orElse(List.of(""));
    }
}
