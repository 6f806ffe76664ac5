package org.dataassay.valuation.appraisal;

import org.dataassay.valuation.income.IncomeFacts;
import org.dataassay.valuation.income.ReplicationCap;
import org.dataassay.valuation.result.ValuationMethod;

/**
 * One method of a case with its facts.
 *
 * @param <F> facts of the method
 * @param section name of its section of the sheet, unique within the case
 * @param method with its options
 * @param facts for it
 */
public record MethodCall<F>(String section, ValuationMethod<F> method, F facts) {

    /** The same call, capped by what a freely available substitute costs; methods of other approaches stay as they are. */
    MethodCall<F> cappedBy(ReplicationCap cap) {
        if (!(facts instanceof IncomeFacts<?> income)
                || income.terms().replicationCap().isPresent()) return this;
        @SuppressWarnings("unchecked") // IncomeFacts<F> gives back its own type
        var capped = (F) income.withTerms(income.terms().withReplicationCap(cap));
        return new MethodCall<>(section, method, capped);
    }
}
