package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.numeric.NeumaierSum;

/**
 * A rule by which a player's marginal contributions to coalitions of different size count: c(j) is the share of all coalitions of j others together, and the rule pays each
 * player its mean marginal contribution, weighted so.
 *
 * <p><b>Formula</b> φ(i) = Σ over S without i of p(|S|) · [v(S ∪ i) − v(S)], p(j) = c(j) / C(n − 1, j), Σ c(j) = 1. Shapley c(j) = 1/n · Banzhaf c(j) = C(n − 1, j)/2ⁿ⁻¹ ·
 * Beta(α, β) c(j) = C(n − 1, j) · B(j + β, n − 1 − j + α)/B(α, β)
 *
 * <p><b>Units and ranges</b> α, β in (0, {@value #MOST_PARAMETER}] · Beta(1, 1) is Shapley, Beta(16, 1) stresses small coalitions
 *
 * <p><b>Edge cases</b> only the Shapley value of every game sums to what all are worth together: the others must be scaled before money is divided by them
 *
 * <p><b>Numerics</b> shares by the ratio of neighbors from the largest on, then scaled to sum to 1
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1287/moor.6.1.122">P. Dubey, A. Neyman, R. J. Weber, Value Theory without Efficiency, Mathematics of Operations Research 6 (1981), theorem 1</a>
 * @see <a href="https://arxiv.org/abs/2110.14049">Y. Kwon, J. Zou, Beta Shapley: a Unified and Noise-reduced Data Valuation Framework for Machine Learning, 2022, section 3.2</a>
 */
public final class Semivalue {

    /** Greatest α and β. */
    public static final double MOST_PARAMETER = 1000;

    private static final double SUM_TOLERANCE = 1e-9;

    /** Shares by the number of others, for so many players. */
    @FunctionalInterface
    private interface Shares {
        double[] of(int players);
    }

    private static final Semivalue SHAPLEY = new Semivalue("shapley", n -> {
        var shares = new double[n];
        java.util.Arrays.fill(shares, 1.0 / n);
        return shares;
    });

    private static final Semivalue BANZHAF = new Semivalue("banzhaf", n -> {
        var ratios = new double[n];
        for (int j = 1; j < n; j++) ratios[j] = (double) (n - j) / j;
        return fromRatios(ratios);
    });

    private final String name;
    private final Shares shares;

    private Semivalue(String name, Shares shares) {
        this.name = name;
        this.shares = shares;
    }

    public static Semivalue shapley() {
        return SHAPLEY;
    }

    public static Semivalue banzhaf() {
        return BANZHAF;
    }

    /**
     * Beta Shapley.
     *
     * @param alpha stresses small coalitions where it is large
     * @param beta stresses large coalitions where it is large
     */
    public static Semivalue beta(double alpha, double beta) {
        var remedy = "Take 1 and 1 for the Shapley value, 16 and 1 to stress small coalitions.";
        new Check()
                .that(isParameter(alpha), "alpha", "above 0 and at most " + Plain.of(MOST_PARAMETER), alpha, remedy)
                .that(isParameter(beta), "beta", "above 0 and at most " + Plain.of(MOST_PARAMETER), beta, remedy)
                .done();
        if (alpha == 1 && beta == 1) return SHAPLEY;
        return new Semivalue("beta(" + Plain.of(alpha) + ", " + Plain.of(beta) + ")", n -> {
            var ratios = new double[n];
            for (int j = 1; j < n; j++) ratios[j] = (n - j) * (j - 1 + beta) / (j * (n - 1 - j + alpha));
            return fromRatios(ratios);
        });
    }

    private static boolean isParameter(double value) {
        return value > 0 && value <= MOST_PARAMETER;
    }

    /**
     * Any semivalue of games with as many players as there are shares.
     *
     * @param shares c(j) for j = 0 … n − 1 others; at least 0 each, 1 together
     */
    public static Semivalue of(List<Double> shares) {
        var copy = shares.stream().mapToDouble(Double::doubleValue).toArray();
        var check = new Check();
        for (int j = 0; j < copy.length; j++) check.share("shares[" + j + "]", copy[j]);
        double sum = NeumaierSum.of(copy);
        check.that(
                Math.abs(sum - 1) <= SUM_TOLERANCE,
                "shares",
                "1 together",
                sum,
                "Give what coalitions of each size count for.");
        check.done();
        return new Semivalue("general", n -> {
            new Check()
                    .that(
                            n == copy.length,
                            "shares",
                            "as many as there are players, " + n,
                            copy.length,
                            "Give c(0) to c(n − 1).")
                    .done();
            return copy.clone();
        });
    }

    /** From c(j)/c(j − 1) for j of at least 1. */
    private static double[] fromRatios(double[] ratios) {
        int n = ratios.length;
        int mode = 0;
        while (mode + 1 < n && ratios[mode + 1] > 1) mode++;
        var shares = new double[n];
        shares[mode] = 1;
        for (int j = mode + 1; j < n; j++) shares[j] = shares[j - 1] * ratios[j];
        for (int j = mode; j > 0; j--) shares[j - 1] = shares[j] / ratios[j];
        double sum = NeumaierSum.of(shares);
        for (int j = 0; j < n; j++) shares[j] /= sum;
        return shares;
    }

    /** c(0) to c(n − 1). */
    public List<Double> shares(int players) {
        return java.util.Arrays.stream(sharesOf(players)).boxed().toList();
    }

    double[] sharesOf(int players) {
        return shares.of(players);
    }

    /** p(0) to p(n − 1): the weight of one coalition of so many others. */
    double[] weightsOf(int players) {
        var weights = sharesOf(players);
        if (this == BANZHAF) {
            java.util.Arrays.fill(weights, Math.scalb(1.0, 1 - players));
            return weights;
        }
        double choices = 1;
        for (int j = 0; j < players; j++) {
            weights[j] /= choices;
            choices = choices * (players - 1 - j) / (j + 1);
        }
        return weights;
    }

    boolean isShapley() {
        return this == SHAPLEY;
    }

    boolean isBanzhaf() {
        return this == BANZHAF;
    }

    @Override
    public String toString() {
        return name;
    }
}
