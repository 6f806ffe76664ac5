package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.BusinessCase;
import org.dataassay.valuation.income.DevelopmentFacts;
import org.dataassay.valuation.income.DevelopmentStage;
import org.dataassay.valuation.income.Greenfield;
import org.dataassay.valuation.income.GreenfieldFacts;
import org.dataassay.valuation.income.HypotheticalDevelopment;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.OperatingIncome;
import org.dataassay.valuation.life.Ramp;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What a parking register is worth to one who starts with nothing else, and what raw images are worth as the product they will be. */
public final class NewBusinessExample {

    private static final IncomeConventions END_OF_YEAR = IncomeConventions.STANDARD.withTiming(Timing.END);
    private static final IncomeTerms TERMS = IncomeTerms.of(Input.of(0.25), Input.of(Rate.of(0.10)));
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private NewBusinessExample() {}

    public static void main(String[] args) {
        print(register(), List.of("presentValue", "presentValueOfInvestments"), System.out);
        print(images(), List.of("presentValueOfProduct", "presentValueOfDevelopment"), System.out);
    }

    // #region greenfield
    static Valuation register() {
        var income = new OperatingIncome.Amounts(
                row("2000000", "2000000"), row("800000", "800000"), Optional.of(row("400000", "400000")));
        var business = BusinessCase.of(income).withInvestment(row("200000", "50000"));
        var facts = GreenfieldFacts.of(business, TERMS)
                .withRamp(new Ramp.Stated(InputRow.of(List.of(0.6, 1.0))))
                .withInitialInvestment(Input.of(Money.of("300000", "CNY")));
        var options = Greenfield.Options.STANDARD.withConventions(END_OF_YEAR);
        return new Greenfield(options).evaluate(facts, CONTEXT);
    }
    // #endregion greenfield

    // #region development
    static Valuation images() {
        var cleaning = DevelopmentStage.of("cleaning", Input.of(Money.of("200000", "CNY")), Input.of(1.0));
        var labeling = DevelopmentStage.of("labeling", Input.of(Money.of("600000", "CNY")), Input.of(1.0));
        var facts = DevelopmentFacts.of(List.of(cleaning, labeling), row("1500000", "1500000"), TERMS)
                .withSellingCosts(Input.of(0.1));
        var options = HypotheticalDevelopment.Options.STANDARD
                .withStageTiming(Timing.Regular.END)
                .withConventions(END_OF_YEAR);
        return new HypotheticalDevelopment(options).evaluate(facts, CONTEXT);
    }
    // #endregion development

    private static InputRow<Money> row(String... amounts) {
        return InputRow.of(
                Arrays.stream(amounts).map(amount -> Money.of(amount, "CNY")).toList());
    }

    static void print(Valuation valuation, List<String> figures, PrintStream out) {
        for (var figure : figures)
            out.println(figure + ": " + valuation.worksheet().value(figure));
        out.println("Value: " + valuation.amount());
    }
}
