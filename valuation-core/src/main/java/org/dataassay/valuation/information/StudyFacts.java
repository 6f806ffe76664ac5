package org.dataassay.valuation.information;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Evsi}: a decision, and a study whose outcome says something about the state.
 *
 * @param table the decision
 * @param about parameters that the study tells of; empty where it tells of the state as a whole
 * @param signals outcomes the study can have, 2 to {@value #MOST_SIGNALS}
 * @param likelihoods how likely each signal is, once for every state or every combination of values of the parameters
 * @param cost of the study, at least 0, where its net benefit is asked for
 */
public record StudyFacts(
        DecisionTable table,
        List<String> about,
        List<String> signals,
        List<Likelihood> likelihoods,
        Optional<Input<Money>> cost) {

    public static final int MOST_SIGNALS = 50;

    /** Most payoffs per action, signal and state together. */
    public static final int MOST_TERMS = 100_000;

    /**
     * How likely each signal is where something holds.
     *
     * @param where the name of a state, or the values of the parameters that the study is about, in their order
     * @param probabilities of the signals, in their order, each in [0, 1]; they sum to 1 and are never rescaled
     */
    public record Likelihood(List<String> where, List<Input<Double>> probabilities) {

        public Likelihood {
            where = List.copyOf(where);
            probabilities = List.copyOf(probabilities);
            var check = new Check();
            double sum = 0;
            for (int i = 0; i < probabilities.size(); i++) {
                check.share("probabilities[" + i + "]", probabilities.get(i).value());
                sum += probabilities.get(i).value();
            }
            check.that(
                    Math.abs(sum - 1) <= DecisionTable.SUM_TOLERANCE,
                    "probabilities",
                    "a row that sums to 1",
                    sum,
                    "Where " + String.join(", ", where) + " holds, one of the signals comes.");
            check.done();
        }
    }

    public StudyFacts {
        about = List.copyOf(about);
        signals = List.copyOf(signals);
        likelihoods = List.copyOf(likelihoods);
        var check = new Check()
                .that(
                        signals.size() >= 2 && signals.size() <= MOST_SIGNALS,
                        "signals",
                        "2 to " + MOST_SIGNALS,
                        signals.size(),
                        "A study with one outcome says nothing.");
        DecisionTable.named(check, "signals", signals);
        table.checkParameters(check, "about", about);
        cost.ifPresent(c ->
                check.that(c.value().toDouble() >= 0, "cost", "at least 0", c.value(), "Give what the study costs."));
        check.done();
        var partition = Partition.of(table, about);
        var missing = new ArrayList<>(partition.values());
        for (int i = 0; i < likelihoods.size(); i++) {
            var where = likelihoods.get(i).where();
            check.that(
                    likelihoods.get(i).probabilities().size() == signals.size(),
                    "likelihoods[" + i + "].probabilities",
                    "one for each of the " + signals.size() + " signals",
                    likelihoods.get(i).probabilities().size(),
                    "Give them in the order of the signals.");
            if (missing.remove(where)) continue;
            boolean again = partition.indexOf(where) >= 0;
            check.add(Problem.of(
                    again ? ValuationError.DUPLICATE : ValuationError.UNKNOWN,
                    "likelihoods[" + i + "].where",
                    String.join(", ", where),
                    again
                            ? "Give one row each."
                            : "Name one of " + partition.names()
                                    + (about.isEmpty() ? "." : " by its values of " + about + ".")));
        }
        if (!missing.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "likelihoods",
                    "No row says how likely the signals are where " + String.join(", ", missing.get(0)) + " holds."));
        long terms = (long) table.actions().size() * signals.size() * partition.size();
        if (terms > MOST_TERMS)
            check.add(Problem.of(
                    ValuationError.TOO_LARGE,
                    "likelihoods",
                    MOST_TERMS + " payoffs per action, signal and state",
                    terms,
                    "Put states or signals together."));
        check.done();
    }

    /** Of a study about the state as a whole, without its cost; rows in the order of the states. */
    public static StudyFacts of(DecisionTable table, List<String> signals, List<List<Input<Double>>> likelihoods) {
        var rows = new ArrayList<Likelihood>();
        for (int i = 0; i < Math.min(likelihoods.size(), table.states().size()); i++)
            rows.add(new Likelihood(List.of(table.states().get(i).name()), likelihoods.get(i)));
        return new StudyFacts(table, List.of(), signals, rows, Optional.empty());
    }

    public StudyFacts withCost(Input<Money> amount) {
        return new StudyFacts(table, about, signals, likelihoods, Optional.of(amount));
    }

    Partition partition() {
        return Partition.of(table, about);
    }

    /** Probabilities of one signal, in the order of the blocks. */
    List<Input<Double>> likelihoodsOf(int signal, Partition partition) {
        var column = new ArrayList<Input<Double>>(Collections.nCopies(partition.size(), Input.of(0.0)));
        for (var row : likelihoods)
            column.set(partition.indexOf(row.where()), row.probabilities().get(signal));
        return column;
    }
}
