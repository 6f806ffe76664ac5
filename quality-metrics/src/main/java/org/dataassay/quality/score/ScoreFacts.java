package org.dataassay.quality.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.Severity;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.FoundWeights;
import org.dataassay.valuation.weighting.Weights;

/**
 * What was counted, and how much it counts.
 *
 * @param dimensions at least one of them measured and with a weight above 0, no dimension twice
 */
public record ScoreFacts(List<Scored> dimensions) {

    private static final int MOST_MEASURES = 1000;

    /**
     * One dimension.
     *
     * @param dimension which
     * @param weight relative to the others, at least 0
     * @param measures what was counted of it; none, or only such as evaluated nothing, leaves it unmeasured
     */
    public record Scored(Dimension dimension, Input<Double> weight, List<Counted> measures) {
        public Scored {
            measures = List.copyOf(measures);
            var check = new Check()
                    .range("weight", weight.value(), 0, 1000, "Give the weight relative to the others.")
                    .that(
                            measures.size() <= MOST_MEASURES,
                            "measures",
                            "at most " + MOST_MEASURES,
                            measures.size(),
                            "Pool measures of one kind.");
            var names = new HashSet<String>();
            for (int i = 0; i < measures.size(); i++) {
                if (!names.add(measures.get(i).name()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            "measures[" + i + "].name",
                            measures.get(i).name(),
                            "Name each measure once."));
            }
            check.done();
        }

        /** Those that evaluated something. */
        List<Counted> applicable() {
            return measures.stream().filter(m -> m.evaluated() > 0).toList();
        }
    }

    /**
     * One measure.
     *
     * @param name of the rule or the measure
     * @param count A, from 0 to B
     * @param evaluated B, at least 0; 0 is not applicable
     * @param direction whether A counts what is good or what is bad
     * @param weight within the dimension, above 0
     */
    public record Counted(String name, long count, long evaluated, Measure.Direction direction, Input<Double> weight) {
        public Counted {
            new Check()
                    .that(!name.isBlank(), "name", "named", "blank", "Name the measure.")
                    .that(evaluated >= 0, "evaluated", "at least 0", evaluated, "Count what was evaluated.")
                    .that(
                            count >= 0 && count <= evaluated,
                            "count",
                            "from 0 to the " + evaluated + " evaluated",
                            count,
                            "Count among what was evaluated.")
                    .that(
                            weight.value() > 0 && weight.value() <= 1e6,
                            "weight",
                            "above 0",
                            weight.value(),
                            "Leave a measure out instead of giving it no weight.")
                    .done();
        }

        /** As the valuation core knows it. */
        Measure measure() {
            return Measure.of(name, count, evaluated, direction);
        }
    }

    public ScoreFacts {
        dimensions = List.copyOf(dimensions);
        var check = new Check();
        var seen = EnumSet.noneOf(Dimension.class);
        for (int i = 0; i < dimensions.size(); i++) {
            if (!seen.add(dimensions.get(i).dimension()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "dimensions[" + i + "].dimension",
                        dimensions.get(i).dimension().id(),
                        "Give each dimension once."));
        }
        check.done();
    }

    /**
     * The rules of a profile, their severity {@code info} left out.
     *
     * @param weights by the ids of the dimensions, from any method that finds weights
     * @param source who weighs so
     * @throws NotApplicableException for a table without rows
     */
    public static ScoreFacts of(QualityProfile profile, Weights weights, Source source) {
        if (profile.isEmpty()) throw NotApplicableException.of(QualityError.TABLE_EMPTY, profile.table());
        var check = new Check();
        for (var name : weights.names()) {
            check.that(
                    Dimension.ofId(name).isPresent(),
                    "weights." + name,
                    "of a dimension",
                    "'" + name + "'",
                    "Dimensions are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Dimension.values())
                                            .map(Dimension::id)
                                            .toList()) + ".");
        }
        check.done();
        var dimensions = new ArrayList<Scored>();
        for (var dimension : Dimension.values()) {
            var measures = profile.rules().stream()
                    .filter(r -> r.rule().dimension() == dimension && r.rule().severity() != Severity.INFO)
                    .map(ScoreFacts::counted)
                    .toList();
            double weight = weights.has(dimension.id()) ? weights.of(dimension.id()) : 0;
            if (weight > 0 || !measures.isEmpty())
                dimensions.add(new Scored(dimension, Input.of(weight, source), measures));
        }
        return new ScoreFacts(dimensions);
    }

    /** The rules of a profile, weighed as a method found. */
    public static ScoreFacts of(QualityProfile profile, FoundWeights found) {
        return of(profile, found.weights(), found.inputs().get(0).source());
    }

    private static Counted counted(RuleResult result) {
        var rule = result.rule();
        return new Counted(
                rule.indicator().code() + " " + rule.id(),
                result.indicatorCount(),
                result.evaluated(),
                rule.indicator().lowerIsBetter()
                        ? Measure.Direction.LOWER_IS_BETTER
                        : Measure.Direction.HIGHER_IS_BETTER,
                Input.of(rule.weight(), Source.judged("", "weight of the rule")));
    }
}
