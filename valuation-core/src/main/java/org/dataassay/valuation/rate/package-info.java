/** Discounting on a sheet, and the methods that find discount rates. Start with {@link org.dataassay.valuation.rate.Discounting}. */
@NullMarked
package org.dataassay.valuation.rate;

import org.jspecify.annotations.NullMarked;
