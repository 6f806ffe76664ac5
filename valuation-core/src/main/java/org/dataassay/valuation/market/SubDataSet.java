package org.dataassay.valuation.market;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * A part of the subject that has a comparable of its own.
 *
 * @param name of the part
 * @param referenceValue 参照价值: what the comparable of this part was sold for, above 0
 */
public record SubDataSet(String name, Input<Money> referenceValue) {

    public SubDataSet {
        new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the part.")
                .that(
                        referenceValue.value().amount().signum() > 0,
                        "referenceValue",
                        "above 0",
                        referenceValue.value(),
                        "A free offer is a substitute, not a reference.")
                .done();
    }
}
