package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.ContributoryAsset;
import org.dataassay.valuation.income.ContributoryCharge;
import org.dataassay.valuation.income.Earnings;
import org.dataassay.valuation.income.ExcessEarningsFacts;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.MultiPeriodExcessEarnings;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What credit scores are worth on which a business stands, when all that helps to sell them is paid. */
public final class MultiPeriodExcessEarningsExample {

    private static final Source BUDGET =
            Source.given("Board", "Budget 2026 to 2028", "page 4", LocalDate.of(2025, 11, 28));
    private static final Source JUDGED = Source.judged("Chen Yu, appraiser", "by risk of the asset, after tax");

    private MultiPeriodExcessEarningsExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region charges
    private static List<ContributoryAsset> contributoryAssets() {
        var inventory = Source.given("Appraiser", "Inventory of fixed assets", "sheet 1", LocalDate.of(2025, 12, 31));
        return List.of(
                ContributoryAsset.of(
                        "working capital",
                        ContributoryAsset.Kind.WORKING_CAPITAL,
                        new ContributoryCharge.ReturnOnBalances(
                                row("500000", "550000", "575000"),
                                Input.of(Rate.of(0.04), JUDGED),
                                ContributoryCharge.ReturnOf.NONE)),
                ContributoryAsset.of(
                        "servers",
                        ContributoryAsset.Kind.FIXED_ASSETS,
                        new ContributoryCharge.ReturnOnFairValue(
                                Input.of(Money.of("1000000", "CNY"), inventory),
                                Input.of(Rate.of(0.06), JUDGED),
                                ContributoryCharge.ReturnOf.IN_PROFIT_AND_LOSS)),
                ContributoryAsset.of(
                        "workforce",
                        ContributoryAsset.Kind.WORKFORCE,
                        new ContributoryCharge.ShareOfRevenue(Input.of(0.02, JUDGED))));
    }
    // #endregion charges

    // #region value
    static Valuation value() {
        var earnings = new Earnings.OfRevenue(
                row("4000000", "4400000", "4600000"), InputRow.of(List.of(0.3, 0.3, 0.3), BUDGET));
        var law = Source.given("Legislature", "Enterprise Income Tax Law", "article 4", LocalDate.of(2018, 12, 29));
        var terms = IncomeTerms.of(Input.of(0.25, law), Input.of(Rate.of(0.15), JUDGED))
                .withPeriods(List.of("2026", "2027", "2028"));
        var facts = new ExcessEarningsFacts("scores sold to banks", earnings, contributoryAssets(), terms);
        var options = MultiPeriodExcessEarnings.Options.STANDARD.withConventions(
                IncomeConventions.STANDARD.withTiming(Timing.END));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new MultiPeriodExcessEarnings(options).evaluate(facts, context);
    }
    // #endregion value

    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }

    private static InputRow<Money> row(String... amounts) {
        return InputRow.of(
                List.of(amounts).stream().map(amount -> Money.of(amount, "CNY")).toList(), BUDGET);
    }
}
