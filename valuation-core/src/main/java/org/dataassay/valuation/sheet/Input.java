package org.dataassay.valuation.sheet;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An input: a value with its source and, where it is uncertain, its distribution.
 *
 * @param <T> {@link org.dataassay.valuation.money.Money}, {@link org.dataassay.valuation.money.UnitPrice}, {@link
 *     org.dataassay.valuation.time.Rate} or {@link Double}
 * @param value the base value
 * @param source where it comes from
 * @param distribution what else it might be; in the unit of the value
 * @param assumption name of the shared assumption it refers to: inputs of one name are one input of the sheet, drawn once in a simulation
 */
public record Input<T>(T value, Source source, Optional<Distribution> distribution, Optional<String> assumption) {

    /** A bare value, source not stated. */
    public static <T> Input<T> of(T value) {
        return new Input<>(value, Source.NOT_STATED, Optional.empty(), Optional.empty());
    }

    public static <T> Input<T> of(T value, Source source) {
        return new Input<>(value, source, Optional.empty(), Optional.empty());
    }

    public Input<T> from(Source where) {
        return new Input<>(value, where, distribution, assumption);
    }

    public Input<T> distributed(Distribution as) {
        return new Input<>(value, source, Optional.of(as), assumption);
    }

    public Input<T> sharedAs(String name) {
        return new Input<>(value, source, distribution, Optional.of(name));
    }

    /** The same input with another value, for what-if questions. */
    public Input<T> map(UnaryOperator<T> change) {
        return new Input<>(change.apply(value), source, distribution, assumption);
    }
}
