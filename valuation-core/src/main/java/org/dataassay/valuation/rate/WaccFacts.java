package org.dataassay.valuation.rate;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Wacc}.
 *
 * @param structure what finances the business
 * @param taxRate on income, in [0, 1)
 * @param asset what the asset earns beyond the business, where its own rate is wanted
 */
public record WaccFacts(CapitalStructure structure, Input<Double> taxRate, Optional<AssetSpread> asset) {

    /**
     * Distance of an asset's rate from that of the business: a judgement.
     *
     * @param spread per year, positive where the asset is riskier
     * @param reason why; must be stated
     */
    public record AssetSpread(Input<Double> spread, String reason) {
        public AssetSpread {
            new Check()
                    .range("spread", spread.value(), -0.5, 0.5, "Give a decimal per year: 2 % is 0.02.")
                    .that(!reason.isBlank(), "reason", "stated", "blank", "Say what makes the asset riskier or safer.")
                    .done();
        }
    }

    public WaccFacts {
        var check = new Check();
        check.that(
                taxRate.value() >= 0 && taxRate.value() < 1,
                "taxRate",
                "at least 0 and below 1",
                taxRate.value(),
                "Give a decimal: 25 % is 0.25.");
        var bases = structure.parts().stream()
                .map(part -> part.cost().value().prices())
                .distinct()
                .count();
        if (bases > 1)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "structure",
                    "some costs are nominal, some are real",
                    "Convert them to one basis with rate.currency-conversion."));
        check.done();
    }
}
