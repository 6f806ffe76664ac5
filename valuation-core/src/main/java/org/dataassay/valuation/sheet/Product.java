package org.dataassay.valuation.sheet;

import java.util.List;

/** Product of a row, left to right in element order. */
final class Product extends Reduction {

    @Override
    public String id() {
        return "product@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        Elementwise.requireDimensionless("a product over a row", operands.get(0));
        return Unit.FACTOR;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        var in = tape.slots(node.operands.get(0));
        int product = in[0];
        for (int k = 1; k < in.length; k++) product = tape.step(new Times(), product, in[k]);
        return product;
    }

    @Override
    String function() {
        return "PRODUCT";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("Π", operands);
    }
}
