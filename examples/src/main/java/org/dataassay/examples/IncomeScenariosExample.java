package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.asset.Scenario;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.BusinessCase;
import org.dataassay.valuation.income.Comparison;
import org.dataassay.valuation.income.IncomeScenarios;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.OperatingIncome;
import org.dataassay.valuation.income.WithAndWithout;
import org.dataassay.valuation.income.WithAndWithoutFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;

/** What payment records are worth where several buyers use them, and two of the uses share a benefit. */
public final class IncomeScenariosExample {

    private IncomeScenariosExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region scenarios
    static Valuation value() {
        var scoring = Scenario.of("scoring", "Bank A", "prices consumer loans");
        var limits = Scenario.of("limits", "Bank A", "sets card limits");
        var claims = Scenario.of("claims", "Insurer B", "screens claims");
        var scenarios = IncomeScenarios.additive(List.of(
                IncomeScenarios.Part.additive(scoring, gain("600000")),
                IncomeScenarios.Part.additive(limits, Input.of(0.4), gain("300000")), // 40 % is counted in scoring
                IncomeScenarios.Part.additive(claims, gain("200000"))));
        var terms = IncomeTerms.of(Input.of(0.25), Input.of(Rate.of(0.10)));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return WithAndWithout.standard().evaluate(WithAndWithoutFacts.of(scenarios, terms), context);
    }
    // #endregion scenarios

    /** A year in which the buyer's profit rises by so much. */
    private static Comparison gain(String amount) {
        return Comparison.of(
                business(Money.of("5000000", "CNY").plus(Money.of(amount, "CNY"))),
                business(Money.of("5000000", "CNY")));
    }

    private static BusinessCase business(Money revenue) {
        return BusinessCase.of(new OperatingIncome.Amounts(
                InputRow.of(List.of(revenue)), InputRow.of(List.of(Money.of("4000000", "CNY"))), Optional.empty()));
    }

    static void print(Valuation valuation, PrintStream out) {
        var sheet = valuation.worksheet();
        out.println("Value: " + valuation.amount());
        out.println("Each scenario: " + sheet.values("scenarioValue"));
        out.println("Weights: " + sheet.values("scenarioWeight"));
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code()));
    }
}
