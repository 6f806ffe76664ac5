package org.dataassay.valuation.reconcile;

import java.util.List;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What a reconciliation came to: an opinion of value, and how far it carries.
 *
 * @param method id of the method
 * @param conclusion the weighted value, rounded as the valuer said
 * @param lowest of the weighted indications
 * @param highest of the weighted indications
 * @param spread highest over lowest; 1 where there is one indication
 * @param confidence grade of the evidence behind the weighted indications
 * @param responsiblePerson who answers for it
 * @param differencesExplained why the indications differ
 * @param worksheet the weighted sum and the cross-checks
 * @param notes assumptions and red flags
 * @param provenance enough to compute it again
 */
public record ReconciledIndications(
        MethodId method,
        Money conclusion,
        Money lowest,
        Money highest,
        double spread,
        Confidence confidence,
        String responsiblePerson,
        String differencesExplained,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    public ReconciledIndications {
        notes = List.copyOf(notes);
    }
}
