package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.Ahp;
import org.dataassay.valuation.weighting.AhpFacts;
import org.dataassay.valuation.weighting.AhpFacts.Comparison;
import org.dataassay.valuation.weighting.AhpFacts.Expert;
import org.dataassay.valuation.weighting.AhpWeights;
import org.dataassay.valuation.weighting.Judgements;
import org.dataassay.valuation.weighting.RandomIndex;

/** How much each of four value drivers counts: two experts compare them pair by pair. */
public final class AhpExample {

    private AhpExample() {}

    public static void main(String[] args) {
        print(weights(), System.out);
    }

    // #region facts
    static AhpFacts facts() {
        var drivers = List.of("quality", "scarcity", "application", "risk");
        var li = Source.judged("Li Na", "questionnaire of 12 May");
        var doubtful = new Distribution.LogNormal(1, 0.5);
        return AhpFacts.of(
                        "value",
                        Comparison.of(
                                "value",
                                drivers,
                                Judgements.by("Li Na", 4)
                                        .of(0, 1, Input.of(2.0, li))
                                        .of(0, 2, Input.of(1.0, li).distributed(doubtful))
                                        .of(0, 3, Input.of(4.0, li))
                                        .of(2, 1, Input.of(3.0, li))
                                        .of(1, 3, Input.of(2.0, li))
                                        .of(2, 3, Input.of(5.0, li)),
                                // Wang Wei did not compare scarcity with risk.
                                Judgements.by("Wang Wei", 4)
                                        .of(0, 1, 4)
                                        .of(0, 2, 2)
                                        .of(0, 3, 5)
                                        .of(2, 1, 2)
                                        .of(2, 3, 3)))
                .withExperts(List.of(new Expert("Li Na", Input.of(0.6)), new Expert("Wang Wei", Input.of(0.4))));
    }
    // #endregion facts

    // #region weights
    static AhpWeights weights() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var options = Ahp.Options.of(Ahp.Prioritization.GEOMETRIC_MEAN, RandomIndex.SAATY_1980);
        return Ahp.of(options).evaluate(facts(), context);
    }

    static void print(AhpWeights found, PrintStream out) {
        found.weights().asMap().forEach((name, weight) -> out.println(name + " " + decimals(weight)));
        out.println("CR " + decimals(found.consistencyRatio()) + (found.accepted() ? ", accepted" : ", not accepted"));
        for (var opinion : found.experts())
            out.println(opinion.expert() + ": first " + opinion.order().first() + ", tau "
                    + decimals(opinion.kendallTau().orElseThrow()) + ", CR " + decimals(opinion.consistencyRatio()));
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion weights

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
