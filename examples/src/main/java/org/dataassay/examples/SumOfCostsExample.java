package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.SumOfCosts;
import org.dataassay.valuation.cost.SumOfCostsFacts;
import org.dataassay.valuation.cost.SumOfCostsFacts.CapitalServices;
import org.dataassay.valuation.cost.SumOfCostsFacts.Occupation;
import org.dataassay.valuation.cost.SumOfCostsFacts.PerpetualInventory;
import org.dataassay.valuation.cost.SumOfCostsFacts.Producer;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;

/** What four years of a company's own work on data have left, as national accounts would count it. */
public final class SumOfCostsExample {

    private SumOfCostsExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var staff = Source.given("Personnel", "Time study of 2025", "table 1", LocalDate.of(2025, 11, 15));
        var books = Source.given("Accounts department", "Annual accounts", "notes 7 and 9", LocalDate.of(2025, 12, 20));
        var judged = Source.judged("Chen Yu, appraiser", "lives of comparable data");
        var people = List.of(
                new Occupation("data entry clerks", Input.of(0.9, staff), cny("80000", staff), Input.of(10.0, staff)),
                new Occupation("analysts", Input.of(0.3, staff), cny("200000", staff), Input.of(8.0, staff)));
        var inventory = new PerpetualInventory(
                2022,
                cny("0", books),
                InputRow.of(
                        List.of(Money.of("1600000", "CNY"), Money.of("1800000", "CNY"), Money.of("2000000", "CNY")),
                        books),
                Optional.of(InputRow.of(List.of(96.0, 97.5, 100.0, 100.0), books)),
                Input.of(0.25, judged),
                Optional.of(new PerpetualInventory.Return(Input.of(Rate.of(0.06), judged), Input.of(0.0, judged))));
        var facts = new SumOfCostsFacts(
                people,
                Input.of(1.5, staff),
                cny("270000", books),
                new CapitalServices.UserCost(
                        cny("600000", books),
                        Input.of(0.20, books),
                        Input.of(Rate.of(0.06), judged),
                        Input.of(0.01, judged)),
                Producer.MARKET,
                Optional.of(inventory));
        var context = ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.FAIR_VALUE);
        return SumOfCosts.standard().evaluate(facts, context);
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Input<Money> cny(String amount, Source source) {
        return Input.of(Money.of(amount, "CNY"), source);
    }
}
