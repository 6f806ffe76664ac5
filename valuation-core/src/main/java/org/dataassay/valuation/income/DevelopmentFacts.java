package org.dataassay.valuation.income;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link HypotheticalDevelopment}.
 *
 * @param stages of the development in order, at least one, no name twice
 * @param revenue of the product in each period after completion, at least 0
 * @param runningCosts of the product in each period, before tax
 * @param sellingCosts share of revenue, in [0, 1]
 * @param salesTaxes share of revenue, such as surcharges, in [0, 1]; selling costs and sales taxes together at most 1
 * @param developersProfit that is not in the discount rate already
 * @param terms on which the product becomes a value; periods, life and decay count from completion
 */
public record DevelopmentFacts(
        List<DevelopmentStage> stages,
        InputRow<Money> revenue,
        Optional<InputRow<Money>> runningCosts,
        Optional<Input<Double>> sellingCosts,
        Optional<Input<Double>> salesTaxes,
        Optional<DevelopersProfit> developersProfit,
        IncomeTerms terms)
        implements IncomeFacts<DevelopmentFacts> {

    private static final int MOST_STAGES = 100;

    public DevelopmentFacts {
        stages = List.copyOf(stages);
        int n = revenue.size();
        var check = new Check()
                .that(
                        !stages.isEmpty() && stages.size() <= MOST_STAGES,
                        "stages",
                        "1 to " + MOST_STAGES,
                        stages.size(),
                        "List the stages from the data as it is to the product; where there is none, value the income directly.");
        var names = new HashSet<String>();
        for (int k = 0; k < stages.size(); k++)
            if (!names.add(stages.get(k).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "stages[" + k + "].name",
                        stages.get(k).name(),
                        "Name each stage once."));
        terms.checkForecast(check, "revenue", n);
        PeriodRows.amounts(check, "revenue", revenue, "Revenue is not negative; put losses into the costs.");
        runningCosts.ifPresent(row -> PeriodRows.length(check, "runningCosts", row, n));
        sellingCosts.ifPresent(share -> check.share("sellingCosts", share.value()));
        salesTaxes.ifPresent(share -> check.share("salesTaxes", share.value()));
        double taken = sellingCosts.map(Input::value).orElse(0.0)
                + salesTaxes.map(Input::value).orElse(0.0);
        check.that(
                !(taken > 1 && taken <= 2),
                "salesTaxes",
                "at most 1 together with sellingCosts",
                taken,
                "They are shares of the same revenue.");
        check.done();
    }

    /** A product without costs of its own. */
    public static DevelopmentFacts of(List<DevelopmentStage> stages, InputRow<Money> revenue, IncomeTerms terms) {
        return new DevelopmentFacts(
                stages, revenue, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), terms);
    }

    public DevelopmentFacts withRunningCosts(InputRow<Money> row) {
        return new DevelopmentFacts(
                stages, revenue, Optional.of(row), sellingCosts, salesTaxes, developersProfit, terms);
    }

    public DevelopmentFacts withSellingCosts(Input<Double> share) {
        return new DevelopmentFacts(
                stages, revenue, runningCosts, Optional.of(share), salesTaxes, developersProfit, terms);
    }

    public DevelopmentFacts withSalesTaxes(Input<Double> share) {
        return new DevelopmentFacts(
                stages, revenue, runningCosts, sellingCosts, Optional.of(share), developersProfit, terms);
    }

    public DevelopmentFacts withDevelopersProfit(DevelopersProfit profit) {
        return new DevelopmentFacts(
                stages, revenue, runningCosts, sellingCosts, salesTaxes, Optional.of(profit), terms);
    }

    @Override
    public DevelopmentFacts withTerms(IncomeTerms other) {
        return new DevelopmentFacts(stages, revenue, runningCosts, sellingCosts, salesTaxes, developersProfit, other);
    }
}
