package org.dataassay.valuation.sheet;

import java.math.RoundingMode;
import java.util.List;
import org.dataassay.valuation.error.Plain;
import org.jspecify.annotations.Nullable;

/** Half up on the shortest decimal, to reproduce a published calculation. Its derivative is taken as 1. */
final class Round extends Elementwise {

    private final int decimals;

    Round(int decimals) {
        this.decimals = decimals;
    }

    @Override
    public String id() {
        return "round@1";
    }

    @Override
    public List<String> parameters() {
        return List.of(Integer.toString(decimals));
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        for (int i = 0; i < width; i++) slots[out][i] = rounded(slots[in[0]][i]);
    }

    private double rounded(double value) {
        return Double.isFinite(value)
                ? Plain.decimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue()
                : value;
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        for (int i = 0; i < width; i++) adjoints[in[0]][i] += adjoints[out][i];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "ROUND(" + operands.get(0) + "," + decimals + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.atom("round(" + operands.get(0).text() + ", " + decimals + ")");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Round round && round.decimals == decimals;
    }

    @Override
    public int hashCode() {
        return decimals;
    }
}
