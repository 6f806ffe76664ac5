/**
 * How long an asset serves and how its use fades: {@link org.dataassay.valuation.life.InForce} and {@link org.dataassay.valuation.life.Decay}.
 */
@NullMarked
package org.dataassay.valuation.life;

import org.jspecify.annotations.NullMarked;
