package org.dataassay.quality.maturity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * How mature a holder of data is.
 *
 * @param score over what was assessed, 1 to 5
 * @param low if every item that was not assessed were at level 1
 * @param high if it were at level 5
 * @param level by the thresholds of the options; empty where none were given, or where what was not assessed could move it
 * @param domains all eight, in the order of the standard
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record FoundMaturity(
        double score,
        double low,
        double high,
        Optional<Integer> level,
        List<DomainResult> domains,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * One domain.
     *
     * @param domain which
     * @param level of its assessed items, 1 to 5; empty where none was assessed
     * @param assessed how many items were assessed
     * @param items all its items, in the order of the standard
     */
    public record DomainResult(DcmmDomain domain, OptionalDouble level, int assessed, List<ItemResult> items) {
        public DomainResult {
            items = List.copyOf(items);
        }
    }

    /**
     * One item.
     *
     * @param item which
     * @param level as assessed; empty where it was not, or where evidence is missing
     * @param evidence what shows it
     */
    public record ItemResult(DcmmItem item, OptionalDouble level, List<String> evidence) {
        public ItemResult {
            evidence = List.copyOf(evidence);
        }
    }

    public FoundMaturity {
        domains = List.copyOf(domains);
        notes = List.copyOf(notes);
    }

    /** How many of the 28 items were assessed with evidence. */
    public int assessed() {
        return domains.stream().mapToInt(DomainResult::assessed).sum();
    }
}
