package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.numeric.Elementary;

/** Φ(a), the standard normal distribution function. */
final class NormalCdf extends Elementwise {

    @Override
    public String id() {
        return "normalCdf@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        requireDimensionless("Φ", operands.get(0));
        return Unit.SHARE;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        Elementary.normalCdf(slots[in[0]], slots[out], width);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var a = slots[in[0]];
        for (int i = 0; i < width; i++) da[i] += d[i] * Elementary.exp(-0.5 * a[i] * a[i]) * INVERSE_ROOT_TWO_PI;
    }

    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    @Override
    String spreadsheet(List<String> operands) {
        return "NORMSDIST(" + operands.get(0) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("Φ", operands);
    }
}
