package org.dataassay.valuation.option;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What an option is worth by sampled paths: an estimate with its error, no formula.
 *
 * @param method id of the method
 * @param value estimate in the context's currency, not rounded: of a rule of exercise tried on paths that did not make it, hence below the value of the best rule but for its error
 * @param standardError of the estimate
 * @param upperHint the same rule on the paths that made it: it has seen what it decides on, and is a hint of how far the value may lie above the estimate, no bound
 * @param upperHintError its standard error
 * @param paths drawn for each of the two
 * @param basis functions of the regression, in order
 * @param datesPassedOver days of decision on which too few paths were worth exercising to fit a rule; there one waits
 * @param exerciseNow whether exercise today brings more than waiting
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record SampledOption(
        MethodId method,
        double value,
        double standardError,
        double upperHint,
        double upperHintError,
        int paths,
        List<String> basis,
        int datesPassedOver,
        boolean exerciseNow,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    public SampledOption {
        basis = List.copyOf(basis);
        notes = List.copyOf(notes);
    }
}
