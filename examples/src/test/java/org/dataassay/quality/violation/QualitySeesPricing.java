package org.dataassay.quality.violation;

import org.dataassay.pricing.violation.PricingSeesQuality;

/** Breaks: quality does not see pricing. */
public final class QualitySeesPricing {
    Class<?> other() {
        return PricingSeesQuality.class;
    }
}
