package org.dataassay.valuation.violation;

import org.dataassay.pricing.violation.PricingSeesQuality;

/** Breaks: core sees no other module. */
final class CoreSeesPricing {
    final PricingSeesQuality other = new PricingSeesQuality();
}
