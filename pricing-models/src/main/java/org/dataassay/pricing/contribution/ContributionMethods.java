package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** The methods of this family. */
public final class ContributionMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        ShapleyContribution.ID,
                        GameFacts.class,
                        ShapleyContribution.Options.STANDARD,
                        ShapleyContribution::new),
                MethodProvider.of(
                        BanzhafContribution.ID,
                        GameFacts.class,
                        BanzhafContribution.Options.STANDARD,
                        BanzhafContribution::new),
                MethodProvider.of(BetaShapley.ID, GameFacts.class, BetaShapley.Options.STANDARD, BetaShapley::new),
                MethodProvider.of(LeaveOneOut.ID, GameFacts.class, LeaveOneOut.Options.STANDARD, LeaveOneOut::new),
                MethodProvider.of(LeastCore.ID, GameFacts.class, LeastCore.Options.STANDARD, LeastCore::new),
                MethodProvider.of(Nucleolus.ID, GameFacts.class, Nucleolus.Options.STANDARD, Nucleolus::new),
                MethodProvider.of(
                        OwenContribution.ID,
                        UnionFacts.class,
                        OwenContribution.Options.STANDARD,
                        OwenContribution::new),
                MethodProvider.of(
                        WeightedShapley.ID,
                        WeightedFacts.class,
                        WeightedShapley.Options.STANDARD,
                        WeightedShapley::new),
                MethodProvider.of(VotingPower.ID, VotingBody.class, VotingPower.Options.STANDARD, VotingPower::new),
                MethodProvider.of(
                        AirportContribution.ID,
                        AirportCosts.class,
                        AirportContribution.Options.STANDARD,
                        AirportContribution::new),
                MethodProvider.of(
                        BankruptcyContribution.ID,
                        BankruptcyEstate.class,
                        BankruptcyContribution.Options.STANDARD,
                        BankruptcyContribution::new));
    }
}
