/**
 * Prices of data products: what can go wrong while one is written, quoted, rated and examined.
 *
 * <p>Reading order of the packages: {@code tariff} (the price plan, quotes, metered use and invoices, the linter). Each family of methods has one package and
 * registers its own list of methods.
 */
@NullMarked
package org.dataassay.pricing;

import org.jspecify.annotations.NullMarked;
