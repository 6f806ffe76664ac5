package org.dataassay.valuation.error.violation;

import org.dataassay.valuation.money.violation.MoneySample;

/** Breaks: error uses no later package. */
final class ErrorSeesMoney {
    final MoneySample later = new MoneySample();
}
