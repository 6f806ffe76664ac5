/**
 * What is measured, by which standard: the {@link org.dataassay.quality.indicator.Dimension} a reader thinks in and the {@link
 * org.dataassay.quality.indicator.Indicator} a standard defines.
 */
@NullMarked
package org.dataassay.quality.indicator;

import org.jspecify.annotations.NullMarked;
