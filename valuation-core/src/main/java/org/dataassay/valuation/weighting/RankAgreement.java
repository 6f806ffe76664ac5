package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;

/**
 * How far several orders of the same things agree: those of several methods, sets of weights or experts. Each one's own order is kept, with its distance from all
 * together.
 *
 * <p><b>Formula</b> the common order is that of the mean ranks. Kendall's W = 12·S/(m²·(n³ − n) − m·ΣT), S the squared deviations of the rank sums, T = Σ(t³ − t) over
 * the ties of an order, m orders of n things: 1 where all agree, 0 where ranks add up to the same for all.
 *
 * @param common order of the mean ranks
 * @param opinions every order, with its agreement with the common one
 * @param concordance Kendall's W; empty where every order has nothing but ties
 * @param leastKendallTau of any two of the orders; empty where there are none to compare
 * @param first whatever comes first in any order
 * @param sameFirst share of the orders in which the common first comes first, alone or tied
 * @see <a href="https://www.jstor.org/stable/2235668">M. G. Kendall, B. Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939), page
 *     275</a>
 */
public record RankAgreement(
        RankOrder common,
        List<Opinion> opinions,
        OptionalDouble concordance,
        OptionalDouble leastKendallTau,
        List<String> first,
        double sameFirst) {

    /** Most orders compared at once. */
    public static final int MOST = 200;

    /**
     * One of the orders.
     *
     * @param order whose it is, and the ranks
     * @param kendallTau agreement with the common order, −1 to 1; empty where either has nothing but ties
     * @param spearman the correlation of the ranks with those of the common order
     * @param reversedPairs share of the pairs that it puts the other way round
     */
    public record Opinion(RankOrder order, OptionalDouble kendallTau, OptionalDouble spearman, double reversedPairs) {}

    public RankAgreement {
        opinions = List.copyOf(opinions);
        first = List.copyOf(first);
    }

    /** Compares orders of the same names. */
    public static RankAgreement of(List<RankOrder> orders) {
        new Check()
                .that(
                        orders.size() >= 2 && orders.size() <= MOST,
                        "orders",
                        "2 to " + MOST,
                        orders.size(),
                        "Compare at least two.")
                .done();
        var names = orders.get(0).names();
        var sums = new ArrayList<Double>();
        for (var name : names) {
            double sum = 0;
            for (var order : orders) sum += order.rank(name);
            sums.add(-sum);
        }
        var common = RankOrder.ofScores("all", names, sums);
        var opinions = new ArrayList<Opinion>();
        var first = new LinkedHashSet<String>();
        int same = 0;
        for (var order : orders) {
            opinions.add(
                    new Opinion(order, order.kendallTau(common), order.spearman(common), order.reversedPairs(common)));
            first.addAll(order.first());
            if (order.first().stream().anyMatch(common.first()::contains)) same++;
        }
        return new RankAgreement(
                common,
                opinions,
                concordance(orders),
                leastTau(orders),
                List.copyOf(first),
                same / (double) orders.size());
    }

    private static OptionalDouble leastTau(List<RankOrder> orders) {
        var least = OptionalDouble.empty();
        for (int i = 0; i < orders.size(); i++)
            for (int j = i + 1; j < orders.size(); j++) {
                var tau = orders.get(i).kendallTau(orders.get(j));
                if (tau.isPresent() && (least.isEmpty() || tau.getAsDouble() < least.getAsDouble())) least = tau;
            }
        return least;
    }

    private static OptionalDouble concordance(List<RankOrder> orders) {
        double m = orders.size();
        double n = orders.get(0).size();
        double deviation = 0;
        for (var name : orders.get(0).names()) {
            double sum = 0;
            for (var order : orders) sum += order.rank(name);
            double off = sum - m * (n + 1) / 2;
            deviation += off * off;
        }
        double ties = 0;
        for (var order : orders)
            for (double rank : order.ranks()) {
                double t = order.ranks().stream().filter(r -> r == rank).count();
                ties += t * t - 1; // each of t alike adds t² − 1, together t³ − t
            }
        double most = m * m * (n * n * n - n) - m * ties;
        return most > 0 ? OptionalDouble.of(12 * deviation / most) : OptionalDouble.empty();
    }
}
