package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** The third operand where the first stands in the relation to the second, else the fourth. The derivative is that of the branch taken. */
final class When extends Elementwise {

    private final Relation relation;

    When(Relation relation) {
        this.relation = relation;
    }

    @Override
    public String id() {
        return "when@1";
    }

    @Override
    public List<String> parameters() {
        return List.of(relation.name());
    }

    @Override
    public Unit unit(List<Node> operands) {
        if (!operands.get(0).unit.sameDimension(operands.get(1).unit))
            throw operands.get(0).unit.mismatch(operands.get(1).unit, "both sides of a comparison must have one unit");
        if (!operands.get(2).unit.sameDimension(operands.get(3).unit))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "when",
                    "its branches are " + operands.get(2).unit + " and " + operands.get(3).unit,
                    "Both must have one unit.");
        return operands.get(2).unit.plus(operands.get(3).unit);
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var b = slots[in[1]];
        var then = slots[in[2]];
        var otherwise = slots[in[3]];
        var y = slots[out];
        for (int i = 0; i < width; i++) y[i] = relation.holds(a[i], b[i]) ? then[i] : otherwise[i];
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var a = slots[in[0]];
        var b = slots[in[1]];
        var d = adjoints[out];
        var then = adjoints[in[2]];
        var otherwise = adjoints[in[3]];
        for (int i = 0; i < width; i++) {
            if (relation.holds(a[i], b[i])) then[i] += d[i];
            else otherwise[i] += d[i];
        }
    }

    @Override
    public boolean atKink(double[][] slots, int out, int[] in) {
        return slots[in[0]][0] == slots[in[1]][0];
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "IF(" + operands.get(0) + relation.symbol() + operands.get(1) + "," + operands.get(2) + ","
                + operands.get(3) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return new Display(
                "if " + operands.get(0).text() + " " + relation.symbol() + " "
                        + operands.get(1).text() + " then " + operands.get(2).text() + " else "
                        + operands.get(3).text(),
                0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof When when && when.relation == relation;
    }

    @Override
    public int hashCode() {
        return relation.hashCode();
    }
}
