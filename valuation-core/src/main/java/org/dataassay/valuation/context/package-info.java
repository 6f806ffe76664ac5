/**
 * The terms of a valuation, apart from the facts about the asset.
 *
 * <p>Reading order: {@link org.dataassay.valuation.context.ValuationContext}, {@link org.dataassay.valuation.context.BasisOfValue}, {@link
 * org.dataassay.valuation.context.PremiseOfValue}.
 */
@NullMarked
package org.dataassay.valuation.context;

import org.jspecify.annotations.NullMarked;
