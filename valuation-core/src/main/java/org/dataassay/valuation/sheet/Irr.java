package org.dataassay.valuation.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.ExponentialSum;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.sheet.internal.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * The rate at which flows at fixed times have no net present value: {@link Root}'s named case, which knows all roots and picks one by a rule. Operands: flows, and the
 * fixed years of each. Not a number where there is no rate or the rule leaves the choice open.
 *
 * <p>Derivative by the implicit function theorem: dr/da(i) = −(1 + r) · D(i) / f′(y) with y = ln(1 + r), D(i) = e^(−y · t(i)); not finite, hence refused, where the
 * present value only touches zero.
 */
final class Irr extends Reduction implements Kernel {

    private final RootRule rule;
    private final double guess;

    Irr(RootRule rule, double guess) {
        if (!(guess > -1 && guess < Double.POSITIVE_INFINITY))
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE, "guess", "above -1", guess, "Give a rate per period: 10 % is 0.1.");
        this.rule = rule;
        this.guess = guess;
    }

    /** Reads what {@link #parameters} wrote. */
    static Irr parse(List<String> parameters) {
        if (parameters.size() != 2 || !parameters.get(1).matches("-?0x[01]\\.[0-9a-f]{1,13}p-?\\d{1,4}"))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "parameters",
                    "they are not a rule and a guess",
                    "Give two, the second in hexadecimal.");
        return new Irr(Formulas.constant(RootRule.class, parameters.get(0)), Double.parseDouble(parameters.get(1)));
    }

    @Override
    public String id() {
        return "irr@1";
    }

    @Override
    public List<String> parameters() {
        return List.of(rule.name(), Double.toHexString(guess));
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        super.axis(operands);
        if (!operands.get(0).axis.equals(operands.get(1).axis) || !(operands.get(1).formula instanceof Fixed))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    id(),
                    "its years are not fixed numbers along the axis of its flows",
                    "Use Sheet.irr.");
        return Optional.empty();
    }

    @Override
    public Unit unit(List<Node> operands) {
        return Unit.RATE;
    }

    /** Whether spreadsheets have a formula for it: flows one period apart. */
    static boolean isPeriodic(Node node) {
        var years = years(node);
        for (int i = 0; i < years.size(); i++) if (years.get(i) != i) return false;
        return true;
    }

    private static List<Double> years(Node node) {
        return ((Fixed) node.operands.get(1).formula).values();
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        var flows = tape.slots(node.operands.get(0));
        var in = Arrays.copyOf(flows, 2 * flows.length);
        System.arraycopy(tape.slots(node.operands.get(1)), 0, in, flows.length, flows.length);
        return tape.step(this, in);
    }

    @Override
    public void forward(double[][] slots, int out, int[] in, int width) {
        int n = in.length / 2;
        var flows = new double[n];
        var years = new double[n];
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < n; k++) {
                flows[k] = slots[in[k]][i];
                years[k] = slots[in[n + k]][i];
            }
            slots[out][i] = rate(flows, years);
        }
    }

    private double rate(double[] flows, double[] years) {
        for (double flow : flows) if (!Double.isFinite(flow)) return Double.NaN;
        try {
            var rates = ExponentialSum.of(flows, years).roots().stream()
                    .map(root -> Elementary.expm1(root.y()))
                    .toList();
            return rule.choose(rates, flows, years, guess).orElse(Double.NaN);
        } catch (ValuationFailedException notSearchedThrough) {
            return Double.NaN;
        }
    }

    /** Only flows: years are fixed. */
    @Override
    public int differentiated(int operands) {
        return operands / 2;
    }

    @Override
    public void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width) {
        int n = in.length / 2;
        var discounted = new double[n];
        for (int i = 0; i < width; i++) {
            double d = adjoints[out][i];
            if (d == 0) continue;
            double y = Elementary.log1p(slots[out][i]);
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < n; k++) largest = Math.max(largest, -y * slots[in[n + k]][i]);
            double slope = 0;
            for (int k = 0; k < n; k++) {
                double t = slots[in[n + k]][i];
                discounted[k] = Elementary.exp(-y * t - largest);
                slope -= t * slots[in[k]][i] * discounted[k];
            }
            for (int k = 0; k < n; k++) adjoints[in[k]][i] -= d * (1 + slots[out][i]) * discounted[k] / slope;
        }
    }

    /** With its own value as the guess, which is the one a spreadsheet's iteration then stays at. */
    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return "IRR(" + terms.range(node.operands.get(0)) + "," + Plain.of(terms.value(node, element)) + ")";
    }

    @Override
    String function() {
        return "IRR";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("irr", List.of(operands.get(0)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Irr irr && irr.rule == rule && Double.compare(irr.guess, guess) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, guess);
    }
}
