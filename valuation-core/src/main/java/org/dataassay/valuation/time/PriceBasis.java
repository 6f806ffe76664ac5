package org.dataassay.valuation.time;

/** Whether flows, and the rate that discounts them, are in money of their day or at the prices of the valuation date. */
public enum PriceBasis {
    /** Money of the day; includes inflation. */
    NOMINAL,
    /** Prices of the valuation date; excludes inflation. */
    REAL
}
