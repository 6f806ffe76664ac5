package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/**
 * Weights of named things, in order: criteria, dimensions of quality, methods. Each is in [0, 1] and together they are 1, to within {@link #TOLERANCE}; weights that
 * are not are refused, never rescaled.
 *
 * <pre>{@code
 * var weights = Weights.of(Map.entry("accuracy", 0.5), Map.entry("completeness", 0.3), Map.entry("currentness", 0.2));
 * weights.of("accuracy");                                                 // 0.5
 * weights.inputs(Source.judged("valuation committee", "minutes of 12 May"));   // for a row of a sheet
 * }</pre>
 *
 * @param names 1 to {@value #MOST}, no name twice
 * @param values one per name, in the order of the names
 */
public record Weights(List<String> names, List<Double> values) {

    public static final int MOST = 1_000;

    /** How far the sum may be from 1. */
    public static final double TOLERANCE = 1e-9;

    public Weights {
        names = List.copyOf(names);
        values = List.copyOf(values);
        var check = new Check()
                .that(
                        !names.isEmpty() && names.size() <= MOST,
                        "names",
                        "1 to " + MOST,
                        names.size(),
                        "Name what is weighted.");
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            check.that(!names.get(i).isBlank(), "names[" + i + "]", "stated", "blank", "Name what is weighted.");
            if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "names[" + i + "]", names.get(i), "Weight each name once."));
        }
        if (values.size() != names.size())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "values",
                    "there are " + values.size() + " weights of " + names.size() + " names",
                    "Give one weight per name, in the order of the names."));
        var sum = new NeumaierSum();
        for (int i = 0; i < values.size(); i++) {
            check.share("values[" + i + "]", values.get(i));
            sum.add(values.get(i));
        }
        check.that(
                        Math.abs(sum.value() - 1) <= TOLERANCE,
                        "values",
                        "weights that sum to 1",
                        sum.value(),
                        "Correct the weights; they are not rescaled.")
                .done();
    }

    /** Weights in the order given. */
    @SafeVarargs
    public static Weights of(Map.Entry<String, Double>... weights) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Double>();
        for (var weight : weights) {
            names.add(weight.getKey());
            values.add(weight.getValue());
        }
        return new Weights(names, values);
    }

    /** The same weight for all. */
    public static Weights equal(List<String> names) {
        return new Weights(names, Collections.nCopies(names.size(), 1.0 / Math.max(1, names.size())));
    }

    public int size() {
        return names.size();
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /**
     * The weight of a name.
     *
     * @throws InvalidInputException where it has none
     */
    public double of(String name) {
        int at = names.indexOf(name);
        if (at < 0)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN,
                    "weight",
                    "'" + name + "'",
                    "Weighted are " + String.join(", ", names) + ".");
        return values.get(at);
    }

    /** Name to weight, in order. */
    public Map<String, Double> asMap() {
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) map.put(names.get(i), values.get(i));
        return Collections.unmodifiableMap(map);
    }

    /**
     * The same weights in another order of the names, such as that of the axis they are to stand on.
     *
     * @throws InvalidInputException where the names are not the same
     */
    public Weights inOrder(List<String> order) {
        var missing = new ArrayList<>(names);
        missing.removeAll(order);
        if (!missing.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING, "order", "It leaves out " + String.join(", ", missing) + ".");
        return new Weights(order, order.stream().map(this::of).toList());
    }

    /** The weights as inputs of a sheet, in order. */
    public List<Input<Double>> inputs(Source source) {
        return values.stream().map(value -> Input.of(value, source)).toList();
    }
}
