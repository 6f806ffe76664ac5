package org.dataassay.valuation.result;

import org.dataassay.valuation.context.ValuationContext;

/**
 * A way to compute something from facts. A method is an immutable value that holds its options; {@link #evaluate} is the only door.
 *
 * @param <F> facts it needs
 * @param <R> what it comes back with
 */
public interface Method<F, R extends Result> {

    MethodId id();

    /** Raised whenever the same input gives another number; the changelog tells before and after. */
    default int version() {
        return 1;
    }

    /** The options it holds; a record. */
    Object options();

    /**
     * Computes. Pure: the same facts and context give the same bits, always.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException where facts or context break a rule; all broken fields together
     * @throws org.dataassay.valuation.error.RefusedException where a gate forbids it
     * @throws org.dataassay.valuation.error.NotApplicableException where the method does not apply
     * @throws org.dataassay.valuation.error.ValuationFailedException where it could not be finished
     */
    R evaluate(F facts, ValuationContext context);
}
