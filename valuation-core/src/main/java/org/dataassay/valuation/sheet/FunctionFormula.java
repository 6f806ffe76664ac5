package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.internal.Kernel;
import org.jspecify.annotations.Nullable;

/** A {@link SheetFunction} on cells. */
final class FunctionFormula extends Elementwise implements Kernel {

    /** Step of the central difference, relative to the argument: the cube root of the unit roundoff balances truncation and cancellation. */
    private static final double STEP = 6e-6;

    final SheetFunction function;

    FunctionFormula(SheetFunction function) {
        this.function = function;
    }

    @Override
    public String id() {
        return "function@1";
    }

    @Override
    public List<String> parameters() {
        return List.of(function.id());
    }

    @Override
    public Unit unit(List<Node> operands) {
        if (operands.size() != function.arguments())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    function.id(),
                    "it takes " + function.arguments() + " arguments, not " + operands.size(),
                    "Check the arguments.");
        return Unit.FACTOR;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        for (int i = 0; i < width; i++) slots[out][i] = function.apply(lane(slots, in, i));
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        for (int i = 0; i < width; i++) {
            var arguments = lane(slots, in, i);
            var gradient = function.gradient(arguments.clone()).orElseGet(() -> difference(arguments));
            for (int k = 0; k < in.length; k++) adjoints[in[k]][i] += adjoints[out][i] * gradient[k];
        }
    }

    private double[] difference(double[] arguments) {
        var gradient = new double[arguments.length];
        for (int k = 0; k < gradient.length; k++) {
            double at = arguments[k];
            double step = STEP * Math.max(Math.abs(at), 1e-3);
            arguments[k] = at + step;
            double above = function.apply(arguments.clone());
            arguments[k] = at - step;
            double below = function.apply(arguments.clone());
            arguments[k] = at;
            gradient[k] = (above - below) / ((at + step) - (at - step));
        }
        return gradient;
    }

    private static double[] lane(double[][] slots, int[] in, int lane) {
        var arguments = new double[in.length];
        for (int k = 0; k < in.length; k++) arguments[k] = slots[in[k]][lane];
        return arguments;
    }

    @Override
    String spreadsheet(List<String> operands) {
        throw new IllegalStateException("a function is exported as a value that is not live");
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call(function.id(), operands);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FunctionFormula formula && formula.function.id().equals(function.id());
    }

    @Override
    public int hashCode() {
        return function.id().hashCode();
    }
}
