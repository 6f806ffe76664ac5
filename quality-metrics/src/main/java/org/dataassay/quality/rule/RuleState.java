package org.dataassay.quality.rule;

import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.RowBlock;

/** What one rule has seen so far. Merging the states of consecutive parts of a table gives the state of the whole. */
interface RuleState {

    /** Takes rows into account, which were examined; so many are numbered before the part they are of. */
    void add(RowBlock block, long rowsBefore);

    /** Adds the state of the rows that follow, whose numbers move on by so many; it must belong to the same rule and must not be used afterwards. */
    void merge(RuleState later, long rowsBefore);

    RuleResult result(Rule rule);

    void write(StateBytes.Writer out);

    /** Reads what {@link #write} wrote for so many numbered rows; the state must be new. */
    void read(StateBytes.Reader in, long rows);
}
