package org.dataassay.quality.rule;

import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.RowBlock;

/** A state that takes rows one by one. */
interface RowWiseState extends RuleState {

    void add(Row row);

    @Override
    default void add(RowBlock block, long rowsBefore) {
        for (int i = 0; i < block.rows(); i++) add(block.row(i, rowsBefore));
    }
}
