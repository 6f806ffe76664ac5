package org.dataassay.report.casefile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.score.QualityScoring;
import org.dataassay.quality.score.QualityWeights;
import org.dataassay.report.casefile.DataFacts.DimensionWeight;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * What was measured on the data of a case.
 *
 * @param file as named in the case
 * @param bytes size of the file
 * @param sha256 digest of the file, hexadecimal
 * @param profile what was counted
 * @param score the counts as one number, by the weights of the case; empty where no rule measures a dimension that counts
 * @param reasons for the weights of the dimensions
 */
public record MeasuredQuality(
        String file,
        long bytes,
        String sha256,
        QualityProfile profile,
        Optional<QualityScore> score,
        Map<Dimension, String> reasons) {

    private static final String ALIKE = "No weights were stated, so the measured dimensions count alike.";

    public MeasuredQuality {
        var ordered = new EnumMap<Dimension, String>(Dimension.class);
        ordered.putAll(reasons);
        reasons = java.util.Collections.unmodifiableMap(ordered);
    }

    static MeasuredQuality of(CaseData data, ValuationContext context) {
        var facts = data.facts();
        var reading = data.read(context);
        var profile = reading.profile();
        if (profile.isEmpty()) throw InvalidInputException.of(QualityError.TABLE_EMPTY, facts.file());
        var reasons = new EnumMap<Dimension, String>(Dimension.class);
        facts.weights().forEach((dimension, weight) -> reasons.put(dimension, weight.reason()));
        return new MeasuredQuality(
                facts.file(), reading.bytes(), reading.sha256(), profile, score(profile, facts.weights()), reasons);
    }

    private static Optional<QualityScore> score(QualityProfile profile, Map<Dimension, DimensionWeight> stated) {
        var measured = EnumSet.noneOf(Dimension.class);
        profile.rules().stream()
                .filter(result -> result.evaluated() > 0 && result.rule().severity() != Severity.INFO)
                .forEach(result -> measured.add(result.rule().dimension()));
        var weights = new EnumMap<Dimension, Double>(Dimension.class);
        stated.forEach((dimension, weight) -> {
            if (weight.weight() > 0) weights.put(dimension, weight.weight());
        });
        if (stated.isEmpty()) measured.forEach(dimension -> weights.put(dimension, 1.0));
        if (weights.keySet().stream().noneMatch(measured::contains)) return Optional.empty();
        var reason = stated.isEmpty()
                ? ALIKE
                : stated.values().stream().map(DimensionWeight::reason).collect(Collectors.joining(" "));
        return Optional.of(QualityScoring.score(profile, new QualityWeights(weights, reason)));
    }
}
