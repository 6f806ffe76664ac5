package org.dataassay.quality.rule;

/** What a constraint says about one row. */
enum Verdict {
    SATISFIED,
    VIOLATED,
    NOT_EVALUATED
}
