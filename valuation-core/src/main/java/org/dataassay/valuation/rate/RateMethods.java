package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of rates. */
public final class RateMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(Irr.ID, PeriodicFlows.class, Irr.Options.STANDARD, Irr::new),
                MethodProvider.of(Xirr.ID, DatedFlows.class, Xirr.Options.STANDARD, Xirr::new),
                MethodProvider.of(Mirr.ID, ModifiedFlows.class, Mirr.Options.STANDARD, Mirr::new),
                MethodProvider.of(Npv.ID, PresentValueFacts.class, Npv.Options.STANDARD, Npv::new),
                MethodProvider.of(Capm.ID, CapmFacts.class, Capm.Options.STANDARD, Capm::new),
                MethodProvider.of(BuildUp.ID, BuildUpFacts.class, BuildUp.Options.STANDARD, BuildUp::new),
                MethodProvider.of(Wacc.ID, WaccFacts.class, Wacc.Options.STANDARD, Wacc::new),
                MethodProvider.of(Wara.ID, WaraFacts.class, Wara.Options.STANDARD, Wara::new),
                MethodProvider.of(
                        PreTaxEquivalent.ID,
                        PreTaxFacts.class,
                        PreTaxEquivalent.Options.STANDARD,
                        PreTaxEquivalent::new),
                MethodProvider.of(
                        LevelsOfValue.ID, LevelFacts.class, LevelsOfValue.Options.STANDARD, LevelsOfValue::new),
                MethodProvider.of(
                        CurrencyConversion.ID,
                        CurrencyFacts.class,
                        CurrencyConversion.Options.STANDARD,
                        CurrencyConversion::new));
    }
}
