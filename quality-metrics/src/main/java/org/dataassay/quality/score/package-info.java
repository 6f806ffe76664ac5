/**
 * From counts to one number with its range: {@link org.dataassay.quality.score.QualityWeights} (the user's, with a reason) and {@link
 * org.dataassay.quality.score.QualityScoring}.
 */
@NullMarked
package org.dataassay.quality.score;

import org.jspecify.annotations.NullMarked;
