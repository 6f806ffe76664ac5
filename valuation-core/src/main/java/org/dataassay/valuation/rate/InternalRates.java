package org.dataassay.valuation.rate;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Every internal rate of return of a stream, and the one that the rule picks.
 *
 * @param method id of the method
 * @param rate the one picked; empty where the rule leaves the choice among several open
 * @param rates all of them, ascending, above −1
 * @param signChanges of the flows in the order of time: at most so many rates exist, counted with multiplicity
 * @param rule by which the rate was picked
 * @param worksheet the rate picked as a formula of the flows; where none is picked, the flows and their sum
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record InternalRates(
        MethodId method,
        OptionalDouble rate,
        List<Double> rates,
        int signChanges,
        RootRule rule,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    public InternalRates {
        rates = List.copyOf(rates);
        notes = List.copyOf(notes);
    }
}
