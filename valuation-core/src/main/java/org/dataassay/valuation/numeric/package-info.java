/**
 * Numbers that come out the same on every Java virtual machine: elementary functions, random and quasi-random points by position,
 * sums, roots, quantiles and regressions. Nothing here knows what the numbers mean.
 *
 * <p>Reading order: {@link org.dataassay.valuation.numeric.Elementary}, {@link org.dataassay.valuation.numeric.CounterRandom}, then the two
 * designs that replace plain draws, {@link org.dataassay.valuation.numeric.LatinHypercube} and {@link org.dataassay.valuation.numeric.Sobol};
 * {@link org.dataassay.valuation.numeric.NeumaierSum}, {@link org.dataassay.valuation.numeric.Welford} and {@link
 * org.dataassay.valuation.numeric.Quantiles} gather numbers, {@link org.dataassay.valuation.numeric.Brent} solves an equation,
 * {@link org.dataassay.valuation.numeric.ExponentialSum} finds every rate of a stream and {@link org.dataassay.valuation.numeric.RootRule} picks one;
 * {@link org.dataassay.valuation.numeric.Design} and {@link org.dataassay.valuation.numeric.LeastSquares} regress;
 * {@link org.dataassay.valuation.numeric.BivariateNormal} is the distribution of two normal numbers together.
 */
@NullMarked
package org.dataassay.valuation.numeric;

import org.jspecify.annotations.NullMarked;
