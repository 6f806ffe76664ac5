package org.dataassay.valuation.option;

/** When an option can be exercised. */
public enum ExerciseStyle {
    /** On its last day only. */
    EUROPEAN,
    /** On any day. */
    AMERICAN
}
