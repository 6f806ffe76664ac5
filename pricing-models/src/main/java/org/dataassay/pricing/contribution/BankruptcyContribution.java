package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Divides an estate that does not suffice for all claims.
 *
 * <p><b>Formula</b> estate E, claims d(i), D their sum. Talmud: equal awards of half the claims where E ≤ D/2, else claims less equal losses of half the claims. Equal awards: min(d(i), λ); equal
 * losses: max(0, d(i) − λ); proportional: E · d(i)/D; random arrival: the mean, over all orders of arrival, of what is left and claimed
 *
 * <p><b>Units and ranges</b> 0 ≤ E ≤ D · any number of claims; random arrival at most {@value Exact#MOST_PLAYERS}
 *
 * <p><b>Edge cases</b> a claim of 0 gets 0 · E = 0 gives nothing, E = D everything claimed
 *
 * <p><b>Numerics</b> λ from the sorted claims, without iteration; the last of several equal claims gets what rounding left
 *
 * <p><b>Use when / not when</b> a fixed pot, fixed claims: minimum guarantees that a month's revenue does not cover / contributions that depend on who else is there
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/0022-0531(85)90102-4">R. J. Aumann, M. Maschler, Game Theoretic Analysis of a Bankruptcy Problem from the Talmud, Journal of Economic Theory 36 (1985), section 5,
 *     where the Talmud's rule is shown to be the nucleolus</a>
 * @see <a href="https://doi.org/10.1016/0165-4896(82)90029-4">B. O'Neill, A Problem of Rights Arbitration from the Talmud, Mathematical Social Sciences 2 (1982), section 5, where random arrival is shown to be the
 *     Shapley value</a>
 */
public record BankruptcyContribution(Options options) implements Method<BankruptcyEstate, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.bankruptcy");

    /** How the estate is divided. */
    public enum Rule {
        /** The contested garment for any two, consistently; the nucleolus. */
        TALMUD,
        /** Who comes is paid until nothing is left, on the mean over all orders; the Shapley value. */
        RANDOM_ARRIVAL,
        /** In proportion to claims. */
        PROPORTIONAL,
        /** Everyone the same, but nobody more than claimed. */
        EQUAL_AWARDS,
        /** Everyone loses the same, but nobody more than claimed. */
        EQUAL_LOSSES
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rule how the estate is divided
     */
    public record Options(Rule rule) {
        public static final Options STANDARD = new Options(Rule.TALMUD);
    }

    public static BankruptcyContribution standard() {
        return new BankruptcyContribution(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(BankruptcyEstate facts, ValuationContext context) {
        var claims = facts.claims().stream()
                .mapToDouble(BankruptcyEstate.Claim::amount)
                .toArray();
        double estate = facts.estate();
        double all = NeumaierSum.of(claims);
        var values = switch (options.rule()) {
            case TALMUD -> talmud(estate, claims, all);
            case RANDOM_ARRIVAL -> arrival(facts);
            case PROPORTIONAL ->
                Arrays.stream(claims)
                        .map(d -> all == 0 ? 0 : estate * (d / all))
                        .toArray();
            case EQUAL_AWARDS -> awards(estate, claims);
            case EQUAL_LOSSES -> less(claims, awards(all - estate, claims));
        };
        return new Found(this, facts, context)
                .exact(table(facts), facts.players(), values, estate, claims.length, false);
    }

    private static Optional<TableGame> table(BankruptcyEstate facts) {
        return facts.claims().size() <= CoreProgram.MOST_PLAYERS
                ? Optional.of(Exact.table(facts.toGame(), EmptyCoalition.SUBTRACTED))
                : Optional.empty();
    }

    private static double[] talmud(double estate, double[] claims, double all) {
        var halves = Arrays.stream(claims).map(d -> d / 2).toArray();
        return estate <= all / 2 ? awards(estate, halves) : less(claims, awards(all - estate, halves));
    }

    private static double[] arrival(BankruptcyEstate facts) {
        var table = Exact.table(facts.toGame(), EmptyCoalition.SUBTRACTED);
        return TableFold.values(table.worths(), table.size(), Semivalue.shapley(), 1);
    }

    private static double[] less(double[] claims, double[] losses) {
        var values = new double[claims.length];
        Arrays.setAll(values, i -> Math.max(0, claims[i] - losses[i]));
        return values;
    }

    /** Everyone the same, nobody more than its bound: from the least bound on, what is left is divided among those who are left. */
    private static double[] awards(double estate, double[] bounds) {
        var order = java.util.stream.IntStream.range(0, bounds.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> bounds[i]))
                .mapToInt(i -> i)
                .toArray();
        var values = new double[bounds.length];
        double left = estate;
        for (int k = 0; k < order.length; k++) {
            double award = Math.min(bounds[order[k]], Math.max(0, left) / (order.length - k));
            values[order[k]] = award;
            left -= award;
        }
        return values;
    }
}
