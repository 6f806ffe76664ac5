package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.BusinessCase;
import org.dataassay.valuation.income.Comparison;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.OperatingIncome;
import org.dataassay.valuation.income.WithAndWithout;
import org.dataassay.valuation.income.WithAndWithoutFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What route data is worth to a carrier that also earns without it. */
public final class WithAndWithoutExample {

    private static final Source PLAN =
            Source.given("Carrier", "Plan 2026 to 2028", "page 4", LocalDate.of(2025, 12, 1));

    private WithAndWithoutExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var with = business(cny("3000000", "3200000", "3400000"), cny("1800000", "1900000", "2000000"));
        var without = business(cny("2800000", "2900000", "3000000"), cny("1750000", "1800000", "1850000"));
        var law = Source.given("Legislature", "Enterprise Income Tax Law", "article 4", LocalDate.of(2018, 12, 29));
        var rate = Input.of(Rate.of(0.10), Source.judged("Chen Yu, appraiser", "build-up, after tax, nominal"));
        var terms = IncomeTerms.of(Input.of(0.25, law), rate).withPeriods(List.of("2026", "2027", "2028"));
        var facts = WithAndWithoutFacts.of(Comparison.of(with, without), terms);
        var options =
                WithAndWithout.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new WithAndWithout(options).evaluate(facts, context);
    }

    private static BusinessCase business(InputRow<Money> revenue, InputRow<Money> costs) {
        return BusinessCase.of(new OperatingIncome.Amounts(revenue, costs, Optional.empty()));
    }
    // #endregion value

    private static InputRow<Money> cny(String... amounts) {
        return InputRow.of(
                Arrays.stream(amounts).map(amount -> Money.of(amount, "CNY")).toList(), PLAN);
    }

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
