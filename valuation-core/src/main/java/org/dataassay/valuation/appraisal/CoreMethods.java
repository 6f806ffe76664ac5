package org.dataassay.valuation.appraisal;

import java.util.List;
import org.dataassay.valuation.cost.Cas2023Cost;
import org.dataassay.valuation.cost.Cas2023CostFacts;
import org.dataassay.valuation.cost.ComputeEnergy;
import org.dataassay.valuation.cost.ComputeEnergyFacts;
import org.dataassay.valuation.cost.CostFacts;
import org.dataassay.valuation.cost.ExpertGuidance9;
import org.dataassay.valuation.cost.ExpertGuidance9Facts;
import org.dataassay.valuation.cost.ReplacementCost;
import org.dataassay.valuation.cost.ReproductionCost;
import org.dataassay.valuation.cost.ReproductionFacts;
import org.dataassay.valuation.cost.SumOfCosts;
import org.dataassay.valuation.cost.SumOfCostsFacts;
import org.dataassay.valuation.income.DirectIncome;
import org.dataassay.valuation.income.DirectIncomeFacts;
import org.dataassay.valuation.income.IncomeShare;
import org.dataassay.valuation.income.IncomeShareFacts;
import org.dataassay.valuation.income.ReliefFromRoyalty;
import org.dataassay.valuation.income.RoyaltyFacts;
import org.dataassay.valuation.income.WithAndWithout;
import org.dataassay.valuation.income.WithAndWithoutFacts;
import org.dataassay.valuation.life.Attrition;
import org.dataassay.valuation.life.AttritionFacts;
import org.dataassay.valuation.life.DecayFit;
import org.dataassay.valuation.life.DecayFitFacts;
import org.dataassay.valuation.life.UsefulLife;
import org.dataassay.valuation.life.UsefulLifeFacts;
import org.dataassay.valuation.market.ComparableTransactions;
import org.dataassay.valuation.market.MarketFacts;
import org.dataassay.valuation.market.Multiples;
import org.dataassay.valuation.market.MultiplesFacts;
import org.dataassay.valuation.rate.DatedFlows;
import org.dataassay.valuation.rate.Irr;
import org.dataassay.valuation.rate.Mirr;
import org.dataassay.valuation.rate.ModifiedFlows;
import org.dataassay.valuation.rate.Npv;
import org.dataassay.valuation.rate.PeriodicFlows;
import org.dataassay.valuation.rate.PresentValueFacts;
import org.dataassay.valuation.rate.Xirr;
import org.dataassay.valuation.reconcile.BridgeFacts;
import org.dataassay.valuation.reconcile.ValueBridge;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of valuation-core. */
public final class CoreMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        ReplacementCost.ID, CostFacts.class, ReplacementCost.Options.STANDARD, ReplacementCost::new),
                MethodProvider.of(
                        ReproductionCost.ID,
                        ReproductionFacts.class,
                        ReproductionCost.Options.STANDARD,
                        ReproductionCost::new),
                MethodProvider.of(
                        Cas2023Cost.ID, Cas2023CostFacts.class, Cas2023Cost.Options.STANDARD, Cas2023Cost::new),
                MethodProvider.of(
                        ExpertGuidance9.ID,
                        ExpertGuidance9Facts.class,
                        ExpertGuidance9.Options.STANDARD,
                        ExpertGuidance9::new),
                MethodProvider.of(SumOfCosts.ID, SumOfCostsFacts.class, SumOfCosts.Options.STANDARD, SumOfCosts::new),
                MethodProvider.of(
                        ComputeEnergy.ID, ComputeEnergyFacts.class, ComputeEnergy.Options.STANDARD, ComputeEnergy::new),
                MethodProvider.of(
                        ReliefFromRoyalty.ID,
                        RoyaltyFacts.class,
                        ReliefFromRoyalty.Options.STANDARD,
                        ReliefFromRoyalty::new),
                MethodProvider.of(
                        DirectIncome.ID, DirectIncomeFacts.class, DirectIncome.Options.STANDARD, DirectIncome::new),
                MethodProvider.of(
                        IncomeShare.ID, IncomeShareFacts.class, IncomeShare.Options.STANDARD, IncomeShare::new),
                MethodProvider.of(
                        WithAndWithout.ID,
                        WithAndWithoutFacts.class,
                        WithAndWithout.Options.STANDARD,
                        WithAndWithout::new),
                MethodProvider.of(
                        ComparableTransactions.ID,
                        MarketFacts.class,
                        ComparableTransactions.Options.STANDARD,
                        ComparableTransactions::new),
                MethodProvider.of(
                        org.dataassay.valuation.market.Cas2023.ID,
                        org.dataassay.valuation.market.Cas2023Facts.class,
                        org.dataassay.valuation.market.Cas2023.Options.STANDARD,
                        org.dataassay.valuation.market.Cas2023::new),
                MethodProvider.of(Multiples.ID, MultiplesFacts.class, Multiples.Options.STANDARD, Multiples::new),
                MethodProvider.of(Irr.ID, PeriodicFlows.class, Irr.Options.STANDARD, Irr::new),
                MethodProvider.of(Xirr.ID, DatedFlows.class, Xirr.Options.STANDARD, Xirr::new),
                MethodProvider.of(Mirr.ID, ModifiedFlows.class, Mirr.Options.STANDARD, Mirr::new),
                MethodProvider.of(Npv.ID, PresentValueFacts.class, Npv.Options.STANDARD, Npv::new),
                MethodProvider.of(ValueBridge.ID, BridgeFacts.class, ValueBridge.Options.STANDARD, ValueBridge::new),
                MethodProvider.of(UsefulLife.ID, UsefulLifeFacts.class, UsefulLife.Options.STANDARD, UsefulLife::new),
                MethodProvider.of(Attrition.ID, AttritionFacts.class, Attrition.Options.STANDARD, Attrition::new),
                MethodProvider.of(DecayFit.ID, DecayFitFacts.class, DecayFit.Options.STANDARD, DecayFit::new));
    }
}
