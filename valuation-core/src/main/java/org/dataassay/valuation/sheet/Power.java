package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.sheet.internal.Kernel;

/**
 * a to the power b.
 *
 * <p>A fixed whole or half exponent up to {@value #LARGEST} is computed by repeated squaring and one square root (error at most 2·|b| ulp); squares and root are
 * shared by all powers of one base. Every other power is exp(b · ln a) with the logarithm carried in two doubles and shared likewise.
 */
final class Power extends Elementwise {

    private static final double LARGEST = 64;

    @Override
    public String id() {
        return "power@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        var base = operands.get(0);
        var exponent = operands.get(1);
        requireDimensionless("an exponent", exponent);
        if (base.unit.isDimensionless()) return Unit.FACTOR;
        if (exponent.formula instanceof Fixed fixed
                && !exponent.isRow()
                && fixed.value(0) == Math.rint(fixed.value(0))
                && Math.abs(fixed.value(0)) <= 4) return base.unit.power((int) fixed.value(0));
        throw base.unit.mismatch(exponent.unit, "a figure with a unit takes only fixed whole exponents");
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        int base = tape.slot(node.operands.get(0), element);
        var exponent = node.operands.get(1);
        int power = tape.slot(exponent, element);
        double b = tape.fixedValue(power).orElse(Double.NaN);
        if (b == 0) return tape.fixed(1);
        if (b == 1) return base;
        if (Math.abs(b) <= LARGEST && 2 * b == Math.rint(2 * b)) return bySquaring(tape, base, b);
        int logarithm = tape.step(LogPair.KERNEL, base);
        return tape.step(this, base, power, logarithm, logarithm + 1);
    }

    private static int bySquaring(Lowering tape, int base, double exponent) {
        int whole = (int) Math.abs(exponent);
        var factors = IntStream.builder().add(base);
        if (Math.abs(exponent) != whole) factors.add(tape.step(Root.KERNEL, base));
        int square = base;
        for (int rest = whole; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) factors.add(square);
            if (rest > 1) square = tape.step(Square.KERNEL, square);
        }
        return tape.step(new HalfInteger(exponent), factors.build().toArray());
    }

    @Override
    public int differentiated(int operands) {
        return 2;
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        var a = slots[in[0]];
        var b = slots[in[1]];
        var y = slots[out];
        Elementary.powFromLog(slots[in[2]], slots[in[3]], b, y, width);
        for (int i = 0; i < width; i++) if (!(a[i] > 0)) y[i] = Elementary.pow(a[i], b[i]);
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        var d = adjoints[out];
        var da = adjoints[in[0]];
        var db = adjoints[in[1]];
        var a = slots[in[0]];
        var b = slots[in[1]];
        var y = slots[out];
        var logarithm = slots[in[2]];
        for (int i = 0; i < width; i++) {
            da[i] += d[i] * (a[i] == 0 ? b[i] * Elementary.pow(a[i], b[i] - 1) : b[i] * y[i] / a[i]);
            if (a[i] > 0) db[i] += d[i] * y[i] * logarithm[i];
        }
    }

    @Override
    String spreadsheet(List<String> operands) {
        return "(" + operands.get(0) + "^" + operands.get(1) + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return new Display(
                operands.get(0).within(Display.ATOM) + "^" + operands.get(1).within(Display.ATOM), Display.POWER);
    }

    /** The logarithm as two doubles, in this slot and the next. Passes no derivative: the power does. */
    private record LogPair() implements Kernel {
        static final LogPair KERNEL = new LogPair();

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public void forward(double[][] slots, int out, int[] in, int width) {
            Elementary.logPair(slots[in[0]], slots[out], slots[out + 1], width);
        }

        @Override
        public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {}
    }

    private record Square() implements Kernel {
        static final Square KERNEL = new Square();

        @Override
        public void forward(double[][] slots, int out, int[] in, int width) {
            var a = slots[in[0]];
            var y = slots[out];
            for (int i = 0; i < width; i++) y[i] = a[i] * a[i];
        }

        @Override
        public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {}
    }

    private record Root() implements Kernel {
        static final Root KERNEL = new Root();

        @Override
        public void forward(double[][] slots, int out, int[] in, int width) {
            var a = slots[in[0]];
            var y = slots[out];
            for (int i = 0; i < width; i++) y[i] = Math.sqrt(a[i]);
        }

        @Override
        public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {}
    }

    /** Multiplies the factors after the base; the derivative goes to the base alone. */
    private record HalfInteger(double exponent) implements Kernel {

        @Override
        public int differentiated(int operands) {
            return 1;
        }

        @Override
        public void forward(double[][] slots, int out, int[] in, int width) {
            var y = slots[out];
            System.arraycopy(slots[in[1]], 0, y, 0, width);
            for (int k = 2; k < in.length; k++) {
                var factor = slots[in[k]];
                for (int i = 0; i < width; i++) y[i] *= factor[i];
            }
            if (exponent < 0) for (int i = 0; i < width; i++) y[i] = 1 / y[i];
        }

        @Override
        public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
            var d = adjoints[out];
            var da = adjoints[in[0]];
            var a = slots[in[0]];
            var y = slots[out];
            if (hasZero(a, width)) {
                for (int i = 0; i < width; i++) da[i] += d[i] * slope(a[i], y[i]);
            } else {
                for (int i = 0; i < width; i++) da[i] += d[i] * (exponent * y[i] / a[i]);
            }
        }

        private double slope(double a, double y) {
            return a == 0 ? exponent * Elementary.pow(a, exponent - 1) : exponent * y / a;
        }

        /** Apart from the loop that divides, which then has no branch. */
        private static boolean hasZero(double[] a, int width) {
            for (int i = 0; i < width; i++) if (a[i] == 0) return true;
            return false;
        }
    }
}
