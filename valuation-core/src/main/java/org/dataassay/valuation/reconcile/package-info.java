/**
 * From several indications to one, and from one value to the next: what the values of one asset have to do with each other.
 *
 * <p>Reading order: {@link org.dataassay.valuation.reconcile.IndicationReconciliation}, {@link
 * org.dataassay.valuation.reconcile.ValueBridge}.
 */
@NullMarked
package org.dataassay.valuation.reconcile;

import org.jspecify.annotations.NullMarked;
