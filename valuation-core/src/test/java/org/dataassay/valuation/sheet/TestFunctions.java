package org.dataassay.valuation.sheet;

import java.util.Optional;

/** Functions that tests put on sheets: one without a gradient of its own, one with, and one that draws. */
public final class TestFunctions {

    private TestFunctions() {}

    /** ln(1 + e^(a − b)), the payoff of an option smoothed; its derivative is left to the central difference. */
    public static final class SoftPlus implements SheetFunction {
        @Override
        public String id() {
            return "softPlus@1";
        }

        @Override
        public int arguments() {
            return 2;
        }

        @Override
        public double apply(double[] arguments) {
            return StrictMath.log1p(StrictMath.exp(arguments[0] - arguments[1]));
        }
    }

    /** √(a² + b² + c²), with its gradient. */
    public static final class Length implements SheetFunction {
        @Override
        public String id() {
            return "length@1";
        }

        @Override
        public int arguments() {
            return 3;
        }

        @Override
        public double apply(double[] arguments) {
            double squares = 0;
            for (double a : arguments) squares += a * a;
            return Math.sqrt(squares);
        }

        @Override
        public Optional<double[]> gradient(double[] arguments) {
            double length = apply(arguments);
            var gradient = new double[3];
            for (int k = 0; k < 3; k++) gradient[k] = arguments[k] / length;
            return Optional.of(gradient);
        }
    }

    /** Says that it draws random numbers itself. */
    public static final class Sampled implements SheetFunction {
        @Override
        public String id() {
            return "sampled@1";
        }

        @Override
        public int arguments() {
            return 1;
        }

        @Override
        public double apply(double[] arguments) {
            return arguments[0];
        }

        @Override
        public boolean isSampled() {
            return true;
        }
    }
}
