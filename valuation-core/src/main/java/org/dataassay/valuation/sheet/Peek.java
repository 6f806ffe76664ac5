package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.error.Plain;

/** A figure's number for the debugger, computed on the spot. */
final class Peek {

    private Peek() {}

    static String at(Node node) {
        var text = (node.isNamed() ? node.name() + " = " : "") + FormulaText.of(node) + " [" + node.unit + "]";
        var order = NodeOrder.of(List.of(node));
        var lowering = new Lowering(order);
        if (lowering.isIncomplete()) return text;
        var evaluation = lowering.build().evaluation().run(inputs(order));
        var values = new StringBuilder();
        for (int slot : lowering.slots(node))
            values.append(values.isEmpty() ? "" : ", ").append(Plain.of(evaluation.value(slot)));
        return text + " = " + values;
    }

    /** Base values of the inputs among the nodes, in tape order. */
    static double[] inputs(List<Node> ordered) {
        return ordered.stream()
                .filter(node -> node.formula instanceof Given)
                .flatMap(node -> ((Given) node.formula).values.stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
