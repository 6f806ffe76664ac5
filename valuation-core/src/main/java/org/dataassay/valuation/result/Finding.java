package org.dataassay.valuation.result;

/**
 * What a method found that is not an indication of value: a rate, a life, a weight, an index, a price. Open: each method brings its own record.
 *
 * <p>Money appears in a finding only where money is what the method finds.
 */
public non-sealed interface Finding extends Result {}
