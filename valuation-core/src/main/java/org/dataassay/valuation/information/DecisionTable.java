package org.dataassay.valuation.information;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * A decision under uncertainty: what each action brings in each state of the world.
 *
 * @param states that exclude each other, one of which holds, 2 to {@value #MOST_STATES}; their probabilities sum to 1 within {@value #SUM_TOLERANCE} and are never
 *     rescaled
 * @param actions to choose from, 2 to {@value #MOST_ACTIONS}
 */
public record DecisionTable(List<State> states, List<Action> actions) {

    public static final int MOST_STATES = 200;

    public static final int MOST_ACTIONS = 50;

    /** How far the probabilities may be from summing to 1. */
    public static final double SUM_TOLERANCE = 1e-9;

    /**
     * A state of the world.
     *
     * @param name of it
     * @param probability in [0, 1]; where it is moved or drawn, the others keep their proportions
     * @param parameters what makes up the state, such as demand: high; the same names in every state, or none; kept in the order of the names
     */
    public record State(String name, Input<Double> probability, Map<String, String> parameters) {

        public State {
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the state.")
                    .share("probability", probability.value())
                    .done();
        }

        public static State of(String name, Input<Double> probability) {
            return new State(name, probability, Map.of());
        }
    }

    /**
     * An action.
     *
     * @param name of it
     * @param payoffs in each state, in the order of the states; a loss is below zero
     */
    public record Action(String name, List<Input<Money>> payoffs) {

        public Action {
            payoffs = List.copyOf(payoffs);
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the action.")
                    .done();
        }
    }

    public DecisionTable {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        var check = new Check()
                .that(
                        states.size() >= 2 && states.size() <= MOST_STATES,
                        "states",
                        "2 to " + MOST_STATES,
                        states.size(),
                        "Information is worth something only where the state is not known.")
                .that(
                        actions.size() >= 2 && actions.size() <= MOST_ACTIONS,
                        "actions",
                        "2 to " + MOST_ACTIONS,
                        actions.size(),
                        "Information is worth something only where there is a choice; doing nothing is one.");
        named(check, "states", states.stream().map(State::name).toList());
        named(check, "actions", actions.stream().map(Action::name).toList());
        for (int k = 0; k < actions.size(); k++)
            check.that(
                    actions.get(k).payoffs().size() == states.size(),
                    "actions[" + k + "].payoffs",
                    "one for each of the " + states.size() + " states",
                    actions.get(k).payoffs().size(),
                    "Give the payoffs in the order of the states.");
        double sum = 0;
        for (var state : states) sum += state.probability().value();
        check.that(
                Math.abs(sum - 1) <= SUM_TOLERANCE,
                "states",
                "of probabilities that sum to 1",
                sum,
                "Probabilities are not rescaled silently; add the state that is left out.");
        for (int i = 1; i < states.size(); i++)
            check.that(
                    states.get(i)
                            .parameters()
                            .keySet()
                            .equals(states.get(0).parameters().keySet()),
                    "states[" + i + "].parameters",
                    "those of the first state, " + states.get(0).parameters().keySet(),
                    states.get(i).parameters().keySet(),
                    "Describe every state by the same parameters.");
        check.done();
    }

    static void named(Check check, String field, List<String> names) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++)
            if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, field + "[" + i + "].name", names.get(i), "Name each once."));
    }

    /** Names of the parameters that make up a state; none where states are not described by any. */
    public Set<String> parameters() {
        return states.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(
                        new LinkedHashSet<>(states.get(0).parameters().keySet()));
    }

    List<String> stateNames() {
        return states.stream().map(State::name).toList();
    }

    List<String> actionNames() {
        return actions.stream().map(Action::name).toList();
    }

    /** Refuses parameters that the states do not have, and a parameter named twice. */
    void checkParameters(Check check, String field, List<String> names) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!parameters().contains(names.get(i)))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        field + "[" + i + "]",
                        "'" + names.get(i) + "'",
                        "The states are described by " + parameters() + "."));
            else if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, field + "[" + i + "]", names.get(i), "Name each parameter once."));
        }
    }
}
