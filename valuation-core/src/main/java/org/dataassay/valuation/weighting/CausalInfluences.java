package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What each factor gives and receives, directly and through the others. The sheet holds the matrix of total influences, {@code influences/<factor>/total}.
 *
 * @param method id of the method
 * @param factors in the order of the facts
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record CausalInfluences(
        MethodId method, List<Factor> factors, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    /** On which side of the causal map a factor stands. */
    public enum Role {
        /** It gives more than it receives. */
        CAUSE,
        /** It receives more than it gives. */
        EFFECT,
        /** It gives as much as it receives. */
        BALANCED
    }

    /**
     * One factor.
     *
     * @param name of it
     * @param given total influence on all (影响度)
     * @param received total influence of all on it (被影响度)
     * @param prominence given plus received (中心度)
     * @param relation given less received (原因度)
     * @param role by the sign of the relation
     * @param weight by the rule of the options; all sum to one
     */
    public record Factor(
            String name, double given, double received, double prominence, double relation, Role role, double weight) {}

    public CausalInfluences {
        factors = List.copyOf(factors);
        notes = List.copyOf(notes);
    }
}
