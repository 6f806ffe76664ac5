package org.dataassay.quality.indicator;

import org.dataassay.valuation.error.Check;

/**
 * What is evaluated.
 *
 * @param targetEntity what the measures are about, as the standard demands it be named, such as {@code data file strikes.csv}
 * @param assessment what was measured of it
 */
public record Iso25012Facts(String targetEntity, IndicatorAssessment assessment) {

    public Iso25012Facts {
        new Check()
                .that(
                        !targetEntity.isBlank() && targetEntity.length() <= 200,
                        "targetEntity",
                        "named in at most 200 characters",
                        targetEntity.isBlank() ? "blank" : targetEntity.length() + " characters",
                        "Name the data file, table or record type.")
                .done();
    }
}
