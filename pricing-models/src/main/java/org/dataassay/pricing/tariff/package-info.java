/**
 * Price plans that can be billed: one model for what exchanges sell, exact to the last decimal, with quotes, rating of metered events and a linter.
 *
 * <p>Reading order: {@link org.dataassay.pricing.tariff.Tariff} with its {@link org.dataassay.pricing.tariff.Meter}s and {@link
 * org.dataassay.pricing.tariff.Charge}s, {@link org.dataassay.pricing.tariff.CompiledTariff} (exact arithmetic), {@link
 * org.dataassay.pricing.tariff.TariffPricing} and its {@link org.dataassay.pricing.tariff.Quote}, {@link org.dataassay.pricing.tariff.Rating} with {@link
 * org.dataassay.pricing.tariff.RatingRun} and {@link org.dataassay.pricing.tariff.Invoice}, {@link org.dataassay.pricing.tariff.Lint}.
 */
@NullMarked
package org.dataassay.pricing.tariff;

import org.jspecify.annotations.NullMarked;
