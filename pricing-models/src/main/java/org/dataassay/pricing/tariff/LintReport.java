package org.dataassay.pricing.tariff;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What {@link Lint} found.
 *
 * @param method id of the method
 * @param findings gravest first, then by tariff and rule
 * @param notes what was not decided, conventions
 * @param provenance enough to compute it again
 */
public record LintReport(MethodId method, List<LintFinding> findings, List<Note> notes, Provenance provenance)
        implements Finding {
    public LintReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** The findings of a rule. */
    public List<LintFinding> of(LintRule rule) {
        return findings.stream().filter(one -> one.rule() == rule).toList();
    }
}
