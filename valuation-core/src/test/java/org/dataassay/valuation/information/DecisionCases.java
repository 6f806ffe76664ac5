package org.dataassay.valuation.information;

import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/** Decision tables for tests. */
final class DecisionCases {

    private DecisionCases() {}

    static DecisionTable table(List<Double> probabilities, List<List<Double>> payoffsByAction) {
        var states = new ArrayList<DecisionTable.State>();
        for (double p : probabilities) states.add(DecisionTable.State.of("s" + (states.size() + 1), number(p)));
        var actions = new ArrayList<DecisionTable.Action>();
        for (var payoffs : payoffsByAction)
            actions.add(new DecisionTable.Action(
                    "a" + (actions.size() + 1),
                    payoffs.stream().map(u -> cny(u)).toList()));
        return new DecisionTable(states, actions);
    }

    /** Two parameters of two and three values, two to five actions, any probabilities, payoffs to the cent. */
    static DecisionTable any(SplittableRandom random) {
        var weights = shares(random, 6);
        var states = new ArrayList<DecisionTable.State>();
        for (int i = 0; i < 6; i++)
            states.add(new DecisionTable.State(
                    "s" + i, number(weights.get(i)), Map.of("x", "x" + i % 2, "y", "y" + i / 2)));
        var actions = new ArrayList<DecisionTable.Action>();
        int n = 2 + random.nextInt(4);
        for (int k = 0; k < n; k++) {
            var payoffs = new ArrayList<Input<Money>>();
            for (int i = 0; i < 6; i++) payoffs.add(cny(random.nextInt(-100_000, 200_000) / 100.0));
            actions.add(new DecisionTable.Action("a" + k, payoffs));
        }
        return new DecisionTable(states, actions);
    }

    /** Numbers of at least 0 that sum to 1 but for rounding. */
    static List<Double> shares(SplittableRandom random, int n) {
        var raw = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) sum += raw[i] = 1 + random.nextInt(1000);
        var shares = new ArrayList<Double>();
        for (double r : raw) shares.add(r / sum);
        return shares;
    }

    /** A study about some parameters with any likelihoods. */
    static StudyFacts study(SplittableRandom random, DecisionTable table, List<String> about) {
        int signals = 2 + random.nextInt(3);
        var names = new ArrayList<String>();
        for (int z = 0; z < signals; z++) names.add("z" + z);
        var rows = new ArrayList<StudyFacts.Likelihood>();
        for (var where : Partition.of(table, about).values())
            rows.add(new StudyFacts.Likelihood(
                    where, shares(random, signals).stream().map(p -> number(p)).toList()));
        return new StudyFacts(table, about, names, rows, java.util.Optional.empty());
    }
}
