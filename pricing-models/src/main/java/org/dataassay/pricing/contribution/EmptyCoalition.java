package org.dataassay.pricing.contribution;

import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/** What happens where nobody is already worth something, such as the accuracy of guessing. */
public enum EmptyCoalition {
    /** Such a game is refused: what nobody brought cannot be divided without a decision. */
    REFUSED,
    /** It is taken off the worth of every coalition, so that the players divide what they add to it. */
    SUBTRACTED;

    /** What to take off every worth. */
    double offset(double worthOfNobody) {
        if (this == SUBTRACTED || worthOfNobody == 0) return worthOfNobody;
        throw InvalidInputException.of(
                ValuationError.OUT_OF_RANGE,
                "worth of the empty coalition",
                "0",
                Plain.of(worthOfNobody),
                "Set emptyCoalition to subtracted to divide what the players add to it.");
    }
}
