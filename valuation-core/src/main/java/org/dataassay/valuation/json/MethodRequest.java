package org.dataassay.valuation.json;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.MethodProvider;
import org.dataassay.valuation.result.Result;

/**
 * A request for one method, read and checked.
 *
 * @param <F> facts of the method
 * @param <O> options of the method
 * @param provider makes the method
 * @param facts about the asset
 * @param options stated, or the standard ones
 * @param context the terms of the valuation
 */
public record MethodRequest<F, O extends Record>(
        MethodProvider<F, O> provider, F facts, O options, ValuationContext context) {

    public MethodId id() {
        return provider.id();
    }

    /** The method with its options. */
    public Method<F, ? extends Result> method() {
        return provider.with(options);
    }

    /** Computes; throws what {@link Method#evaluate} throws. */
    public Result evaluate() {
        return method().evaluate(facts, context);
    }
}
