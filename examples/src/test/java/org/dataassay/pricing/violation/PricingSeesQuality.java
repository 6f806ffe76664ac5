package org.dataassay.pricing.violation;

import org.dataassay.quality.violation.QualitySeesPricing;

/** Breaks: pricing does not see quality. */
public final class PricingSeesQuality {
    Class<?> other() {
        return QualitySeesPricing.class;
    }
}
