/**
 * What a method is, and what it comes back with.
 *
 * <p>Reading order: {@link org.dataassay.valuation.result.MethodId}, {@link org.dataassay.valuation.result.Range}, {@link
 * org.dataassay.valuation.result.Note}, {@link org.dataassay.valuation.result.Outcome}.
 */
@NullMarked
package org.dataassay.valuation.result;

import org.jspecify.annotations.NullMarked;
