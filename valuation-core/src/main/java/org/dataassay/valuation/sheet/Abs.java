package org.dataassay.valuation.sheet;

import java.util.List;

/** |a|; at 0 the derivative is that of the right branch. */
final class Abs extends Elementwise {

    @Override
    public String id() {
        return "abs@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var y = slots[out];
        for (int i = 0; i < width; i++) y[i] = Math.abs(a[i]);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var a = slots[in[0]];
        for (int i = 0; i < width; i++) da[i] += a[i] < 0 ? -d[i] : d[i];
    }

    @Override
    public boolean atKink(double[][] slots, int out, int[] in) {
        return slots[in[0]][0] == 0;
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "ABS(" + operands.get(0) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("abs", operands);
    }
}
