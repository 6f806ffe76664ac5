/**
 * What a method is, and what it comes back with.
 *
 * <p>Reading order: {@link org.dataassay.valuation.result.Method} with {@link org.dataassay.valuation.result.MethodId}, {@link
 * org.dataassay.valuation.result.ValuationMethod}; {@link org.dataassay.valuation.result.Valuation} with {@link
 * org.dataassay.valuation.result.Range}, {@link org.dataassay.valuation.result.Note} and {@link org.dataassay.valuation.result.Provenance}; {@link
 * org.dataassay.valuation.result.Outcome}.
 */
@NullMarked
package org.dataassay.valuation.result;

import org.jspecify.annotations.NullMarked;
