/**
 * What a standard says about a table: measures in the order and the words of the standard, and what the table alone cannot show said so.
 *
 * <p>Reading order: {@link org.dataassay.quality.indicator.Gbt36344} (the twenty indicators) with {@link
 * org.dataassay.quality.indicator.Gbt36344Facts}, {@link org.dataassay.quality.indicator.IndicatorAssessment} and {@link
 * org.dataassay.quality.indicator.IndicatorResult}; {@link org.dataassay.quality.indicator.Iso25012} (the same counts by the international
 * standard) with {@link org.dataassay.quality.indicator.Iso25024Measure}; {@link org.dataassay.quality.indicator.OpenDataDimension} (the words of
 * open contracts and products); {@link org.dataassay.quality.indicator.TrainingSet} and {@link org.dataassay.quality.indicator.PrivacyRisk} (what a
 * model would learn wrongly, and how easily persons can be told).
 */
@NullMarked
package org.dataassay.quality.indicator;

import org.jspecify.annotations.NullMarked;
