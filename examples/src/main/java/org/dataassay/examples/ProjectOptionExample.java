package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.DirectIncome;
import org.dataassay.valuation.income.DirectIncomeFacts;
import org.dataassay.valuation.income.IncomeStream;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.option.DrawnVolatility;
import org.dataassay.valuation.option.ExerciseStyle;
import org.dataassay.valuation.option.ProjectFacts;
import org.dataassay.valuation.option.ProjectOption;
import org.dataassay.valuation.option.ProjectRight;
import org.dataassay.valuation.option.ProjectValue;
import org.dataassay.valuation.option.ProjectVolatility;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.Rate;

/** A data product that may wait: the permit to collect is exclusive for two years. Amounts in CNY 10,000. */
public final class ProjectOptionExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.INVESTMENT_VALUE);
    private static final Source STUDY = Source.judged("Chen Yu, appraiser", "study of December 2025");
    private static final Input<Rate> RISK_FREE = Input.of(Rate.of(0.02).withCompounding(Compounding.CONTINUOUS), STUDY);

    private ProjectOptionExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region project
    static Valuation deferred() {
        var facts = ProjectFacts.of(
                        new ProjectValue.Stated(cny("1000")),
                        cny("1000"),
                        new ProjectRight.Defer(),
                        new ProjectVolatility.Stated(number(0.4)),
                        number(2),
                        RISK_FREE)
                .withLeakage(number(0.1));
        var onTheLastDay = ProjectOption.Options.STANDARD.withExercise(ExerciseStyle.EUROPEAN);
        return new ProjectOption(onTheLastDay).evaluate(facts, CONTEXT);
    }
    // #endregion project

    // #region volatility
    static DrawnVolatility volatility() {
        var shock = new Distribution.LogNormal(1, 0.35);
        var flows = InputRow.of(List.of(money("240"), money("360"), money("420"), money("400")), STUDY)
                .shocked(shock);
        var terms = IncomeTerms.of(number(0.25), Input.of(Rate.ofPercent("14"), STUDY));
        var forecast = new DirectIncomeFacts(new IncomeStream.NetCashFlow(flows), terms);
        return DrawnVolatility.of(DirectIncome.standard(), forecast, CONTEXT, 100_000);
    }
    // #endregion volatility

    static void print(PrintStream out) {
        var valuation = deferred();
        out.println(valuation.method() + ": " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code()));
        out.println(volatility());
    }

    private static Input<Double> number(double value) {
        return Input.of(value, STUDY);
    }

    private static Input<Money> cny(String amount) {
        return Input.of(money(amount), STUDY);
    }

    private static Money money(String amount) {
        return Money.of(amount, "CNY");
    }
}
