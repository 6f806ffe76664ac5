package org.dataassay.valuation.information;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What information is worth to a decision, and what to do on it.
 *
 * @param method id of the method
 * @param value of the information, rounded once
 * @param withoutInformation expected payoff of the best action without it
 * @param actionWithoutInformation that action
 * @param withInformation expected payoff of deciding with it
 * @param advice what to do on each thing that may be learned, and how likely that is
 * @param efficiency value as a share of that of perfect information; empty where that is nothing
 * @param netBenefit value less the cost of the study, where the cost is stated
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record InformationValue(
        MethodId method,
        Money value,
        Money withoutInformation,
        String actionWithoutInformation,
        Money withInformation,
        List<Advice> advice,
        OptionalDouble efficiency,
        Optional<Money> netBenefit,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * What to do on one thing learned.
     *
     * @param learned the state, the values of the parameters, or the signal
     * @param probability of learning it
     * @param action the best one then; of equally good ones the first listed
     * @param expectedPayoff of that action then; empty where it cannot be learned
     * @param posterior probability of each state, or combination of the parameters, then; empty where what is learned says it
     */
    public record Advice(
            String learned,
            double probability,
            String action,
            Optional<Money> expectedPayoff,
            Map<String, Double> posterior) {

        public Advice {
            posterior = Collections.unmodifiableMap(new LinkedHashMap<>(posterior));
        }

        Advice believing(Map<String, Double> beliefs) {
            return new Advice(learned, probability, action, expectedPayoff, beliefs);
        }
    }

    public InformationValue {
        advice = List.copyOf(advice);
        notes = List.copyOf(notes);
    }

    InformationValue withNetBenefit(Money amount) {
        return new InformationValue(
                method,
                value,
                withoutInformation,
                actionWithoutInformation,
                withInformation,
                advice,
                efficiency,
                Optional.of(amount),
                worksheet,
                notes,
                provenance);
    }

    /** What a reader of every value of information must know. */
    static List<Note> remarks(Worksheet worksheet, String worth) {
        var neutral = Note.of(
                Note.Kind.ASSUMPTION,
                "risk-neutral",
                "Payoffs count by their expectation; who shuns risk may value the information more or less.");
        return worksheet.value(worth) > 0
                ? List.of(neutral)
                : List.of(
                        neutral,
                        Note.of(
                                Note.Kind.INFO,
                                "changes-no-decision",
                                "Whatever is learned, the same action stays best: the information is worth nothing to this decision."));
    }
}
