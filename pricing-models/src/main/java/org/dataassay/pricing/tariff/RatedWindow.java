package org.dataassay.pricing.tariff;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What {@link Rating} found.
 *
 * @param method id of the method
 * @param window that was billed
 * @param invoices of the subscriptions that were in service, by id
 * @param report what became of the events
 * @param notes conflicts, rejected events, conventions
 * @param provenance enough to compute it again; its digest is of the different events that count, in whatever order and however often they came
 */
public record RatedWindow(
        MethodId method,
        BillingWindow window,
        List<Invoice> invoices,
        RatingReport report,
        List<Note> notes,
        Provenance provenance)
        implements Finding {
    public RatedWindow {
        invoices = List.copyOf(invoices);
        notes = List.copyOf(notes);
    }
}
