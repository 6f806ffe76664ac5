package org.dataassay.pricing.tariff;

/** What a meter counts. A price without its unit of measure means nothing. */
public enum MeterUnit {
    /** Calls of an interface. */
    CALL,
    /** Records delivered. */
    RECORD,
    /** 10⁹ bytes delivered or kept. */
    GIGABYTE,
    /** Tokens of text. */
    TOKEN,
    /** Hours of access or of computing. */
    HOUR,
    /** Matches found in joint checks. */
    MATCH,
    /** Seats: persons or systems that may use it. */
    SEAT,
    /** Units of the tariff's currency that the buyer earned with the data; what a revenue share is taken of. */
    REVENUE
}
