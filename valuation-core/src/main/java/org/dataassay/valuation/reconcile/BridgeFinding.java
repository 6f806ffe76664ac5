package org.dataassay.valuation.reconcile;

import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.sheet.Bridge;

/**
 * Why a value moved: from the earlier amount over each step to the later one, to the minor unit.
 *
 * @param method id of the method
 * @param dateBefore the earlier valuation date
 * @param dateAfter the later valuation date
 * @param before the earlier amount
 * @param after the later amount: {@code before} and all steps
 * @param difference {@code after} less {@code before}
 * @param steps in their fixed order: date, method, structure, inputs, rounding
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record BridgeFinding(
        MethodId method,
        LocalDate dateBefore,
        LocalDate dateAfter,
        Money before,
        Money after,
        Money difference,
        List<Step> steps,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    public BridgeFinding {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * One cause.
     *
     * @param cause its kind
     * @param name of an input, a section, or a named group; else of the kind
     * @param amount what it adds, rounded so that all steps add up
     * @param moves the inputs that moved
     */
    public record Step(Bridge.Cause cause, String name, Money amount, List<Bridge.Move> moves) {
        public Step {
            moves = List.copyOf(moves);
        }
    }
}
