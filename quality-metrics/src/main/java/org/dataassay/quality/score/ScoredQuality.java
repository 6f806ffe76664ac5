package org.dataassay.quality.score;

import java.util.List;
import java.util.Optional;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * A score with its range and its reasons.
 *
 * @param score over what was measured; its range takes the sampling error and then all that was not measured, at worst and at best
 * @param sampling what the sample alone leaves open; empty where the data are no sample
 * @param grade by the scale of the options; empty where none was given
 * @param reasons what is lost by each measure, the greatest loss first; together 1 − score
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record ScoredQuality(
        QualityScore score,
        Optional<Interval> sampling,
        Optional<Grading> grade,
        List<Reason> reasons,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * Where the score of the whole population lies.
     *
     * @param low lower limit
     * @param high upper limit
     * @param confidence of both together
     */
    public record Interval(double low, double high, double confidence) {}

    /**
     * Grades of a scale.
     *
     * @param grade of the score
     * @param atWorst of the low end of its range
     * @param atBest of the high end
     */
    public record Grading(String grade, String atWorst, String atBest) {

        /** Whether the whole range has one grade. */
        public boolean isCertain() {
            return atWorst.equals(atBest);
        }
    }

    /**
     * Why the score is not 1.
     *
     * @param dimension in which it counts
     * @param measure which
     * @param loss what it takes from the score
     */
    public record Reason(Dimension dimension, String measure, double loss) {}

    public ScoredQuality {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }
}
