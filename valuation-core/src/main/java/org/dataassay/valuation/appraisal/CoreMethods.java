package org.dataassay.valuation.appraisal;

import java.util.List;
import java.util.stream.Stream;
import org.dataassay.valuation.cost.CostMethods;
import org.dataassay.valuation.income.IncomeMethods;
import org.dataassay.valuation.information.InformationMethods;
import org.dataassay.valuation.life.LifeMethods;
import org.dataassay.valuation.market.MarketMethods;
import org.dataassay.valuation.option.OptionMethods;
import org.dataassay.valuation.rate.RateMethods;
import org.dataassay.valuation.reconcile.ReconcileMethods;
import org.dataassay.valuation.result.MethodProvider;
import org.dataassay.valuation.risk.RiskMethods;
import org.dataassay.valuation.weighting.WeightingMethods;

/** Every method of valuation-core, family by family. */
public final class CoreMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return Stream.<MethodProvider.Listing>of(
                        new CostMethods(),
                        new IncomeMethods(),
                        new MarketMethods(),
                        new RateMethods(),
                        new LifeMethods(),
                        new InformationMethods(),
                        new OptionMethods(),
                        new RiskMethods(),
                        new WeightingMethods(),
                        new ReconcileMethods())
                .flatMap(family -> family.methods().stream())
                .toList();
    }
}
