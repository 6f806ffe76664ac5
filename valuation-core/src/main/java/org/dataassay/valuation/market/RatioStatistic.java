package org.dataassay.valuation.market;

import java.util.Optional;

/**
 * One statistic of a ratio study.
 *
 * @param value of the sales
 * @param low lower end of the bootstrap interval
 * @param high upper end of it
 * @param band from where to where it is called good; absent where none was stated
 */
public record RatioStatistic(double value, double low, double high, Optional<Band> band) {

    /** Whether the value lies in its band; true where none was stated. */
    public boolean isGood() {
        return band.map(b -> b.holds(value)).orElse(true);
    }

    /** Whether the whole interval lies outside the band, so that chance does not explain the value. */
    public boolean isSurelyBad() {
        return band.map(b -> high < b.low() || low > b.high()).orElse(false);
    }
}
