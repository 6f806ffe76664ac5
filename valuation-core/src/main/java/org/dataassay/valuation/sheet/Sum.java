package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.sheet.internal.Kernel;

/** Sum of a row, left to right in element order; error at most (n − 1) · 2⁻⁵³ · Σ|a|. */
final class Sum extends Reduction implements Kernel {

    @Override
    public String id() {
        return "sum@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        return tape.step(this, tape.slots(node.operands.get(0)));
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var y = slots[out];
        System.arraycopy(slots[in[0]], 0, y, 0, width);
        for (int k = 1; k < in.length; k++) {
            var a = slots[in[k]];
            for (int i = 0; i < width; i++) y[i] += a[i];
        }
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        for (int slot : in) {
            var da = adjoints[slot];
            for (int i = 0; i < width; i++) da[i] += d[i];
        }
    }

    @Override
    String function() {
        return "SUM";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("Σ", operands);
    }
}
