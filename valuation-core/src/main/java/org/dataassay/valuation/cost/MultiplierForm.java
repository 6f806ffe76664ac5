package org.dataassay.valuation.cost;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * 倍加系数法 for know-how made by creative work: RC = (c + v · β₁) / (1 − β₂) · (1 + l). A version with (1 + β₂) circulates; it is a misprint, for a risk of
 * failure must raise the cost of a success.
 *
 * @param creativeLabor β₁, multiplier of living labor, at least 1
 * @param researchRisk β₂, share of work that fails, in [0, 1)
 * @param returnOnCost l, at least 0
 */
public record MultiplierForm(Input<Double> creativeLabor, Input<Double> researchRisk, Input<Double> returnOnCost) {
    public MultiplierForm {
        new Check()
                .range(
                        "creativeLabor",
                        creativeLabor.value(),
                        1,
                        100,
                        "Creative work costs at least as much as it is paid.")
                .share("researchRisk", researchRisk.value())
                .that(
                        researchRisk.value() < 1,
                        "researchRisk",
                        "below 1",
                        researchRisk.value(),
                        "Work that always fails makes nothing.")
                .range("returnOnCost", returnOnCost.value(), 0, 100, "Give the return as a decimal: 0.2 is 20 %.")
                .done();
    }
}
