package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One random number of a simulation and the tape inputs it sets.
 *
 * @param name of the input, with the element in brackets where each has its own
 * @param distribution of the number
 * @param first number of the first tape input
 * @param base the inputs' base values
 * @param isFactor whether the number multiplies the base values; otherwise it replaces them
 */
record RandomInput(String name, Distribution distribution, int first, List<Double> base, boolean isFactor) {

    /** All random inputs of a sheet, in order. */
    static List<RandomInput> of(Worksheet sheet) {
        var random = new ArrayList<RandomInput>();
        int next = 0;
        for (var node : sheet.order()) {
            if (!(node.formula instanceof Given given)) continue;
            add(random, node, given, next);
            next += node.size();
        }
        return random;
    }

    private static void add(List<RandomInput> random, Node node, Given given, int first) {
        var distributions = given.distributions;
        if (given.shock == Given.Shock.COMMON_FACTOR) {
            distributions.get(0).ifPresent(d -> random.add(new RandomInput(node.name(), d, first, given.values, true)));
            return;
        }
        for (int e = 0; e < node.size(); e++) {
            Optional<Distribution> distribution = distributions.get(distributions.size() == 1 ? 0 : e);
            if (distribution.isEmpty()) continue;
            var name = node.isRow()
                    ? node.name() + "[" + node.axis.orElseThrow().elements().get(e) + "]"
                    : node.name();
            boolean isFactor = given.shock == Given.Shock.INDEPENDENT_FACTORS;
            random.add(new RandomInput(name, distribution.get(), first + e, given.values.subList(e, e + 1), isFactor));
        }
    }

    /** Sets the inputs of one point. */
    void set(double[] inputs, double number) {
        for (int k = 0; k < base.size(); k++) inputs[first + k] = isFactor ? base.get(k) * number : number;
    }
}
