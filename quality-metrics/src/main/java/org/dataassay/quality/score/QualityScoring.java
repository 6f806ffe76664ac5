package org.dataassay.quality.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.asset.DimensionScore;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.asset.QualityAssessor;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.NotApplicableException;

/**
 * Scores the quality of a table.
 *
 * <p><b>Formula</b>  s(d) = Σ w·x / Σ w over the rules of dimension d that could be evaluated, x = A / B the share that satisfies the rule, w the rule's weight;
 * the score is the weighted mean of the s(d), see {@link QualityScore}
 * <p><b>Units and ranges</b>  in [0, 1], 1 is best
 * <p><b>Edge cases</b>  rules of severity {@code info} do not count · a dimension without an evaluated rule has no score and widens the range · a dimension that was
 * measured and not weighed is listed with weight 0 · a table without rows is not applicable
 * <p>Immutable and thread-safe.
 *
 * @param options the rules
 * @param weights how much each dimension counts
 */
public record QualityScoring(ProfileOptions options, QualityWeights weights) implements QualityAssessor<TableSource> {

    /** Profiles the table and scores the profile. */
    @Override
    public QualityScore assess(TableSource subject, ValuationContext context) {
        return score(QualityProfiler.with(options).evaluate(subject, context), weights);
    }

    /**
     * Scores a profile.
     *
     * @throws NotApplicableException for a table without rows, or where no dimension with a weight was measured
     */
    public static QualityScore score(QualityProfile profile, QualityWeights weights) {
        if (profile.isEmpty()) throw NotApplicableException.of(QualityError.TABLE_EMPTY, profile.table());
        var dimensions = new ArrayList<DimensionScore>();
        for (var dimension : Dimension.values()) {
            double weight = weights.weights().getOrDefault(dimension, 0.0);
            var rules = counting(profile, dimension);
            if (weight > 0 || !rules.isEmpty()) {
                dimensions.add(new DimensionScore(
                        dimension.id(),
                        mean(rules),
                        weight,
                        rules.stream().map(QualityScoring::measure).toList()));
            }
        }
        if (dimensions.stream().noneMatch(d -> d.isMeasured() && d.weight() > 0)) {
            throw NotApplicableException.of(QualityError.NOTHING_MEASURED, profile.table());
        }
        return QualityScore.of(dimensions);
    }

    /** The score of each dimension that has rules which count; empty where none of them could be evaluated. No dimension is weighed. */
    public static Map<Dimension, OptionalDouble> dimensions(QualityProfile profile) {
        var scores = new EnumMap<Dimension, OptionalDouble>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var rules = counting(profile, dimension);
            if (!rules.isEmpty()) scores.put(dimension, mean(rules));
        }
        return Collections.unmodifiableMap(scores);
    }

    private static List<RuleResult> counting(QualityProfile profile, Dimension dimension) {
        return profile.rules().stream()
                .filter(r -> r.rule().dimension() == dimension && r.rule().severity() != Severity.INFO)
                .toList();
    }

    private static OptionalDouble mean(List<RuleResult> rules) {
        double sum = 0;
        double total = 0;
        for (var result : rules) {
            var ratio = result.ratio();
            if (ratio.isEmpty()) continue;
            sum += result.rule().weight() * ratio.getAsDouble();
            total += result.rule().weight();
        }
        return total > 0 ? OptionalDouble.of(Math.min(1, sum / total)) : OptionalDouble.empty();
    }

    /** The indicator's code and the rule's id, such as {@code 0201 species-identified}. */
    private static Measure measure(RuleResult result) {
        var rule = result.rule();
        var direction = rule.indicator().lowerIsBetter()
                ? Measure.Direction.LOWER_IS_BETTER
                : Measure.Direction.HIGHER_IS_BETTER;
        return Measure.of(
                rule.indicator().code() + " " + rule.id(), result.indicatorCount(), result.evaluated(), direction);
    }
}
