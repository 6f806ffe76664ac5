package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.Critic;
import org.dataassay.valuation.weighting.DecisionMatrix;
import org.dataassay.valuation.weighting.Entropy;
import org.dataassay.valuation.weighting.FoundWeights;
import org.dataassay.valuation.weighting.Merec;

/** What four feeds of road sensors say themselves about how much each criterion tells them apart. */
public final class ObjectiveWeightsExample {

    static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private ObjectiveWeightsExample() {}

    public static void main(String[] args) {
        print(List.of(entropy(), critic(), merec()), System.out);
    }

    // #region matrix
    static DecisionMatrix feeds() {
        return DecisionMatrix.builder()
                .benefit("coverage")
                .cost("delay")
                .cost("price")
                .alternative("North", measured(90, 4, 30))
                .alternative("South", measured(80, 2, 24))
                .alternative("East", measured(95, 8, 45))
                .alternative("West", measured(70, 5, 20))
                .build();
    }

    private static List<Input<Double>> measured(double coverage, double delay, double price) {
        var test = Source.given("Data office", "Test of the feeds", "table 4", LocalDate.of(2025, 11, 20));
        var quote = Source.given("Exchange", "Price list", "page 2", LocalDate.of(2025, 12, 1));
        return List.of(Input.of(coverage, test), Input.of(delay, test), Input.of(price, quote));
    }
    // #endregion matrix

    // #region entropy
    static FoundWeights entropy() {
        return Entropy.standard().evaluate(feeds(), CONTEXT);
    }
    // #endregion entropy

    // #region critic
    static FoundWeights critic() {
        return Critic.standard().evaluate(feeds(), CONTEXT);
    }
    // #endregion critic

    // #region merec
    static FoundWeights merec() {
        return Merec.standard().evaluate(feeds(), CONTEXT);
    }
    // #endregion merec

    // #region read
    static void print(List<FoundWeights> all, PrintStream out) {
        for (var found : all) {
            out.println(found.method());
            found.weights()
                    .asMap()
                    .forEach((name, weight) -> out.println(String.format(Locale.ROOT, "  %-8s %.4f", name, weight)));
            found.notes().forEach(note -> out.println("  " + note.kind() + " " + note.code() + ": " + note.text()));
        }
    }
    // #endregion read
}
