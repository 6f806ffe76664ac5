package org.dataassay.valuation.rate;

import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link Npv}.
 *
 * @param flows what is discounted
 * @param rate per period, or per year for dated flows
 */
public record PresentValueFacts(FlowPattern flows, Input<Rate> rate) {}
