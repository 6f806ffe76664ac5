/**
 * Options on data: the right to wait, to build, to give up or to change what has been begun, as a figure of its own and inside a project.
 *
 * <p>Reading order: {@link org.dataassay.valuation.option.UnderlyingAsset}, {@link org.dataassay.valuation.option.OptionContract}, {@link
 * org.dataassay.valuation.option.BlackScholesMerton}, {@link org.dataassay.valuation.option.BinomialOption}, {@link org.dataassay.valuation.option.LongstaffSchwartz}, {@link org.dataassay.valuation.option.CompoundOption}, {@link
 * org.dataassay.valuation.option.ExchangeOption}; in a project: {@link org.dataassay.valuation.option.ProjectOption} with {@link org.dataassay.valuation.option.ProjectRight} and {@link
 * org.dataassay.valuation.option.DrawnVolatility}.
 */
@NullMarked
package org.dataassay.valuation.option;

import org.jspecify.annotations.NullMarked;
