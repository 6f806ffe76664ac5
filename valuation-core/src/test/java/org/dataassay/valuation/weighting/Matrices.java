package org.dataassay.valuation.weighting;

import static org.dataassay.valuation.Terms.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.DecisionMatrix.Alternative;
import org.dataassay.valuation.weighting.DecisionMatrix.Criterion;
import org.dataassay.valuation.weighting.DecisionMatrix.Direction;

/** Decision matrices for tests: alternatives A1, A2, … by criteria C1, C2, …. */
final class Matrices {

    private Matrices() {}

    /** A matrix of numbers; the directions are a sign per criterion, + for a benefit. */
    static DecisionMatrix of(String directions, double[]... rows) {
        var criteria = new ArrayList<Criterion>();
        for (int j = 0; j < directions.length(); j++)
            criteria.add(
                    new Criterion("C" + (j + 1), directions.charAt(j) == '+' ? Direction.BENEFIT : Direction.COST));
        var alternatives = new ArrayList<Alternative>();
        for (int i = 0; i < rows.length; i++) alternatives.add(new Alternative("A" + (i + 1), inputs(rows[i])));
        return new DecisionMatrix(criteria, alternatives);
    }

    static List<Input<Double>> inputs(double... values) {
        var inputs = new ArrayList<Input<Double>>();
        for (double value : values) inputs.add(number(value));
        return inputs;
    }

    /** The matrix of a published case. */
    static DecisionMatrix of(PublishedCase published) {
        return of(directions(published.inputs()), numbers(published.inputs().get("matrix")));
    }

    private static String directions(JsonNode inputs) {
        var directions = new StringBuilder();
        if (inputs.has("directions"))
            inputs.get("directions")
                    .forEach(node -> directions.append(node.asText().equals("MAX") ? '+' : '-'));
        else inputs.get("matrix").get(0).forEach(node -> directions.append('+'));
        return directions.toString();
    }

    static double[][] numbers(JsonNode matrix) {
        var rows = new double[matrix.size()][];
        for (int i = 0; i < rows.length; i++)
            rows[i] = PublishedCase.numbers(matrix.get(i)).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        return rows;
    }

    /** Any matrix of positive values with 5 to 8 alternatives and 2 to 6 criteria. */
    static DecisionMatrix any(SplittableRandom random) {
        int n = random.nextInt(2, 7);
        var rows = new double[random.nextInt(5, 9)][n];
        for (var row : rows) for (int j = 0; j < n; j++) row[j] = random.nextDouble(0.5, 100);
        var directions = new StringBuilder();
        for (int j = 0; j < n; j++) directions.append(random.nextBoolean() ? '+' : '-');
        return of(directions.toString(), rows);
    }

    /** Any weights of the criteria. */
    static Weights anyWeights(DecisionMatrix matrix, SplittableRandom random) {
        var raw = new ArrayList<Double>();
        double sum = 0;
        for (int j = 0; j < matrix.criteria().size(); j++) {
            raw.add(random.nextDouble(0.1, 1));
            sum += raw.get(j);
        }
        double total = sum;
        return new Weights(
                matrix.criterionNames(), raw.stream().map(w -> w / total).toList());
    }

    static WeightedMatrix weighted(DecisionMatrix matrix, Weights weights) {
        return WeightedMatrix.of(matrix, weights, Source.judged("committee", "minutes"));
    }

    static Map<String, Input<Double>> named(DecisionMatrix matrix, double... weights) {
        var map = new LinkedHashMap<String, Input<Double>>();
        for (int j = 0; j < weights.length; j++) map.put(matrix.criterionNames().get(j), number(weights[j]));
        return map;
    }

    /** The same matrix with the last alternative first. */
    static DecisionMatrix rotated(DecisionMatrix matrix) {
        var alternatives = new ArrayList<>(matrix.alternatives());
        alternatives.add(0, alternatives.remove(alternatives.size() - 1));
        return new DecisionMatrix(matrix.criteria(), alternatives);
    }

    /** The same matrix with the last criterion first. */
    static DecisionMatrix turned(DecisionMatrix matrix) {
        var criteria = new ArrayList<>(matrix.criteria());
        criteria.add(0, criteria.remove(criteria.size() - 1));
        return new DecisionMatrix(
                criteria,
                matrix.alternatives().stream()
                        .map(alternative -> {
                            var values = new ArrayList<>(alternative.values());
                            values.add(0, values.remove(values.size() - 1));
                            return new Alternative(alternative.name(), values);
                        })
                        .toList());
    }

    /** The same matrix with a criterion multiplied and moved. */
    static DecisionMatrix changed(DecisionMatrix matrix, int criterion, double times, double plus) {
        var result = matrix;
        for (int i = 0; i < matrix.alternatives().size(); i++)
            result = result.with(
                    i,
                    criterion,
                    matrix.alternatives().get(i).values().get(criterion).map(x -> times * x + plus));
        return result;
    }
}
