package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.numeric.Elementary;

/** Natural logarithm of a. */
final class Log extends Elementwise {

    @Override
    public String id() {
        return "log@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        requireDimensionless("log", operands.get(0));
        return Unit.FACTOR;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        Elementary.log(slots[in[0]], slots[out], width);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var a = slots[in[0]];
        for (int i = 0; i < width; i++) da[i] += d[i] / a[i];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "LN(" + operands.get(0) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("ln", operands);
    }
}
