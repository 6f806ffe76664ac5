package org.dataassay.quality.rule;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What rules found in a table.
 *
 * @param table name of the table
 * @param rows how many rows were read; rejected ones are not among them
 * @param results one per rule, in the order of the rules
 * @param notes what a reader must know
 * @param provenance how the findings came to be; the digest is that of the table
 */
public record RuleFindings(String table, long rows, List<RuleResult> results, List<Note> notes, Provenance provenance)
        implements Finding {

    public RuleFindings {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    /** What a rule found. */
    public Optional<RuleResult> rule(String id) {
        return results.stream().filter(r -> r.rule().id().equals(id)).findFirst();
    }
}
