/**
 * Numbers that come out the same on every Java virtual machine: elementary functions, random and quasi-random points by position,
 * sums, roots and quantiles. Nothing here knows what the numbers mean.
 *
 * <p>Reading order: {@link org.dataassay.valuation.numeric.Elementary}, {@link org.dataassay.valuation.numeric.CounterRandom}.
 */
@NullMarked
package org.dataassay.valuation.numeric;

import org.jspecify.annotations.NullMarked;
