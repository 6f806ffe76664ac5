/**
 * What went wrong, said so that a person knows what to do and a program can read it.
 *
 * <p>Reading order: {@link org.dataassay.valuation.error.ErrorCode}, {@link org.dataassay.valuation.error.Problem}, {@link
 * org.dataassay.valuation.error.Check}, then the four exceptions, one per way in which an evaluation does not produce a result.
 */
@NullMarked
package org.dataassay.valuation.error;

import org.jspecify.annotations.NullMarked;
