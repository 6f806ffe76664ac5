package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeShare;
import org.dataassay.valuation.income.IncomeShareFacts;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.SplitRate;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;

/** What imaging data is worth to a hospital that shares the profit of a joint product with its operator. */
public final class IncomeShareExample {

    private static final Source CONTRACT =
            Source.given("Hospital and operator", "Joint operation contract", "annex 2", LocalDate.of(2025, 10, 20));
    private static final Source JUDGED = Source.judged("Chen Yu, appraiser", "profit over cost of like investments");

    private IncomeShareExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var split = new SplitRate.EquivalentInvestment(
                new SplitRate.Investment("imaging data", Input.of(cny("500000"), CONTRACT), Input.of(3.0, JUDGED)),
                List.of(new SplitRate.Investment(
                        "platform and sales", Input.of(cny("2500000"), CONTRACT), Input.of(0.2, JUDGED))));
        var profit = InputRow.of(List.of(cny("1000000"), cny("1200000"), cny("1250000")), CONTRACT);
        var law = Source.given("Legislature", "Enterprise Income Tax Law", "article 4", LocalDate.of(2018, 12, 29));
        var rate = Input.of(
                Rate.of(0.16).withTax(TaxBasis.PRE_TAX), Source.judged("Chen Yu, appraiser", "build-up, before tax"));
        var terms = IncomeTerms.of(Input.of(0.25, law), rate).withPeriods(List.of("2026", "2027", "2028"));
        var facts = IncomeShareFacts.of(IncomeShareFacts.Base.OPERATING_PROFIT, profit, split, terms);
        var options = IncomeShare.Options.STANDARD.withConventions(IncomeConventions.CAS_2023);
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new IncomeShare(options).evaluate(facts, context);
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
