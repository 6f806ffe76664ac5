package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Brent;
import org.dataassay.valuation.sheet.internal.Kernel;
import org.dataassay.valuation.sheet.internal.Tape;

/**
 * The number in a bracket at which a residual is zero, by Brent's method (1973) on a tape of its own. Operands: residual, unknown, low, high.
 *
 * <p>Derivative by the implicit function theorem: dx/dp = −(∂f/∂p) / (∂f/∂x); not finite, hence refused, where the slope vanishes.
 */
record Root() implements Formula {

    static final int RESIDUAL = 0;
    static final int UNKNOWN = 1;
    private static final int LOW = 2;
    private static final int HIGH = 3;

    @Override
    public String id() {
        return "root@1";
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        if (operands.stream().anyMatch(Node::isRow) || !(operands.get(UNKNOWN).formula instanceof Unknown))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    id(),
                    "it takes the cells residual, unknown, low and high",
                    "Use Sheet.root.");
        return Optional.empty();
    }

    @Override
    public Unit unit(List<Node> operands) {
        var unit = operands.get(UNKNOWN).unit;
        for (int end : new int[] {LOW, HIGH})
            if (!unit.sameDimension(operands.get(end).unit))
                throw unit.mismatch(operands.get(end).unit, "a root lies between numbers of its own unit");
        return unit;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        return tape.root(
                node.operands.get(RESIDUAL),
                node.operands.get(UNKNOWN),
                node.operands.get(LOW),
                node.operands.get(HIGH));
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        throw new IllegalStateException("a root is exported as a value beside its residual");
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.atom("the x in [" + operands.get(LOW).text() + ", "
                + operands.get(HIGH).text() + "] with " + operands.get(RESIDUAL).text() + " = 0");
    }

    /** Solves lane by lane. Reads low, high and then what the residual depends on; a lane without a root is not a number. */
    static final class Solver implements Kernel {

        /** Tolerance as a share of the bracket's larger end: without one, a multiple root at 0 would be sought for ever. */
        private static final double FINEST = 0x1p-60;

        private final Tape residual;
        private final int slot;

        /** Input 0 of the residual's tape is the unknown. */
        Solver(Tape residual, int slot) {
            this.residual = residual;
            this.slot = slot;
        }

        @Override
        public void forward(double[][] slots, int out, int[] in, int width) {
            var evaluation = residual.evaluation();
            var point = new double[residual.inputs()];
            for (int i = 0; i < width; i++) {
                fill(point, slots, in, i);
                slots[out][i] = solve(evaluation, point, slots[in[0]][i], slots[in[1]][i]);
            }
        }

        private double solve(Tape.Evaluation evaluation, double[] point, double low, double high) {
            if (!(low <= high && high - low < Double.POSITIVE_INFINITY)) return Double.NaN;
            try {
                return Brent.root(
                        x -> {
                            point[0] = x;
                            return evaluation.run(point).value(slot);
                        },
                        low,
                        high,
                        FINEST * Math.max(Math.abs(low), Math.abs(high)),
                        Brent.MOST_ITERATIONS);
            } catch (ValuationFailedException noRoot) {
                return Double.NaN;
            }
        }

        private static void fill(double[] point, double[][] slots, int[] in, int lane) {
            for (int k = 1; k < point.length; k++) point[k] = slots[in[k + 1]][lane];
        }

        @Override
        public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
            var evaluation = residual.evaluation();
            var point = new double[residual.inputs()];
            for (int i = 0; i < width; i++) {
                double d = adjoints[out][i];
                if (d == 0) continue;
                fill(point, slots, in, i);
                point[0] = slots[out][i];
                var slopes = evaluation.run(point).sweep(slot).byInputs();
                for (int k = 1; k < point.length; k++) adjoints[in[k + 1]][i] -= d * slopes[k] / slopes[0];
            }
        }

        @Override
        public boolean atKink(double[][] slots, int out, int[] in) {
            var point = new double[residual.inputs()];
            fill(point, slots, in, 0);
            point[0] = slots[out][0];
            return residual.evaluation().run(point).sweep(slot).atKink();
        }
    }
}
