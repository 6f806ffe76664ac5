/**
 * The evaluator of a closed sheet: a tape of scalar steps over slots, run at width one or over tiles of draws. Not part of the promised API.
 *
 * <p>Reading order: {@link org.dataassay.valuation.sheet.internal.Kernel}, {@link org.dataassay.valuation.sheet.internal.TapeBuilder}, {@link
 * org.dataassay.valuation.sheet.internal.Tape}.
 */
@NullMarked
package org.dataassay.valuation.sheet.internal;

import org.jspecify.annotations.NullMarked;
