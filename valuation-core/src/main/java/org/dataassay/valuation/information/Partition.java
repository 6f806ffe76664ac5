package org.dataassay.valuation.information;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be told apart: the states in blocks, those of one block having the same values of some parameters.
 *
 * @param parameters that are learned; empty where the state itself is
 * @param values of the parameters in each block, or the name of its one state
 * @param members numbers of the states in each block
 */
record Partition(List<String> parameters, List<List<String>> values, List<List<Integer>> members) {

    private static final String BETWEEN = " - ";

    /** By the values of parameters; by state where none is named. */
    static Partition of(DecisionTable table, List<String> parameters) {
        var blocks = new LinkedHashMap<List<String>, List<Integer>>();
        for (int i = 0; i < table.states().size(); i++) {
            var state = table.states().get(i);
            var values = parameters.isEmpty()
                    ? List.of(state.name())
                    : parameters.stream()
                            .map(parameter -> state.parameters().getOrDefault(parameter, ""))
                            .toList();
            blocks.computeIfAbsent(values, v -> new ArrayList<>()).add(i);
        }
        return new Partition(List.copyOf(parameters), List.copyOf(blocks.keySet()), List.copyOf(blocks.values()));
    }

    boolean isByState() {
        return parameters.isEmpty();
    }

    /** Name of the parameters together, as a section of the sheet. */
    String name() {
        return String.join(BETWEEN, parameters);
    }

    List<String> names() {
        return values.stream().map(block -> String.join(BETWEEN, block)).toList();
    }

    int size() {
        return members.size();
    }

    /** Number of the block with these values; −1 where there is none. */
    int indexOf(List<String> block) {
        return IntStream.range(0, size())
                .filter(b -> values.get(b).equals(block))
                .findFirst()
                .orElse(-1);
    }
}
