package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.life.Ramp;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.InputRow;

/**
 * How a business without the asset would come back to where it is with it: it builds or buys the asset again. What it earns without the asset then rises from the
 * stated case towards that with it.
 *
 * @param recovery share of the gap that is closed in each period
 * @param rebuildingCosts spent on coming back, before tax; none where they are in the without-case already
 */
public record RampBack(Ramp recovery, Optional<InputRow<Money>> rebuildingCosts) {

    public static RampBack of(Ramp recovery) {
        return new RampBack(recovery, Optional.empty());
    }

    public RampBack withRebuildingCosts(InputRow<Money> row) {
        return new RampBack(recovery, Optional.of(row));
    }
}
