package org.dataassay.quality.source;

/** What one cell looks like. A number with a leading zero or more than 18 digits is text: it is a code, and a double would damage it. */
public enum ValueKind {
    /** {@code -?(0|[1-9][0-9]*)}, at most 18 digits. */
    INTEGER,
    /** A decimal number with a point or an exponent; no thousands separator. */
    DECIMAL,
    /** {@code yyyy-MM-dd}, a day that exists. */
    DATE,
    /** A date, then {@code T} or a blank, then {@code HH:mm[:ss[.fraction]]} with or without an offset. */
    TIMESTAMP,
    /** {@code true} or {@code false}, in any case. */
    BOOLEAN,
    /** Anything else. */
    TEXT
}
