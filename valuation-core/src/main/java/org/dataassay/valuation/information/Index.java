package org.dataassay.valuation.information;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * A relative measure of information, to compare data sets of one owner by. It is no amount of money and becomes none: a type of its own, which nothing converts.
 *
 * @param value finite
 */
public record Index(double value) implements Comparable<Index> {

    public Index {
        new Check()
                .that(Double.isFinite(value), "value", "finite", value, "Check the scores it is made of.")
                .done();
    }

    @Override
    public int compareTo(Index other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Plain.of(value);
    }
}
