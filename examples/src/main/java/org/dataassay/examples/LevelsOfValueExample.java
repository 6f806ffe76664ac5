package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.rate.LevelFacts;
import org.dataassay.valuation.rate.LevelStep;
import org.dataassay.valuation.rate.LevelsOfValue;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** From the controlling value of a data company to that of a minority that cannot be sold for two years. */
public final class LevelsOfValueExample {

    private LevelsOfValueExample() {}

    public static void main(String[] args) {
        print(discount(), System.out);
    }

    // #region value
    static FoundFigure discount() {
        var study = Source.judged("Chen Yu, appraiser", "takeovers 2021 to 2025");
        var market = Source.estimated("Chen Yu, appraiser", "daily prices of peers, 2024 and 2025");
        var facts = LevelFacts.of(
                Input.of(Money.of("9000000", "CNY"), study),
                new LevelStep.LackOfControl(Input.of(0.25, study)),
                new LevelStep.FinnertyAverage(Input.of(0.45, market), Input.of(2.0, study), Input.of(0.0, study)));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return LevelsOfValue.standard().evaluate(facts, context);
    }
    // #endregion value

    // #region read
    static void print(FoundFigure found, PrintStream out) {
        out.print(found.explanation().text());
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
