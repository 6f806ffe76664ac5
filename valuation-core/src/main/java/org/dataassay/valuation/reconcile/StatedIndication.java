package org.dataassay.valuation.reconcile;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Input;

/**
 * What one method says, as it goes into a reconciliation.
 *
 * @param section name by which the weights refer to it
 * @param method that indicated it; its family is the approach
 * @param amount the indication, at least 0
 * @param basisOfValue where it is not that of the context
 * @param evidence on which it rests, to grade the confidence in it
 */
public record StatedIndication(
        String section,
        MethodId method,
        Input<Money> amount,
        Optional<BasisOfValue> basisOfValue,
        List<EvidenceItems> evidence) {

    public StatedIndication {
        evidence = List.copyOf(evidence);
        new Check()
                .that(!section.isBlank(), "section", "named", "''", "Name the indication, such as income.")
                .that(
                        amount.value().amount().signum() >= 0,
                        "amount",
                        "at least 0",
                        amount.value(),
                        "Data that nobody would take for nothing has no value.")
                .done();
    }

    /** On the basis of the context, without evidence. */
    public static StatedIndication of(String section, MethodId method, Input<Money> amount) {
        return new StatedIndication(section, method, amount, Optional.empty(), List.of());
    }

    public StatedIndication withEvidence(List<EvidenceItems> items) {
        return new StatedIndication(section, method, amount, basisOfValue, items);
    }

    public StatedIndication onBasis(BasisOfValue basis) {
        return new StatedIndication(section, method, amount, Optional.of(basis), evidence);
    }
}
