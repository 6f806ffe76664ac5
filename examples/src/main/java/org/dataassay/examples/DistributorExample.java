package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.ContributoryAsset;
import org.dataassay.valuation.income.ContributoryCharge;
import org.dataassay.valuation.income.Distributor;
import org.dataassay.valuation.income.DistributorFacts;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What the customer records of a manufacturer are worth, by what a distributor would earn with these customers. */
public final class DistributorExample {

    private DistributorExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var revenue = InputRow.of(List.of(Money.of("10000000", "CNY"), Money.of("10000000", "CNY")));
        var stock = ContributoryAsset.of(
                "stock",
                ContributoryAsset.Kind.WORKING_CAPITAL,
                new ContributoryCharge.ReturnOnFairValue(
                        Input.of(Money.of("1500000", "CNY")),
                        Input.of(Rate.of(0.04)),
                        ContributoryCharge.ReturnOf.NONE));
        var people = ContributoryAsset.of(
                "sales force", ContributoryAsset.Kind.WORKFORCE, new ContributoryCharge.ShareOfRevenue(Input.of(0.01)));
        var terms = IncomeTerms.of(Input.of(0.25), Input.of(Rate.of(0.10)))
                .withDecay(new Decay.Stated(InputRow.of(List.of(0.9, 0.7))));
        var facts = DistributorFacts.of(revenue, Input.of(0.06), List.of(stock, people), terms);
        var options = Distributor.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new Distributor(options).evaluate(facts, context);
    }
    // #endregion value

    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        for (var figure : List.of("distributorEarnings", "contributoryCharges", "excessEarnings"))
            out.println(figure + ": " + valuation.worksheet().values(figure));
    }
}
