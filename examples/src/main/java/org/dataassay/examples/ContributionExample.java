package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.pricing.contribution.BanzhafContribution;
import org.dataassay.pricing.contribution.BetaShapley;
import org.dataassay.pricing.contribution.Contributions;
import org.dataassay.pricing.contribution.EmptyCoalition;
import org.dataassay.pricing.contribution.Estimates;
import org.dataassay.pricing.contribution.Game;
import org.dataassay.pricing.contribution.GameFacts;
import org.dataassay.pricing.contribution.LeaveOneOut;
import org.dataassay.pricing.contribution.OwenContribution;
import org.dataassay.pricing.contribution.Sampler;
import org.dataassay.pricing.contribution.Sampling;
import org.dataassay.pricing.contribution.SamplingRun;
import org.dataassay.pricing.contribution.Semivalue;
import org.dataassay.pricing.contribution.ShapleyContribution;
import org.dataassay.pricing.contribution.StoppingRule;
import org.dataassay.pricing.contribution.Synergies;
import org.dataassay.pricing.contribution.UnionFacts;
import org.dataassay.pricing.contribution.WeightedFacts;
import org.dataassay.pricing.contribution.WeightedShapley;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Progress;

/** What three suppliers contribute to a product on road traffic, by six rules. */
public final class ContributionExample {

    static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private ContributionExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region game
    static Synergies game() {
        return new Synergies(
                List.of(
                        new Synergies.Alone("sensors", 40),
                        new Synergies.Alone("weather", 10),
                        new Synergies.Alone("cameras", 30)),
                List.of(
                        Synergies.Synergy.of(12, "sensors", "weather"),
                        Synergies.Synergy.of(-18, "sensors", "cameras"),
                        Synergies.Synergy.of(9, "sensors", "weather", "cameras")));
    }
    // #endregion game

    // #region shapley
    static Contributions shapley() {
        return ShapleyContribution.standard().evaluate(GameFacts.of(game()), CONTEXT);
    }
    // #endregion shapley

    // #region banzhaf
    static Contributions banzhaf() {
        return BanzhafContribution.standard().evaluate(GameFacts.of(game()), CONTEXT);
    }
    // #endregion banzhaf

    // #region beta
    static Contributions beta() {
        var options = BetaShapley.Options.STANDARD.withParameters(16, 1);
        return new BetaShapley(options).evaluate(GameFacts.of(game()), CONTEXT);
    }
    // #endregion beta

    // #region leave-one-out
    static Contributions leaveOneOut() {
        return LeaveOneOut.standard().evaluate(GameFacts.of(game()), CONTEXT);
    }
    // #endregion leave-one-out

    // #region weighted
    static Contributions weighted() {
        var weights = List.of(
                new WeightedFacts.PlayerWeight("sensors", 3),
                new WeightedFacts.PlayerWeight("weather", 1),
                new WeightedFacts.PlayerWeight("cameras", 2));
        return WeightedShapley.standard().evaluate(new WeightedFacts(game(), weights), CONTEXT);
    }
    // #endregion weighted

    // #region owen
    static Contributions owen() {
        var unions = List.of(UnionFacts.Union.of("city", "sensors", "cameras"));
        return OwenContribution.standard().evaluate(new UnionFacts(game(), unions), CONTEXT);
    }
    // #endregion owen

    // #region sampled
    static Estimates sampled() {
        var players = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> "hospital " + i)
                .toList();
        var game = Game.of(
                players,
                hospitals ->
                        Math.sqrt(hospitals.members().mapToDouble(i -> 1 + i).sum()));
        var sampling = new Sampling(
                Sampler.ANTITHETIC,
                500_000,
                Optional.of(new StoppingRule.StandardError(0.02)),
                java.util.OptionalDouble.empty());
        var run = SamplingRun.start(game, Semivalue.shapley(), sampling, EmptyCoalition.REFUSED, 2025);
        return run.run(2, Progress.NONE);
    }
    // #endregion sampled

    // #region read
    static void print(PrintStream out) {
        for (var found : List.of(shapley(), banzhaf(), beta(), leaveOneOut(), weighted(), owen())) {
            out.println(found.method());
            for (var player : found.players())
                out.println(String.format(Locale.ROOT, "  %-8s %8.4f", player.player(), player.value()));
            found.notes().forEach(note -> out.println("  " + note.kind() + " " + note.code()));
        }
        var estimates = sampled();
        var last = estimates.of("hospital 39");
        out.println(String.format(
                Locale.ROOT,
                "hospital 39: %.3f ± %.3f, %d evaluations, %s",
                last.value(),
                last.standardError(),
                estimates.evaluations(),
                estimates.status()));
    }
    // #endregion read
}
