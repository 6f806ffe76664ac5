package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;

/**
 * A decision matrix and the weights of its criteria.
 *
 * @param matrix alternatives by criteria
 * @param weights one per criterion, by its name, each in [0, 1], summing to one within {@link Weights#TOLERANCE}; drawn weights are rescaled to a sum of one
 */
public record WeightedMatrix(DecisionMatrix matrix, Map<String, Input<Double>> weights) {

    public WeightedMatrix {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        var check = new Check();
        check(check, matrix, weights);
        check.done();
    }

    static void check(Check check, DecisionMatrix matrix, Map<String, Input<Double>> weights) {
        var names = matrix.criterionNames();
        var missing = new ArrayList<>(names);
        missing.removeAll(weights.keySet());
        if (!missing.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "weights",
                    "Weigh " + String.join(", ", missing) + "; 0 leaves a criterion out of account."));
        double sum = 0;
        for (var weight : weights.entrySet()) {
            if (!names.contains(weight.getKey()))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        "weights",
                        "the criterion '" + weight.getKey() + "'",
                        "Criteria are " + String.join(", ", names) + "."));
            check.share("weights." + weight.getKey(), weight.getValue().value());
            sum += weight.getValue().value();
        }
        check.that(
                Math.abs(sum - 1) <= Weights.TOLERANCE,
                "weights",
                "in sum 1",
                Plain.of(sum),
                "Correct the weights; they are not rescaled.");
    }

    /** Weights from one source. */
    public static WeightedMatrix of(DecisionMatrix matrix, Weights weights, Source source) {
        return new WeightedMatrix(matrix, named(weights.names(), weights.inputs(source)));
    }

    /** Weights that a method found, with that finding as their source. */
    public static WeightedMatrix of(DecisionMatrix matrix, FoundWeights found) {
        return new WeightedMatrix(matrix, named(found.weights().names(), found.inputs()));
    }

    private static Map<String, Input<Double>> named(List<String> names, List<Input<Double>> inputs) {
        var map = new LinkedHashMap<String, Input<Double>>();
        for (int i = 0; i < names.size(); i++) map.put(names.get(i), inputs.get(i));
        return map;
    }

    /** Writes {@code judgedWeight} and {@code weight}, which sums to one in every draw. */
    Row writeWeights(Sheet sheet) {
        return writeWeights(sheet, matrix, weights);
    }

    static Row writeWeights(Sheet sheet, DecisionMatrix matrix, Map<String, Input<Double>> weights) {
        var inOrder = matrix.criterionNames().stream()
                .map(name -> Objects.requireNonNull(weights.get(name)))
                .toList();
        var judged = sheet.given("judgedWeight", Unit.SHARE, Column.axisOfCriteria(sheet, matrix), inOrder);
        sheet.require(
                "weightAtLeastZero", judged, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Bound the distributions by 0.");
        return sheet.let("weight", judged.dividedBy(judged.sum()).as(Unit.SHARE));
    }
}
