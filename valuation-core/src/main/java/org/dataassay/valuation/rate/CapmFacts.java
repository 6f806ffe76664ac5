package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link Capm}.
 *
 * @param riskFreeRate of the currency and horizon of the flows
 * @param beta how much the equity moves with its market
 * @param equityRiskPremium of the market over the risk-free rate
 * @param premiums what beta does not pay for, each risk once
 */
public record CapmFacts(
        Input<Rate> riskFreeRate, Beta beta, Input<Double> equityRiskPremium, List<RiskPremium> premiums) {

    public CapmFacts {
        premiums = List.copyOf(premiums);
        var check = new Check();
        check.range("equityRiskPremium", equityRiskPremium.value(), -0.5, 1, "Give a decimal per year: 6 % is 0.06.");
        RiskPremium.check(check, premiums);
        if (premiums.stream().anyMatch(premium -> premium.kind() == RiskPremium.Kind.EQUITY_MARKET))
            check.add(Problem.of(
                    ValuationError.DUPLICATE,
                    "premiums",
                    "the equity market",
                    "Beta pays for it; give it as equityRiskPremium."));
        check.done();
    }
}
