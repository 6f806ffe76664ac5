package org.dataassay.valuation.asset;

/**
 * How the buyer gets at the data.
 */
public enum DeliveryMode {
    /** A full copy, as files. */
    DATA_SET,
    /** Answers to calls. */
    API,
    /** Work on the data within the seller's walls; no copy leaves. */
    SANDBOX,
    /** Computation without seeing the data: secure multi-party computation, federated learning, trusted hardware. */
    PRIVACY_COMPUTING,
    /** A model learned from the data. */
    MODEL,
    /** Findings drawn from the data. */
    REPORT,
    /** As a part of another product. */
    EMBEDDED
}
