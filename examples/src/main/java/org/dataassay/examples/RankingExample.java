package org.dataassay.examples;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.GreyFacts;
import org.dataassay.valuation.weighting.GreyRelational;
import org.dataassay.valuation.weighting.Ranking;
import org.dataassay.valuation.weighting.Topsis;
import org.dataassay.valuation.weighting.WeightedMatrix;

/** Which of four feeds to license, and how far that order stands while the weight of the price is open. */
public final class RankingExample {

    private RankingExample() {}

    public static void main(String[] args) {
        print(topsis(), System.out);
        print(grey(), System.out);
        printDrawn(grey(), System.out);
    }

    // #region weights
    static WeightedMatrix weighted() {
        var committee = Source.judged("Purchasing committee", "minutes of 9 December 2025");
        Map<String, Input<Double>> weights = new LinkedHashMap<>();
        weights.put("coverage", Input.of(0.5, committee));
        weights.put("delay", Input.of(0.2, committee));
        weights.put("price", Input.of(0.3, committee).distributed(new Distribution.Triangular(0.1, 0.3, 0.6)));
        return new WeightedMatrix(ObjectiveWeightsExample.feeds(), weights);
    }
    // #endregion weights

    // #region topsis
    static Ranking topsis() {
        return Topsis.standard().evaluate(weighted(), ObjectiveWeightsExample.CONTEXT);
    }
    // #endregion topsis

    // #region grey
    static Ranking grey() {
        return GreyRelational.standard().evaluate(GreyFacts.of(weighted()), ObjectiveWeightsExample.CONTEXT);
    }
    // #endregion grey

    // #region read
    static void print(Ranking ranking, PrintStream out) {
        out.println(ranking.method());
        for (var place : ranking.places())
            out.println(String.format(Locale.ROOT, "  %d %-6s %.4f", place.rank(), place.alternative(), place.score()));
        out.println(
                String.format(Locale.ROOT, "  lead %.4f", ranking.worksheet().value()));
    }
    // #endregion read

    // #region draw
    static void printDrawn(Ranking ranking, PrintStream out) {
        var watched =
                List.of("comesFirst/East", "comesFirst/South", "comesFirst/North", "comesFirst/West", "rank/East");
        var drawn = ranking.worksheet().simulate(Simulation.of(20251231).withDraws(16384), watched);
        for (var cell : watched)
            out.println(String.format(
                    Locale.ROOT, "%s: mean %.3f", cell, drawn.of(cell).mean()));
    }
    // #endregion draw
}
