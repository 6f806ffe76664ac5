package org.dataassay.valuation.information;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * The measures that the facts allow: three indices, which are no money, and three amounts.
 *
 * @param method id of the method
 * @param intrinsicValue IVI: how good and rare the data are
 * @param businessValue BVI: how relevant to the business
 * @param performanceValue PVI: what they do to indicators of the business
 * @param costValue CVI: what it would cost to have them again
 * @param marketValue MVI: what they would bring in the market; not market value as a basis of value
 * @param economicValue EVI: what they earn after what they cost
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record InfonomicsMeasures(
        MethodId method,
        Optional<Index> intrinsicValue,
        Optional<Index> businessValue,
        Optional<Index> performanceValue,
        Optional<Money> costValue,
        Optional<Money> marketValue,
        Optional<Money> economicValue,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    public InfonomicsMeasures {
        notes = List.copyOf(notes);
    }
}
