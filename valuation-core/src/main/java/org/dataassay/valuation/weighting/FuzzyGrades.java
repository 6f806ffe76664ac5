package org.dataassay.valuation.weighting;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * How far an object belongs to each grade, and the grade or score decided on. The cells {@code comesFirst/<grade>} may be watched in a simulation, which then tells how often each
 * grade has the greatest membership.
 *
 * @param method id of the method
 * @param decided the grade of the greatest membership, or all that tie for it
 * @param score the grades' scores averaged by membership; empty where grades have none
 * @param grades in the order of the facts
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits; one tells what the other operators would decide
 * @param provenance enough to compute it again
 */
public record FuzzyGrades(
        MethodId method,
        List<String> decided,
        OptionalDouble score,
        List<Membership> grades,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * Membership in one grade.
     *
     * @param grade its name
     * @param membership in [0, 1]
     */
    public record Membership(String grade, double membership) {}

    public FuzzyGrades {
        decided = List.copyOf(decided);
        grades = List.copyOf(grades);
        notes = List.copyOf(notes);
    }
}
