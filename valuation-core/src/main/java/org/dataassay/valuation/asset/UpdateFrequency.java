package org.dataassay.valuation.asset;

/**
 * How often the data are renewed.
 */
public enum UpdateFrequency {
    /** Never: a snapshot. */
    STATIC,
    /** From time to time. */
    IRREGULAR,
    /** Once a year. */
    ANNUAL,
    /** Once a quarter. */
    QUARTERLY,
    /** Once a month. */
    MONTHLY,
    /** Once a week. */
    WEEKLY,
    /** Once a day. */
    DAILY,
    /** Once an hour. */
    HOURLY,
    /** As it happens. */
    REAL_TIME
}
