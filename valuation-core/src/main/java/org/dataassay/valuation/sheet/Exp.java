package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.numeric.Elementary;

/** e to the power a. */
final class Exp extends Elementwise {

    @Override
    public String id() {
        return "exp@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        requireDimensionless("exp", operands.get(0));
        return Unit.FACTOR;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        Elementary.exp(slots[in[0]], slots[out], width);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var y = slots[out];
        for (int i = 0; i < width; i++) da[i] += d[i] * y[i];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "EXP(" + operands.get(0) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("exp", operands);
    }
}
