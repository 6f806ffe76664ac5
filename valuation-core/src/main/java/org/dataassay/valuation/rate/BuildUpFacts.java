package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link BuildUp}.
 *
 * @param riskFreeRate of the currency and horizon of the flows
 * @param premiums one at least, each risk once
 */
public record BuildUpFacts(Input<Rate> riskFreeRate, List<RiskPremium> premiums) {

    public BuildUpFacts {
        premiums = List.copyOf(premiums);
        var check = new Check();
        check.that(!premiums.isEmpty(), "premiums", "one at least", "none", "State what the risk is paid with.");
        RiskPremium.check(check, premiums);
        check.done();
    }
}
