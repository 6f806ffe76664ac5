package org.dataassay.quality.indicator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * A table by the fifteen characteristics of ISO/IEC 25012, as far as it can show them.
 *
 * @param targetEntity what the measures are about
 * @param characteristics all fifteen, in the order of the standard
 * @param notes what a reader must know
 * @param provenance how it came to be; the digest is that of the table
 */
public record Iso25012Assessment(
        String targetEntity, List<CharacteristicResult> characteristics, List<Note> notes, Provenance provenance)
        implements Finding {

    /**
     * One characteristic.
     *
     * @param characteristic which
     * @param measures what was measured, in the order of the identifiers; empty where this input shows nothing
     * @param reason why nothing was measured; empty where something was
     */
    public record CharacteristicResult(
            Iso25012Characteristic characteristic, List<MeasureResult> measures, Optional<String> reason) {
        public CharacteristicResult {
            measures = List.copyOf(measures);
        }
    }

    /**
     * One measure. There is no threshold: the standard sets none.
     *
     * @param measure of ISO/IEC 25024; empty for an additional measure, which the standard does not list
     * @param subject what it is about: the column, or {@code table}
     * @param fedBy the indicator of GB/T 36344 and its parts, or the built-in measure
     * @param count A
     * @param evaluated B, above 0
     * @param lowerIsBetter whether A counts defects
     * @param rationale why the measure differs from the standard's, where it does
     */
    public record MeasureResult(
            Optional<Iso25024Measure> measure,
            String subject,
            String fedBy,
            long count,
            long evaluated,
            boolean lowerIsBetter,
            Optional<String> rationale) {

        /** The identifier in the standard, or {@code additional}. */
        public String id() {
            return measure.map(Iso25024Measure::id).orElse("additional");
        }

        /** A / B. */
        public OptionalDouble ratio() {
            return evaluated == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / evaluated);
        }
    }

    public Iso25012Assessment {
        characteristics = List.copyOf(characteristics);
        notes = List.copyOf(notes);
    }

    /** The result of a characteristic. */
    public CharacteristicResult of(Iso25012Characteristic characteristic) {
        return characteristics.stream()
                .filter(result -> result.characteristic() == characteristic)
                .findFirst()
                .orElseThrow();
    }
}
