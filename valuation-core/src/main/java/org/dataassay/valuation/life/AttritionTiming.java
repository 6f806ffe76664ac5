package org.dataassay.valuation.life;

/** At which moment of each period a survival curve is read. A study built on mid-period retirements must also be projected mid-period. */
public enum AttritionTiming {
    /** At t − 1: the first period is untouched. */
    START_OF_PERIOD(1),
    /** At t − ½. */
    MID_PERIOD(0.5),
    /** At t. */
    END_OF_PERIOD(0);

    private final double before;

    AttritionTiming(double before) {
        this.before = before;
    }

    /** The age read in period t = 1, 2, … */
    double age(int t) {
        return t - before;
    }
}
