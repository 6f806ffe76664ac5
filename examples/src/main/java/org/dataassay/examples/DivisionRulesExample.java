package org.dataassay.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.pricing.contribution.AirportContribution;
import org.dataassay.pricing.contribution.AirportCosts;
import org.dataassay.pricing.contribution.BankruptcyContribution;
import org.dataassay.pricing.contribution.BankruptcyEstate;
import org.dataassay.pricing.contribution.Contributions;
import org.dataassay.pricing.contribution.PowerIndices;
import org.dataassay.pricing.contribution.VotingBody;
import org.dataassay.pricing.contribution.VotingPower;

/** Rules for special cases: votes in a council, one facility for several needs, guarantees that a pot does not cover. */
public final class DivisionRulesExample {

    private DivisionRulesExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region power
    static PowerIndices council() {
        var council = new VotingBody(
                List.of(
                        new VotingBody.Voter("Germany", 4),
                        new VotingBody.Voter("France", 4),
                        new VotingBody.Voter("Italy", 4),
                        new VotingBody.Voter("Netherlands", 2),
                        new VotingBody.Voter("Belgium", 2),
                        new VotingBody.Voter("Luxembourg", 1)),
                12,
                Optional.empty(),
                Optional.empty());
        return VotingPower.standard().evaluate(council, ContributionExample.CONTEXT);
    }
    // #endregion power

    // #region airport
    static Contributions collection() {
        var needs = new AirportCosts(List.of(
                new AirportCosts.Need("daily", 8),
                new AirportCosts.Need("hourly", 11),
                new AirportCosts.Need("every minute", 13),
                new AirportCosts.Need("real time", 18)));
        return AirportContribution.standard().evaluate(needs, ContributionExample.CONTEXT);
    }
    // #endregion airport

    // #region bankruptcy
    static Contributions guarantees(BankruptcyContribution.Rule rule) {
        var pot = new BankruptcyEstate(
                200,
                List.of(
                        new BankruptcyEstate.Claim("A", 100),
                        new BankruptcyEstate.Claim("B", 200),
                        new BankruptcyEstate.Claim("C", 300)));
        return new BankruptcyContribution(new BankruptcyContribution.Options(rule))
                .evaluate(pot, ContributionExample.CONTEXT);
    }
    // #endregion bankruptcy

    // #region read
    static void print(PrintStream out) {
        for (var member : council().members())
            out.println(String.format(
                    Locale.ROOT,
                    "%-12s %d votes, decides in %.4f of orders, %d swings",
                    member.member(),
                    member.votes(),
                    member.shapleyShubik(),
                    member.swings()));
        for (var player : collection().players())
            out.println(String.format(Locale.ROOT, "%-12s pays %.2f", player.player(), player.value()));
        for (var rule : BankruptcyContribution.Rule.values()) {
            var line = new StringBuilder(String.format(Locale.ROOT, "%-14s", rule));
            for (var player : guarantees(rule).players())
                line.append(String.format(Locale.ROOT, " %8.2f", player.value()));
            out.println(line);
        }
    }
    // #endregion read
}
