package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.ReliefFromRoyalty;
import org.dataassay.valuation.income.Royalty;
import org.dataassay.valuation.income.RoyaltyFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What a customer data set is worth to an owner who would otherwise have to license it. */
public final class ReliefFromRoyaltyExample {

    private ReliefFromRoyaltyExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var budget = Source.given("Board", "Budget 2026 to 2028", "page 12", LocalDate.of(2025, 11, 28));
        var licenses = Source.given("Exchange A", "Licenses of customer data", "table 4", LocalDate.of(2025, 10, 9));
        var law = Source.given("Legislature", "Enterprise Income Tax Law", "article 4", LocalDate.of(2018, 12, 29));
        var revenue = InputRow.of(List.of(cny("2000000"), cny("2200000"), cny("2400000")), budget);
        var royalty = new Royalty(Input.of(0.05, licenses), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
        var rate = Input.of(Rate.of(0.10), Source.judged("Chen Yu, appraiser", "build-up, after tax, nominal"));
        var terms = IncomeTerms.of(Input.of(0.25, law), rate).withPeriods(List.of("2026", "2027", "2028"));
        var facts = RoyaltyFacts.of(revenue, royalty, terms);
        var options =
                ReliefFromRoyalty.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new ReliefFromRoyalty(options).evaluate(facts, context);
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
