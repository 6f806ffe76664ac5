package org.dataassay.valuation.sheet;

import java.util.List;

/** Square root of a. */
final class Sqrt extends Elementwise {

    @Override
    public String id() {
        return "sqrt@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit.squareRoot();
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var y = slots[out];
        for (int i = 0; i < width; i++) y[i] = Math.sqrt(a[i]);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var y = slots[out];
        for (int i = 0; i < width; i++) da[i] += 0.5 * d[i] / y[i];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "SQRT(" + operands.get(0) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("√", operands);
    }
}
