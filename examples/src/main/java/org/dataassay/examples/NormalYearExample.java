package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.CapitalizedExcessEarnings;
import org.dataassay.valuation.income.ContributoryAsset;
import org.dataassay.valuation.income.ContributoryCharge;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.NormalEarningsFacts;
import org.dataassay.valuation.income.SinglePeriodExcessEarnings;
import org.dataassay.valuation.income.SinglePeriodFacts;
import org.dataassay.valuation.income.TerminalValue;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;

/** What a maintained stream of credit scores is worth, judged by one normal year. */
public final class NormalYearExample {

    private static final Source JUDGED = Source.judged("Chen Yu, appraiser", "normal year and returns after tax");
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private NormalYearExample() {}

    public static void main(String[] args) {
        print("Capitalized", capitalized(), System.out);
        print("Single period, formula method", formulaMethod(), System.out);
    }

    // #region tangible
    private static List<ContributoryAsset> tangibleAssets() {
        return List.of(
                ContributoryAsset.of(
                        "working capital",
                        ContributoryAsset.Kind.WORKING_CAPITAL,
                        onFairValue("575000", 0.04, ContributoryCharge.ReturnOf.NONE)),
                ContributoryAsset.of(
                        "servers",
                        ContributoryAsset.Kind.FIXED_ASSETS,
                        onFairValue("1000000", 0.06, ContributoryCharge.ReturnOf.IN_PROFIT_AND_LOSS)));
    }

    private static ContributoryCharge onFairValue(String amount, double rate, ContributoryCharge.ReturnOf returnOf) {
        return new ContributoryCharge.ReturnOnFairValue(cny(amount), Input.of(Rate.of(rate), JUDGED), returnOf);
    }
    // #endregion tangible

    // #region capitalized
    static Valuation capitalized() {
        var terms = terms().withTerminalValue(new TerminalValue.ConstantGrowth(Input.of(Rate.of(-0.05), JUDGED)));
        var facts = new NormalEarningsFacts(cny("1380000"), tangibleAssets(), terms);
        return CapitalizedExcessEarnings.standard().evaluate(facts, CONTEXT);
    }
    // #endregion capitalized

    // #region single
    static Valuation formulaMethod() {
        var facts = new SinglePeriodFacts(cny("1380000"), tangibleAssets(), Input.of(Rate.of(0.20), JUDGED), terms());
        var options =
                SinglePeriodExcessEarnings.Options.STANDARD.withForm(SinglePeriodExcessEarnings.Form.FORMULA_METHOD);
        return new SinglePeriodExcessEarnings(options).evaluate(facts, CONTEXT);
    }
    // #endregion single

    static void print(String title, Valuation valuation, PrintStream out) {
        out.println(title + ": " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }

    private static IncomeTerms terms() {
        return IncomeTerms.of(Input.of(0.25, JUDGED), Input.of(Rate.of(0.15), JUDGED));
    }

    private static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"), JUDGED);
    }
}
