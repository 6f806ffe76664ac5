package org.dataassay.quality.column;

import org.dataassay.quality.source.TableSource;

/**
 * What rules are suggested from: how the table looks, and the table itself, opened once more, on which every candidate is tried.
 *
 * @param summary what the table looks like
 * @param table the same table, not yet read; it is read to its end and not closed
 */
public record SuggestFacts(TableSummary summary, TableSource table) {}
