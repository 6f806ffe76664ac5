/**
 * Prices of data products: what can go wrong while one is written, quoted, rated and examined.
 *
 * <p>Reading order of the packages: {@code tariff} (the price plan, quotes, metered use and invoices, the linter); {@code regulated} (what public data
 * may earn and cost at most); {@code evidence} (what similar data are sold for). Each family of methods has one package and
 * registers its own list of methods.
 */
@NullMarked
package org.dataassay.pricing;

import org.jspecify.annotations.NullMarked;
