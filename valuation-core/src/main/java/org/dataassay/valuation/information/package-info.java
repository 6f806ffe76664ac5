/**
 * What information is worth: to a decision that it could change, and by what an owner observes of it.
 *
 * <p>Reading order: {@link org.dataassay.valuation.information.DecisionTable}, {@link org.dataassay.valuation.information.Evpi}, {@link
 * org.dataassay.valuation.information.Evppi}, {@link org.dataassay.valuation.information.Evsi}, {@link org.dataassay.valuation.information.InformationValue}, {@link
 * org.dataassay.valuation.information.Infonomics}.
 */
@NullMarked
package org.dataassay.valuation.information;

import org.jspecify.annotations.NullMarked;
