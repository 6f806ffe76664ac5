/**
 * What a standard says about a table: measures in the order and the words of the standard, and what the table alone cannot show said so.
 *
 * <p>Reading order: {@link org.dataassay.quality.indicator.Gbt36344} (the twenty indicators) with {@link
 * org.dataassay.quality.indicator.Gbt36344Facts}, {@link org.dataassay.quality.indicator.IndicatorAssessment} and {@link
 * org.dataassay.quality.indicator.IndicatorResult}.
 */
@NullMarked
package org.dataassay.quality.indicator;

import org.jspecify.annotations.NullMarked;
