/**
 * How mature the holder of data is in managing them: {@link org.dataassay.quality.maturity.MaturityDcmm} with {@link
 * org.dataassay.quality.maturity.DcmmItem}, {@link org.dataassay.quality.maturity.DcmmFacts} and {@link
 * org.dataassay.quality.maturity.FoundMaturity}.
 */
@NullMarked
package org.dataassay.quality.maturity;

import org.jspecify.annotations.NullMarked;
