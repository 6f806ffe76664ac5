package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.CausalInfluences;
import org.dataassay.valuation.weighting.Dematel;
import org.dataassay.valuation.weighting.InfluenceFacts;
import org.dataassay.valuation.weighting.InfluenceFacts.Expert;

/** What drives the value of a data asset: four factors that act on each other, as two people see it. */
public final class DematelExample {

    private DematelExample() {}

    public static void main(String[] args) {
        print(influences(), System.out);
    }

    // #region facts
    static InfluenceFacts facts() {
        return new InfluenceFacts(
                List.of("governance", "quality", "use", "trade"),
                List.of(
                        new Expert(
                                "appraiser",
                                List.of(
                                        judged("Chen Yu", 0, 4, 2, 2),
                                        judged("Chen Yu", 1, 0, 3, 3),
                                        judged("Chen Yu", 1, 2, 0, 3),
                                        judged("Chen Yu", 0, 1, 2, 0))),
                        new Expert(
                                "data office",
                                List.of(
                                        judged("Zhang Min", 0, 4, 2, 2),
                                        judged("Zhang Min", 1, 0, 3, 1),
                                        judged("Zhang Min", 1, 2, 0, 3),
                                        judged("Zhang Min", 0, 1, 2, 0)))));
    }

    /** How strongly a factor acts on each, from 0 none to 4 very strongly. */
    private static List<Input<Double>> judged(String who, double... influences) {
        var source = Source.judged(who, "interview of November 2025");
        return Arrays.stream(influences).mapToObj(x -> Input.of(x, source)).toList();
    }
    // #endregion facts

    // #region evaluate
    static CausalInfluences influences() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return Dematel.standard().evaluate(facts(), context);
    }
    // #endregion evaluate

    // #region read
    static void print(CausalInfluences found, PrintStream out) {
        for (var factor : found.factors())
            out.println(String.format(
                    Locale.ROOT,
                    "%-10s given %.3f, received %.3f, prominence %.3f, relation %+.3f, %s, weight %.4f",
                    factor.name(),
                    factor.given(),
                    factor.received(),
                    factor.prominence(),
                    factor.relation(),
                    factor.role(),
                    factor.weight()));
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
