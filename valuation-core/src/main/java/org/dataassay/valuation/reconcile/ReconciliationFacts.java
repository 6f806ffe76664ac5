package org.dataassay.valuation.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link IndicationReconciliation}.
 *
 * @param indications 1 to 50, each section once
 * @param approachesNotUsed with reasons; every approach without an indication should be here
 * @param conclusion the valuer's weights and reasons
 */
public record ReconciliationFacts(
        List<StatedIndication> indications, List<UnusedApproach> approachesNotUsed, ConclusionTerms conclusion) {

    private static final int MOST_INDICATIONS = 50;

    public ReconciliationFacts {
        indications = List.copyOf(indications);
        approachesNotUsed = List.copyOf(approachesNotUsed);
        var check = new Check()
                .that(
                        !indications.isEmpty() && indications.size() <= MOST_INDICATIONS,
                        "indications",
                        "1 to " + MOST_INDICATIONS,
                        indications.size(),
                        "Give what each method indicated.");
        var sections = new HashSet<String>();
        for (int i = 0; i < indications.size(); i++) {
            if (!sections.add(indications.get(i).section()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "indications[" + i + "].section",
                        indications.get(i).section(),
                        "Name each indication once."));
        }
        for (var weight : conclusion.weights()) {
            if (!sections.contains(weight.section()))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        "conclusion.weights",
                        "the section '" + weight.section() + "'",
                        "Sections are "
                                + indications.stream()
                                        .map(StatedIndication::section)
                                        .collect(Collectors.joining(", "))
                                + "."));
        }
        check.done();
    }

    /** The weight of an indication; 0 where the terms name none. */
    Input<Double> weight(StatedIndication indication) {
        return conclusion.weight(indication.section());
    }
}
