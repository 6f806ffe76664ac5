package org.dataassay.quality.column;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is compared between two states of a table. */
public enum DriftMeasure {
    /** The relative change of the number of rows. */
    ROWS,
    /** A column that was not there; its amount is 1. */
    NEW_COLUMN,
    /** A column that is no longer there; its amount is 1. */
    VANISHED_COLUMN,
    /** Another kind of value in most cells; its amount is 1. */
    TYPE,
    /** The difference of the shares of cells without a value. */
    MISSING_SHARE,
    /** The relative change of the number of different values, where all are known; else of different values per value. */
    DISTINCT,
    /** The share of values that did not occur before, where all earlier ones are known. */
    NEW_VALUES,
    /** Population stability index Σ (q − p)·ln(q/p) over values, tenths of the earlier numbers, or looks of texts. */
    STABILITY_INDEX,
    /** Jensen–Shannon distance √(½ Σ p·log₂(p/m) + ½ Σ q·log₂(q/m)), m = (p + q)/2, over the same classes; 0 to 1. */
    JENSEN_SHANNON,
    /** Kolmogorov and Smirnov's distance sup |F₁ − F₂| of numbers or days. */
    KOLMOGOROV_SMIRNOV,
    /** The difference of the means in standard deviations of the earlier numbers or days. */
    MEAN_SHIFT;

    /** The stable name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DriftMeasure> ofId(String id) {
        return Arrays.stream(values()).filter(m -> m.id().equals(id)).findFirst();
    }
}
