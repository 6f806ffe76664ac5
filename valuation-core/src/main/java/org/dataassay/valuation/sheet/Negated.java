package org.dataassay.valuation.sheet;

import java.util.List;

/** −a. */
final class Negated extends Elementwise {

    @Override
    public String id() {
        return "negated@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var y = slots[out];
        for (int i = 0; i < width; i++) y[i] = -a[i];
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        for (int i = 0; i < width; i++) da[i] -= d[i];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "(-" + operands.get(0) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return new Display("−" + operands.get(0).within(Display.PRODUCT), Display.SUM);
    }
}
