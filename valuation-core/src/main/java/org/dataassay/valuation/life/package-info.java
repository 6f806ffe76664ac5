/**
 * How long an asset serves and how its use fades.
 *
 * <p>Reading order: {@link org.dataassay.valuation.life.Decay} and {@link org.dataassay.valuation.life.InForce}, by which a life acts on a forecast, and {@link
 * org.dataassay.valuation.life.Ramp}, by which a start does; then the methods {@link
 * org.dataassay.valuation.life.UsefulLife}, {@link org.dataassay.valuation.life.Attrition} and {@link org.dataassay.valuation.life.DecayFit}, which find one.
 */
@NullMarked
package org.dataassay.valuation.life;

import org.jspecify.annotations.NullMarked;
