package org.dataassay.report.casefile;

import org.dataassay.valuation.error.Check;

/** How the measured quality acts on value: a declared response, never a hidden one. */
public sealed interface QualityResponse {

    /** What a score in [0, 1] becomes; never falling in the score. */
    double of(double score);

    /** The score itself. */
    record Identity() implements QualityResponse {
        @Override
        public double of(double score) {
            return score;
        }
    }

    /**
     * floor + (ceiling − floor) · score.
     *
     * @param floor what is left at score 0, in [0, 1]
     * @param ceiling what a score of 1 gives, in [0, 1], at least the floor
     */
    record Linear(double floor, double ceiling) implements QualityResponse {
        public Linear {
            new Check()
                    .share("floor", floor)
                    .share("ceiling", ceiling)
                    .that(
                            ceiling >= floor,
                            "ceiling",
                            "at least the floor " + floor,
                            ceiling,
                            "Better data is not worth less.")
                    .done();
        }

        @Override
        public double of(double score) {
            return floor + (ceiling - floor) * score;
        }
    }
}
