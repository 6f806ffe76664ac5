package org.dataassay.valuation.appraisal;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Fan;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Spider;
import org.dataassay.valuation.sheet.Tornado;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What an appraisal came to. Methods that were refused, failed or do not apply are listed like the others.
 *
 * @param appraised the case
 * @param outcomes one per method, in the order of the case
 * @param worksheet one sheet with a section per produced method; empty where no method produced a value
 * @param conclusion the opinion; empty where {@code whyNoConclusion} says why
 * @param whyNoConclusion empty where there is a conclusion
 * @param simulation of the conclusion and every indication; empty where no input is uncertain
 * @param tornado of the conclusion, or of the first indication without one
 * @param spider of the same figure as the tornado, without the weights of the conclusion
 * @param fans the present values of each method, period by period, from the draws of the simulation
 * @param notes of the appraisal as a whole
 */
public record AppraisalReport(
        AppraisalCase appraised,
        List<MethodOutcome> outcomes,
        Optional<Worksheet> worksheet,
        Optional<Conclusion> conclusion,
        Optional<String> whyNoConclusion,
        Optional<SimulationResult> simulation,
        Optional<Tornado> tornado,
        Optional<Spider> spider,
        List<Fan> fans,
        List<Note> notes) {

    public AppraisalReport {
        outcomes = List.copyOf(outcomes);
        fans = List.copyOf(fans);
        notes = List.copyOf(notes);
    }

    /**
     * How one method ended.
     *
     * @param section of the sheet
     * @param method id of the method
     * @param outcome the indication, or why there is none
     */
    public record MethodOutcome(String section, MethodId method, Outcome<Valuation> outcome) {

        /** Name of the figure that holds the indication on the appraisal's sheet. */
        public String figure() {
            return section + "/value";
        }

        /** The same, its range taken from draws of the whole appraisal. */
        MethodOutcome drawn(SimulationResult draws, ValuationContext context) {
            return new MethodOutcome(
                    section, method, outcome.map(it -> Indication.drawn(it, draws.of(figure()), context)));
        }

        /** The indication, where the method produced one. */
        public Optional<Valuation> indication() {
            return outcome.result();
        }
    }

    /** The indications that were produced. */
    public List<Valuation> indications() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.indication().stream())
                .toList();
    }
}
