package org.dataassay.valuation.appraisal;

import java.util.List;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.result.Range;

/**
 * An opinion of value.
 *
 * @param amount rounded as the valuer said
 * @param range of the weighted value, from the simulation where there is one
 * @param weights of the indications with their reasons
 * @param responsiblePerson who answers for it
 * @param differencesExplained why the indications differ; may be empty where they do not differ much
 */
public record Conclusion(
        Money amount,
        Range range,
        List<ConclusionTerms.Weight> weights,
        String responsiblePerson,
        String differencesExplained) {
    public Conclusion {
        weights = List.copyOf(weights);
    }
}
