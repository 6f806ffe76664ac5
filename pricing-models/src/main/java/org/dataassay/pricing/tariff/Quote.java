package org.dataassay.pricing.tariff;

import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * An offer: what an order costs, line by line, by one stated version of a tariff. It is no valuation.
 *
 * @param method id of the method
 * @param hash SHA-256 over everything that the offer says; another price, date or version gives another hash
 * @param tariff id of the plan
 * @param version that holds for this offer, whatever is published later
 * @param tariffDigest SHA-256 over that version
 * @param quoted day of the offer
 * @param validUntil last day on which it can be accepted
 * @param from first day of service
 * @param until last day of service
 * @param lines adding up to the total
 * @param totals without tax, tax, and both
 * @param notes assumptions and limits
 * @param provenance enough to compute it again
 */
public record Quote(
        MethodId method,
        String hash,
        String tariff,
        int version,
        String tariffDigest,
        LocalDate quoted,
        LocalDate validUntil,
        LocalDate from,
        LocalDate until,
        List<Line> lines,
        Totals totals,
        List<Note> notes,
        Provenance provenance)
        implements Finding {
    public Quote {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }
}
