package org.dataassay.quality.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.Severity;

/**
 * The quality of one row, and why.
 *
 * <p><b>Formula</b>  1 − Σ c over the rules that the row violates; c the rule's share of the score, W_d/ΣW · w/Σw, among rules that count rows and evaluated some. Where every
 * rule evaluates every row, the mean over the rows is the score of the table
 * <p><b>Units and ranges</b>  in [0, 1], 1 is best
 * <p><b>Edge cases</b>  a rule that says nothing of a row takes nothing from it
 *
 * @param row its number
 * @param score in [0, 1]
 * @param violated ids of the rules it violates, in the order of the rules
 */
public record RowScore(long row, double score, List<String> violated) {

    public RowScore {
        violated = List.copyOf(violated);
    }

    /** The score of one row. */
    public static RowScore of(QualityProfile profile, QualityWeights weights, long row) {
        double loss = 0;
        var violated = new ArrayList<String>();
        for (var entry : shares(profile, weights).entrySet()) {
            if (!entry.getKey().violations().contains(row)) continue;
            loss += entry.getValue();
            violated.add(entry.getKey().rule().id());
        }
        return new RowScore(row, Math.max(0, 1 - loss), violated);
    }

    /** The rows with the lowest scores, worst first, rows alike in the order of their numbers. */
    public static List<RowScore> worst(QualityProfile profile, QualityWeights weights, int most) {
        var shares = shares(profile, weights);
        var rows = RowSet.union(
                        shares.keySet().stream().map(RuleResult::violations).toList())
                .stream()
                .toArray();
        var loss = new double[rows.length];
        shares.forEach((result, share) ->
                result.violations().forEach(row -> loss[Arrays.binarySearch(rows, row)] += share));
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -loss[i]).thenComparing(i -> i))
                .limit(most)
                .map(i -> of(profile, weights, rows[i]))
                .toList();
    }

    /** What each rule that counts rows takes from a row that violates it. */
    static Map<RuleResult, Double> shares(QualityProfile profile, QualityWeights weights) {
        var counting = profile.rules().stream()
                .filter(r -> r.rule().severity() != Severity.INFO
                        && r.element() == RuleResult.Element.ROW
                        && r.evaluated() > 0
                        && weights.weights().containsKey(r.rule().dimension()))
                .toList();
        var within = new LinkedHashMap<Dimension, Double>();
        for (var result : counting)
            within.merge(result.rule().dimension(), result.rule().weight(), Double::sum);
        double total = 0;
        for (var dimension : within.keySet()) total += weights.weights().getOrDefault(dimension, 0.0);
        var shares = new LinkedHashMap<RuleResult, Double>();
        for (var result : counting) {
            var dimension = result.rule().dimension();
            shares.put(
                    result,
                    weights.weights().getOrDefault(dimension, 0.0)
                            / total
                            * result.rule().weight()
                            / within.getOrDefault(dimension, 1.0));
        }
        return shares;
    }
}
