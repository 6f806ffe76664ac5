/**
 * How uncertain a calculation is, whoever made it: readings of a stored sheet.
 *
 * <p>Reading order: {@link org.dataassay.valuation.risk.StoredSheet}, {@link org.dataassay.valuation.risk.RiskSimulation}, {@link
 * org.dataassay.valuation.risk.RiskSensitivity}, {@link org.dataassay.valuation.risk.RiskScenario}, {@link org.dataassay.valuation.risk.RiskTwoWay}.
 */
@NullMarked
package org.dataassay.valuation.risk;

import org.jspecify.annotations.NullMarked;
