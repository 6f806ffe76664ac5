package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.life.EconomicLife;
import org.dataassay.valuation.life.LifeLimit;
import org.dataassay.valuation.life.UsefulLife;
import org.dataassay.valuation.life.UsefulLifeFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;

/** How long a licensed data set still serves: what its contract, its sensors and the market allow. */
public final class UsefulLifeExample {

    private UsefulLifeExample() {}

    public static void main(String[] args) {
        print(life(), System.out);
    }

    // #region life
    static FoundFigure life() {
        var contract = Source.given("Yunhe Data", "License 2023-14", "section 9", LocalDate.of(2023, 7, 1));
        var plan = Source.given("Yunhe Data", "Business plan 2026", "page 12", LocalDate.of(2025, 11, 30));
        var judged = Source.judged("Chen Yu, appraiser", "supplier ends support of the sensors");
        var benefits = InputRow.of(
                List.of(
                        Money.of("900", "CNY"),
                        Money.of("700", "CNY"),
                        Money.of("400", "CNY"),
                        Money.of("150", "CNY"),
                        Money.of("50", "CNY"),
                        Money.of("20", "CNY")),
                plan);
        var facts = UsefulLifeFacts.of(
                        LifeLimit.until(LifeLimit.Kind.CONTRACT, LocalDate.of(2031, 6, 30), contract),
                        LifeLimit.of(LifeLimit.Kind.TECHNICAL, Input.of(8.0, judged)))
                .withEconomic(
                        new EconomicLife.Benefits(benefits, Optional.empty(), Input.of(Rate.ofPercent(10), judged)));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return UsefulLife.standard().evaluate(facts, context);
    }
    // #endregion life

    // #region read
    static void print(FoundFigure life, PrintStream out) {
        out.println("Remaining useful life: " + life.value() + " " + life.unit());
        out.print(life.worksheet().explain().text());
        life.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
