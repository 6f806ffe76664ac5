package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.Ahp;
import org.dataassay.valuation.weighting.Combination;
import org.dataassay.valuation.weighting.CombinationFacts;
import org.dataassay.valuation.weighting.CombinationFacts.WeightSet;
import org.dataassay.valuation.weighting.CombinedWeights;
import org.dataassay.valuation.weighting.Delphi;
import org.dataassay.valuation.weighting.DelphiFacts;
import org.dataassay.valuation.weighting.DelphiFacts.Answer;
import org.dataassay.valuation.weighting.DelphiFacts.Round;
import org.dataassay.valuation.weighting.DelphiWeights;
import org.dataassay.valuation.weighting.RandomIndex;
import org.dataassay.valuation.weighting.RankStability;
import org.dataassay.valuation.weighting.Weights;

/** Value drivers weighted by a panel in two rounds, combined with weights that data gave, and how far the order stands. */
public final class CriteriaWeightsExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private CriteriaWeightsExample() {}

    public static void main(String[] args) {
        print(delphi(), System.out);
        print(combined(), System.out);
        print(stability(), System.out);
    }

    // #region delphi
    static DelphiWeights delphi() {
        var items = List.of("quality", "scarcity", "application", "risk");
        var first = Round.of(
                Answer.of("Li Na", 4, 3, 5, 2), Answer.of("Wang Wei", 5, 2, 4, 1), Answer.of("Zhao Min", 2, 4, 5, 3));
        var second = Round.of(
                Answer.of("Li Na", 4, 3, 5, 2), Answer.of("Wang Wei", 5, 3, 4, 1), Answer.of("Zhao Min", 4, 3, 5, 2));
        return Delphi.standard().evaluate(DelphiFacts.of(items, first, second), CONTEXT);
    }

    static void print(DelphiWeights found, PrintStream out) {
        for (var round : found.rounds())
            out.println("Round " + round.number() + ": W " + decimals(round.concordance()) + ", p "
                    + decimals(round.probability()));
        out.println("Delphi "
                + found.weights().asMap().entrySet().stream()
                        .map(CriteriaWeightsExample::text)
                        .toList());
    }
    // #endregion delphi

    // #region combination
    static CombinedWeights combined() {
        var measured = Weights.of(
                Map.entry("quality", 0.3),
                Map.entry("scarcity", 0.4),
                Map.entry("application", 0.2),
                Map.entry("risk", 0.1));
        var panel = delphi();
        var facts = CombinationFacts.of(
                WeightSet.of("panel", panel.weights(), Source.judged("panel", "Delphi, two rounds")),
                WeightSet.of("entropy", measured, Source.estimated("entropy", "40 listings")));
        return Combination.of(Combination.Form.MULTIPLICATIVE).evaluate(facts, CONTEXT);
    }

    static void print(CombinedWeights found, PrintStream out) {
        out.println("Combined "
                + found.weights().asMap().entrySet().stream()
                        .map(CriteriaWeightsExample::text)
                        .toList());
        for (var opinion : found.agreement().opinions())
            out.println(opinion.order().by() + ": first " + opinion.order().first());
        out.println("tau " + decimals(found.agreement().leastKendallTau().orElseThrow()));
    }
    // #endregion combination

    // #region stability
    static RankStability stability() {
        var method = Ahp.of(Ahp.Options.of(Ahp.Prioritization.GEOMETRIC_MEAN, RandomIndex.SAATY_1980));
        return RankStability.of(
                method, AhpExample.facts(), CONTEXT, Simulation.of(20251231).withDraws(20_000));
    }

    static void print(RankStability stability, PrintStream out) {
        out.println(stability.base().first() + " stays first: " + decimals(stability.probabilityFirstStays()));
        out.println("expected tau " + decimals(stability.kendallTau()));
        for (var place : stability.places())
            out.println(place.name() + " rank 1, 2, …: "
                    + place.probabilities().stream()
                            .map(CriteriaWeightsExample::decimals)
                            .toList());
    }
    // #endregion stability

    private static String text(Map.Entry<String, Double> weight) {
        return weight.getKey() + " " + decimals(weight.getValue());
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
