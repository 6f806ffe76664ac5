package org.dataassay.quality.rule;

import org.dataassay.quality.source.Row;

/** What one rule has seen so far. Merging the states of consecutive parts of a table gives the state of the whole. */
interface RuleState {

    void add(Row row);

    /** Adds the state of the rows that follow, whose numbers move on by so many; it must belong to the same rule and must not be used afterwards. */
    void merge(RuleState later, long rowsBefore);

    RuleResult result(Rule rule);
}
