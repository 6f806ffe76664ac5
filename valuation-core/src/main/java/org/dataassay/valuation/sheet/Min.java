package org.dataassay.valuation.sheet;

import java.util.List;

/** The smaller of a and b; at a tie the derivative is that of a. */
final class Min extends Elementwise {

    @Override
    public String id() {
        return "min@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit.plus(operands.get(1).unit);
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var b = slots[in[1]];
        var y = slots[out];
        for (int i = 0; i < width; i++) y[i] = Math.min(a[i], b[i]);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var db = adjoints[in[1]];
        var a = slots[in[0]];
        var b = slots[in[1]];
        for (int i = 0; i < width; i++) {
            if (a[i] <= b[i]) da[i] += d[i];
            else db[i] += d[i];
        }
    }

    @Override
    public boolean atKink(double[][] slots, int out, int[] in) {
        return in[0] != in[1] && slots[in[0]][0] == slots[in[1]][0];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "MIN(" + operands.get(0) + "," + operands.get(1) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("min", operands);
    }
}
