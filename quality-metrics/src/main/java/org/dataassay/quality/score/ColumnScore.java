package org.dataassay.quality.score;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.Severity;

/**
 * The quality of one column, and why.
 *
 * <p><b>Formula</b>  Σ w·x / Σ w over the rules that name the column and evaluated something, x = A/B
 * <p><b>Units and ranges</b>  in [0, 1], 1 is best
 * <p><b>Edge cases</b>  a column that no rule names has no score: unmeasured is not perfect · a rule over several columns counts in each
 *
 * @param column its name
 * @param score in [0, 1]; empty where no rule measures the column
 * @param reasons the rules that name it, the lowest ratio first
 */
public record ColumnScore(String column, OptionalDouble score, List<Reason> reasons) {

    /**
     * One rule.
     *
     * @param rule its id
     * @param satisfied A
     * @param evaluated B, above 0
     */
    public record Reason(String rule, long satisfied, long evaluated) {

        /** A / B. */
        public double ratio() {
            return (double) satisfied / evaluated;
        }
    }

    public ColumnScore {
        reasons = List.copyOf(reasons);
    }

    /** The scores of all columns, in the order of the table. */
    public static List<ColumnScore> of(QualityProfile profile) {
        return profile.columns().stream()
                .map(column -> of(column.name(), profile.rules()))
                .toList();
    }

    private static ColumnScore of(String column, List<RuleResult> rules) {
        double sum = 0;
        double weights = 0;
        var reasons = new ArrayList<Reason>();
        for (var result : rules) {
            var rule = result.rule();
            if (rule.severity() == Severity.INFO
                    || result.evaluated() == 0
                    || !rule.constraint().columns().contains(column)) continue;
            sum += rule.weight() * result.satisfied() / result.evaluated();
            weights += rule.weight();
            reasons.add(new Reason(rule.id(), result.satisfied(), result.evaluated()));
        }
        reasons.sort((a, b) -> Double.compare(a.ratio(), b.ratio()));
        return new ColumnScore(
                column, weights > 0 ? OptionalDouble.of(Math.min(1, sum / weights)) : OptionalDouble.empty(), reasons);
    }
}
