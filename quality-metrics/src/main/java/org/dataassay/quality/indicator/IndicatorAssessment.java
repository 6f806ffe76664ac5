package org.dataassay.quality.indicator;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * The twenty indicators of a table, each measured, not applicable or not measurable.
 *
 * @param profile what was counted
 * @param indicators all twenty, in the order of the standard
 * @param characteristics the six groups of the standard, in its order
 * @param notes what a reader must know
 * @param provenance how it came to be; the digest is that of the table
 */
public record IndicatorAssessment(
        QualityProfile profile,
        List<IndicatorResult> indicators,
        List<CharacteristicResult> characteristics,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * A group of indicators.
     *
     * @param characteristic which
     * @param measured how many of its indicators have a ratio
     * @param indicators how many it has
     * @param mean mean score of those measured, each counting alike, which is usual practice and not the standard's; empty where none is
     */
    public record CharacteristicResult(
            Indicator.Characteristic characteristic, int measured, int indicators, OptionalDouble mean) {}

    public IndicatorAssessment {
        indicators = List.copyOf(indicators);
        characteristics = List.copyOf(characteristics);
        notes = List.copyOf(notes);
    }

    /** The result of an indicator. */
    public IndicatorResult of(Indicator indicator) {
        return indicators.stream()
                .filter(result -> result.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }
}
