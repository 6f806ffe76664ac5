package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.DirectIncome;
import org.dataassay.valuation.income.DirectIncomeFacts;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeStream;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What weather data is worth that is sold by subscription: revenue less the costs of earning it. */
public final class DirectIncomeExample {

    private DirectIncomeExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var contracts = Source.given("Sales", "Subscriptions signed", "sheet 2", LocalDate.of(2025, 12, 5));
        var budget = Source.given("Board", "Budget 2026 to 2028", "page 9", LocalDate.of(2025, 11, 28));
        var law = Source.given("Legislature", "Enterprise Income Tax Law", "article 4", LocalDate.of(2018, 12, 29));
        var income = IncomeStream.RevenueLessCosts.of(row(contracts, "1000000", "1200000", "1300000"))
                .withVariableCosts(row(budget, "200000", "240000", "260000"))
                .withFixedCosts(row(budget, "300000", "310000", "320000"));
        var rate = Input.of(Rate.of(0.12), Source.judged("Chen Yu, appraiser", "build-up, after tax, nominal"));
        var terms = IncomeTerms.of(Input.of(0.25, law), rate).withPeriods(List.of("2026", "2027", "2028"));
        var options = DirectIncome.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new DirectIncome(options).evaluate(new DirectIncomeFacts(income, terms), context);
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static InputRow<Money> row(Source source, String... amounts) {
        return InputRow.of(
                List.of(amounts).stream().map(amount -> Money.of(amount, "CNY")).toList(), source);
    }
}
