package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An input per element of an axis, from one source: a forecast, an index series.
 *
 * @param <T> as in {@link Input}
 * @param values one per element
 * @param source where they come from
 * @param shock distribution of a factor by which every element is multiplied; 1 leaves it as given
 * @param independent whether each element has a factor of its own; otherwise one factor moves the whole row
 * @param assumption name of the shared assumption it refers to
 */
public record InputRow<T>(
        List<T> values, Source source, Optional<Distribution> shock, boolean independent, Optional<String> assumption) {

    public InputRow {
        values = List.copyOf(values);
    }

    public static <T> InputRow<T> of(List<T> values) {
        return new InputRow<>(values, Source.NOT_STATED, Optional.empty(), false, Optional.empty());
    }

    public static <T> InputRow<T> of(List<T> values, Source source) {
        return new InputRow<>(values, source, Optional.empty(), false, Optional.empty());
    }

    public InputRow<T> from(Source where) {
        return new InputRow<>(values, where, shock, independent, assumption);
    }

    /** One factor for the whole row. */
    public InputRow<T> shocked(Distribution factor) {
        return new InputRow<>(values, source, Optional.of(factor), false, assumption);
    }

    /** A factor per element, drawn independently. */
    public InputRow<T> shockedIndependently(Distribution factor) {
        return new InputRow<>(values, source, Optional.of(factor), true, assumption);
    }

    public InputRow<T> map(UnaryOperator<T> change) {
        return new InputRow<>(values.stream().map(change).toList(), source, shock, independent, assumption);
    }

    public int size() {
        return values.size();
    }
}
