package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * The order in which a method or a person puts named things. Those that tie share the mean of the ranks they take up, so that ranks always have the same sum.
 *
 * <p><b>Formula</b> Kendall's τ_b = (C − D) / √((P − T₁)·(P − T₂)); C, D pairs in the same and the opposite order, P = n(n − 1)/2 pairs, T those that tie. Spearman's ρ
 * is the correlation of the ranks.
 *
 * @param by whose order, such as a method's id or an expert's name
 * @param names 1 to {@value Weights#MOST}, no name twice
 * @param ranks 1 is first; one per name
 * @see <a href="https://doi.org/10.1093/biomet/33.3.239">M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945), page 239</a>
 */
public record RankOrder(String by, List<String> names, List<Double> ranks) {

    public RankOrder {
        names = List.copyOf(names);
        ranks = List.copyOf(ranks);
        int n = names.size();
        var check = new Check()
                .that(!by.isBlank(), "by", "stated", "blank", "Say whose order it is.")
                .that(n >= 1 && n <= Weights.MOST, "names", "1 to " + Weights.MOST, n, "Name what is ranked.")
                .that(new HashSet<>(names).size() == n, "names", "free of repeats", n + " names", "Rank each once.");
        if (ranks.size() != n)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "ranks",
                    "there are " + ranks.size() + " ranks of " + n + " names",
                    "Give one rank per name."));
        for (int i = 0; i < ranks.size(); i++)
            check.range(
                    "ranks[" + i + "]", ranks.get(i), 1, Math.max(1, n), "1 is first; those that tie share a mean.");
        check.done();
    }

    /** By scores, the greatest first; scores that differ by no more than {@link Ranking#TIE} tie. */
    public static RankOrder ofScores(String by, List<String> names, List<Double> scores) {
        if (scores.size() != names.size())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "scores",
                    "there are " + scores.size() + " of " + names.size() + " names",
                    "Give one score per name.");
        var ranks = new ArrayList<Double>();
        for (double own : scores) {
            double rank = 0.5;
            for (double other : scores) {
                if (other > own + Ranking.TIE) rank += 1;
                else if (other >= own - Ranking.TIE) rank += 0.5;
            }
            ranks.add(rank);
        }
        return new RankOrder(by, names, ranks);
    }

    /** The order of weights, the heaviest first. */
    public static RankOrder of(String by, Weights weights) {
        return ofScores(by, weights.names(), weights.values());
    }

    /** The order that a ranking found. */
    public static RankOrder of(Ranking ranking) {
        var places = ranking.places();
        return ofScores(
                ranking.method().toString(),
                places.stream().map(Ranking.Place::alternative).toList(),
                places.stream().map(Ranking.Place::score).toList());
    }

    public int size() {
        return names.size();
    }

    /** The rank of a name. */
    public double rank(String name) {
        int at = names.indexOf(name);
        if (at < 0)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "rank", "'" + name + "'", "Ranked are " + String.join(", ", names) + ".");
        return ranks.get(at);
    }

    /** What comes first, or ties for it. */
    public List<String> first() {
        double least = ranks.stream().mapToDouble(rank -> rank).min().orElseThrow();
        return names.stream().filter(name -> rank(name) == least).toList();
    }

    /**
     * Kendall's τ_b: 1 for the same order, −1 for the reverse.
     *
     * @return empty where either order has nothing but ties
     */
    public OptionalDouble kendallTau(RankOrder other) {
        var theirs = inOrderOf(other);
        double agreement = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = i + 1; j < size(); j++) {
                double a = Math.signum(ranks.get(i) - ranks.get(j));
                double b = Math.signum(theirs.get(i) - theirs.get(j));
                agreement += a * b;
                own += Math.abs(a);
                others += Math.abs(b);
            }
        }
        return own * others == 0 ? OptionalDouble.empty() : OptionalDouble.of(agreement / Math.sqrt(own * others));
    }

    /**
     * Spearman's ρ, the correlation of the ranks.
     *
     * @return empty where either order has nothing but ties
     */
    public OptionalDouble spearman(RankOrder other) {
        var theirs = inOrderOf(other);
        double mean = (size() + 1) / 2.0;
        double product = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < size(); i++) {
            double a = ranks.get(i) - mean;
            double b = theirs.get(i) - mean;
            product += a * b;
            own += a * a;
            others += b * b;
        }
        return own * others == 0 ? OptionalDouble.empty() : OptionalDouble.of(product / Math.sqrt(own * others));
    }

    /** Pairs that the other puts the other way round, as a share of all pairs; 0 where there is no pair. */
    public double reversedPairs(RankOrder other) {
        var theirs = inOrderOf(other);
        int reversed = 0;
        for (int i = 0; i < size(); i++)
            for (int j = i + 1; j < size(); j++)
                if ((ranks.get(i) - ranks.get(j)) * (theirs.get(i) - theirs.get(j)) < 0) reversed++;
        return size() < 2 ? 0 : reversed / (size() * (size() - 1) / 2.0);
    }

    private List<Double> inOrderOf(RankOrder other) {
        if (other.size() != size() || !new HashSet<>(other.names).equals(new HashSet<>(names)))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "order",
                    by + " ranks " + String.join(", ", names) + " but " + other.by + " ranks "
                            + String.join(", ", other.names),
                    "Compare orders of the same names.");
        return names.stream().map(other::rank).toList();
    }
}
