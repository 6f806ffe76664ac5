package org.dataassay.valuation.sheet;

import java.util.List;

/** a ÷ b. */
final class DividedBy extends Elementwise {

    @Override
    public String id() {
        return "dividedBy@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit.dividedBy(operands.get(1).unit);
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var b = slots[in[1]];
        var y = slots[out];
        for (int i = 0; i < width; i++) y[i] = a[i] / b[i];
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var db = adjoints[in[1]];
        var b = slots[in[1]];
        var y = slots[out];
        for (int i = 0; i < width; i++) {
            double part = d[i] / b[i];
            da[i] += part;
            db[i] -= part * y[i];
        }
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "(" + operands.get(0) + "/" + operands.get(1) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return new Display(
                operands.get(0).within(Display.PRODUCT) + " ÷ "
                        + operands.get(1).within(Display.POWER),
                Display.PRODUCT);
    }
}
