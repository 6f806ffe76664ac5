package org.dataassay.valuation.cost;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * A loss of value against new.
 *
 * @param kind what causes it
 * @param share of the cost new that is lost, in [0, 1]
 */
public record Obsolescence(Kind kind, Input<Double> share) {

    /** Causes; data wears physically only with its storage media. */
    public enum Kind {
        PHYSICAL,
        FUNCTIONAL,
        ECONOMIC
    }

    /** How several are put together; there is no default, because careful people differ. */
    public enum Combination {
        /** 1 − Σ oᵢ, the sum at most 1. */
        ADDITIVE,
        /** Π (1 − oᵢ). */
        SEQUENTIAL
    }

    public Obsolescence {
        new Check().share("share", share.value()).done();
    }
}
