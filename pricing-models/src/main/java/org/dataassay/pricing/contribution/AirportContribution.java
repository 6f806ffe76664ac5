package org.dataassay.pricing.contribution;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Divides what one facility costs that serves everyone up to a need: each further piece is paid by those who need it.
 *
 * <p><b>Formula</b> costs c(1) ≤ … ≤ c(n) with c(0) = 0. Shapley: x(k) = Σ over j ≤ k of [c(j) − c(j − 1)]/(n − j + 1). Nucleolus: r = least, over k from the first who pays on, of
 * [c(k) − c(p) + r′]/(k − p + 1) for k below n and [c(n) − c(p) + r′]/(n − p) for k = n, paid by all up to that k; p players and r′ of the step before
 *
 * <p><b>Units and ranges</b> costs of at least 0 in one unit · any number of players
 *
 * <p><b>Edge cases</b> equal needs pay the same · a need of 0 pays nothing
 *
 * <p><b>Numerics</b> n log n for sorting, ties by place; a sum of increments
 *
 * <p><b>Use when / not when</b> one collection, pipeline or platform that is built to the greatest demand / costs that each user causes by itself
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1287/mnsc.20.3.370">S. C. Littlechild, G. Owen, A Simple Expression for the Shapley Value in a Special Case, Management Science 20 (1973), pages
 *     370–372</a>
 * @see <a href="https://doi.org/10.1007/BF01766216">S. C. Littlechild, A Simple Expression for the Nucleolus in a Special Case, International Journal of Game Theory 3 (1974), pages 21–29</a>
 */
public record AirportContribution(Options options) implements Method<AirportCosts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.airport");

    /** How the pieces are divided. */
    public enum Rule {
        /** Each piece equally among all who need it. */
        SHAPLEY,
        /** So that the least satisfied coalition is satisfied as well as can be. */
        NUCLEOLUS
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rule how the pieces are divided
     */
    public record Options(Rule rule) {
        public static final Options STANDARD = new Options(Rule.SHAPLEY);
    }

    public static AirportContribution standard() {
        return new AirportContribution(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(AirportCosts facts, ValuationContext context) {
        int n = facts.needs().size();
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> facts.needs().get(i).cost()))
                .mapToInt(i -> i)
                .toArray();
        var costs = IntStream.of(order)
                .mapToDouble(i -> facts.needs().get(i).cost())
                .toArray();
        var sorted = options.rule() == Rule.SHAPLEY ? shapley(costs) : nucleolus(costs);
        var values = new double[n];
        for (int k = 0; k < n; k++) values[order[k]] = sorted[k];
        return new Found(this, facts, context).exact(Optional.empty(), facts.players(), values, costs[n - 1], n, true);
    }

    private static double[] shapley(double[] costs) {
        int n = costs.length;
        var values = new double[n];
        double before = 0;
        double paid = 0;
        for (int k = 0; k < n; k++) {
            paid += (costs[k] - before) / (n - k);
            before = costs[k];
            values[k] = paid;
        }
        return values;
    }

    private static double[] nucleolus(double[] costs) {
        int n = costs.length;
        var values = new double[n];
        int paid = 0;
        double last = 0;
        while (paid < n) {
            double before = paid == 0 ? 0 : costs[paid - 1];
            double least = (costs[n - 1] - before + last) / (n - paid);
            int until = n;
            for (int k = paid + 1; k < n; k++) {
                double each = (costs[k - 1] - before + last) / (k - paid + 1);
                if (each < least || each == least && until != n) {
                    least = each;
                    until = k;
                }
            }
            for (int k = paid; k < until; k++) values[k] = least;
            paid = until;
            last = least;
        }
        return values;
    }
}
