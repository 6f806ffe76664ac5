package org.dataassay.valuation.result;

import java.util.List;
import java.util.function.Function;

/**
 * Makes a method known to JSON, the command line and the catalogue.
 *
 * @param <F> facts of the method
 * @param <O> options of the method, a record
 */
public interface MethodProvider<F, O extends Record> {

    /** All methods of one module; found by {@link java.util.ServiceLoader}, so that another jar can add methods. */
    interface Listing {
        List<MethodProvider<?, ?>> methods();
    }

    MethodId id();

    Class<F> factsType();

    Class<O> optionsType();

    /** The options that hold where a request names none. */
    O standardOptions();

    Method<F, ? extends Result> with(O options);

    /** A provider from its parts. */
    static <F, O extends Record> MethodProvider<F, O> of(
            MethodId id, Class<F> factsType, O standardOptions, Function<O, Method<F, ? extends Result>> make) {
        return new MethodProvider<>() {
            @Override
            public MethodId id() {
                return id;
            }

            @Override
            public Class<F> factsType() {
                return factsType;
            }

            @Override
            @SuppressWarnings("unchecked") // the class of an O
            public Class<O> optionsType() {
                return (Class<O>) standardOptions.getClass();
            }

            @Override
            public O standardOptions() {
                return standardOptions;
            }

            @Override
            public Method<F, ? extends Result> with(O options) {
                return make.apply(options);
            }
        };
    }
}
