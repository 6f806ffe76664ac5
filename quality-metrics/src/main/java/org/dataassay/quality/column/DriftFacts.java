package org.dataassay.quality.column;

/**
 * Two states of a table.
 *
 * @param earlier what it looked like
 * @param later what it looks like
 */
public record DriftFacts(TableSummary earlier, TableSummary later) {}
