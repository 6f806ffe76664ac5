/**
 * From counts to one number with its range.
 *
 * <p>Reading order: {@link org.dataassay.quality.score.Scoring} (the method) with {@link org.dataassay.quality.score.ScoreFacts} and {@link
 * org.dataassay.quality.score.ScoredQuality}; {@link org.dataassay.quality.score.RowScore} and {@link org.dataassay.quality.score.ColumnScore} (where
 * it is lost); {@link org.dataassay.quality.score.QualityScoring} (an assessor with {@link org.dataassay.quality.score.QualityWeights}, for a case).
 */
@NullMarked
package org.dataassay.quality.score;

import org.jspecify.annotations.NullMarked;
