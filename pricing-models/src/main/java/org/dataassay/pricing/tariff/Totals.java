package org.dataassay.pricing.tariff;

import org.dataassay.valuation.money.Money;

/**
 * The sums of a quote or an invoice.
 *
 * @param net without tax
 * @param tax value added tax
 * @param gross net and tax
 */
public record Totals(Money net, Money tax, Money gross) {}
