package org.dataassay.pricing.contribution;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;

/**
 * Finds how much say each member of a voting body has: how often its vote decides.
 *
 * <p><b>Formula</b> s(i, j) swings of i: coalitions of j others that fail without i and pass with it. Shapley–Shubik Σ over j of j! (n − 1 − j)!/n! · s(i, j); Banzhaf η(i) = Σ over j of
 * s(i, j), η(i)/Σ η normalized, η(i)/2ⁿ⁻¹ absolute; Coleman η(i)/passing coalitions to prevent, η(i)/failing coalitions to initiate
 *
 * <p><b>Units and ranges</b> whole votes, together at most {@value VotingBody#MOST_VOTES} · at most {@value VotingBody#MOST_MEMBERS} members
 *
 * <p><b>Edge cases</b> a member whose vote never decides has exactly 0, whatever its votes
 *
 * <p><b>Numerics</b> coalitions are counted by size and votes in whole numbers, all members at once, and divided by one member's factor; time n² · quota, 27 members in milliseconds
 *
 * <p><b>Use when / not when</b> a data alliance, a data space's council, a cooperative decides by votes / votes are not independent of each other, as among allies: group them into one member
 *
 * @param options none so far
 * @see <a href="https://doi.org/10.1016/S0377-2217(01)00334-4">J. M. Bilbao, J. R. Fernández, N. Jiménez, J. J. López, Voting power in the European Union enlargement, European Journal of
 *     Operational Research 143 (2002), sections 2 and 3</a>
 */
public record VotingPower(Options options) implements Method<VotingBody, PowerIndices> {

    public static final MethodId ID = MethodId.of("contribution.power-indices");

    /** Conventions: there is nothing to choose, all indices are told. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    public static VotingPower standard() {
        return new VotingPower(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public PowerIndices evaluate(VotingBody facts, ValuationContext context) {
        int n = facts.members().size();
        var counts = new VoteCounts(facts);
        var swings = counts.swings();
        var totals = new long[n];
        var all = BigInteger.ZERO;
        for (int i = 0; i < n; i++) {
            for (long s : swings[i]) totals[i] += s;
            all = all.add(BigInteger.valueOf(totals[i]));
        }
        double allSwings = all.doubleValue();
        var passing = counts.passing();
        double coalitions = Math.scalb(1.0, n);
        double failing = BigInteger.ONE.shiftLeft(n).subtract(passing).doubleValue();
        var found = new Found(this, facts, context);
        long without = java.util.Arrays.stream(totals).filter(t -> t == 0).count();
        if (without > 0)
            found.note(Note.Kind.WARNING, "members-without-power", without + " of " + n + " members never decide.");
        return new PowerIndices(
                ID,
                IntStream.range(0, n)
                        .mapToObj(i -> new PowerIndices.Member(
                                facts.members().get(i).member(),
                                facts.members().get(i).votes(),
                                shapley(swings[i]),
                                totals[i] / allSwings,
                                totals[i] / (coalitions / 2),
                                totals[i],
                                totals[i] / passing.doubleValue(),
                                totals[i] / failing))
                        .toList(),
                passing.doubleValue() / coalitions,
                passing.longValueExact(),
                found.notes(),
                found.provenance());
    }

    private static double shapley(long[] swings) {
        int n = swings.length;
        var sum = new NeumaierSum();
        for (int j = 0; j < n; j++) sum.add(swings[j] / (double) VoteCounts.choose(n - 1, j) / n);
        return sum.value();
    }
}
