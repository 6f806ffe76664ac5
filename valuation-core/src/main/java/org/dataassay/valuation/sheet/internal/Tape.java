package org.dataassay.valuation.sheet.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * The compiled calculation: scalar steps in order over numbered slots. Immutable; each evaluation brings its own {@link Evaluation} or {@link Tiles}.
 *
 * <p>The same kernels run at width one (a value) and over tiles (a simulation), so a draw at the base point has the bits of the value.
 */
public final class Tape {

    private final int slots;
    private final int[] inputs;
    private final Map<Integer, Double> fixed;
    private final Step[] steps;

    Tape(int slots, int[] inputs, Map<Integer, Double> fixed, Step[] steps) {
        this.slots = slots;
        this.inputs = inputs;
        this.fixed = fixed;
        this.steps = steps;
    }

    public int inputs() {
        return inputs.length;
    }

    public int steps() {
        return steps.length;
    }

    public int slots() {
        return slots;
    }

    /** An evaluator at width one that keeps every slot, for values and derivatives; reusable by one thread. */
    public Evaluation evaluation() {
        return new Evaluation(1);
    }

    /** The same over a tile of points at once. */
    public Evaluation evaluation(int width) {
        return new Evaluation(width);
    }

    /**
     * An evaluator over tiles that keeps only the slots still needed; reusable by one thread.
     *
     * @param base value of every input
     * @param varying numbers of the inputs that are filled anew for each tile
     * @param outputs slots that must hold their values after a run
     */
    public Tiles tiles(double[] base, int[] varying, int[] outputs, int width) {
        return new Tiles(base, varying, outputs, width);
    }

    /** Values and derivatives, keeping every slot. */
    public final class Evaluation {

        private final int width;
        private final double[][] values;
        /** Made by the first sweep. */
        private double[][] adjoints = {};

        private final boolean[] active = new boolean[slots];

        private Evaluation(int width) {
            this.width = width;
            this.values = new double[slots][width];
            fixed.forEach((slot, value) -> Arrays.fill(values[slot], value));
        }

        /** Evaluates every slot with the same inputs in every lane. */
        public Evaluation run(double[] base) {
            for (int i = 0; i < inputs.length; i++) Arrays.fill(values[inputs[i]], base[i]);
            return run();
        }

        /** Evaluates every slot from the input lanes as they stand; see {@link #input}. */
        public Evaluation run() {
            for (var step : steps) step.kernel.forward(values, step.out, step.in, width);
            return this;
        }

        /** The lanes of an input, to be filled before {@link #run()}. */
        public double[] input(int number) {
            return values[inputs[number]];
        }

        public double value(int slot) {
            return values[slot][0];
        }

        /** Derivatives of one slot by every input in lane 0, at the point last run; one reverse sweep. */
        public double[] derivatives(int slot) {
            sweep(slot);
            var result = new double[inputs.length];
            for (int i = 0; i < inputs.length; i++) result[i] = adjoints[inputs[i]][0];
            return result;
        }

        /** The reverse sweep in all lanes; {@link #adjoint} then gives the derivative by an input. */
        public void sweep(int slot) {
            if (adjoints.length == 0) adjoints = new double[slots][width];
            findActive(slot);
            for (int s = 0; s < slots; s++) if (active[s]) Arrays.fill(adjoints[s], 0);
            Arrays.fill(adjoints[slot], 1);
            for (int s = steps.length - 1; s >= 0; s--) {
                var step = steps[s];
                if (active[step.out] && isReached(step))
                    step.kernel.reverse(values, adjoints, step.out, step.in, width);
            }
        }

        /** The slots that the result depends on, and the inputs always, so that theirs read 0 where it does not. */
        private void findActive(int slot) {
            Arrays.fill(active, false);
            for (int input : inputs) active[input] = true;
            active[slot] = true;
            for (int s = steps.length - 1; s >= 0; s--) {
                var step = steps[s];
                if (!active[step.out]) continue;
                int differentiated = step.kernel.differentiated(step.in.length);
                for (int k = 0; k < differentiated; k++) active[step.in[k]] = true;
            }
        }

        public double[] adjoint(int input) {
            return adjoints[inputs[input]];
        }

        /** Whether the step has a derivative to pass on; a zero one stays zero, even where the step's own slope is infinite. */
        private boolean isReached(Step step) {
            for (double adjoint : adjoints[step.out]) if (adjoint != 0) return true;
            return false;
        }

        /** Whether a step that passed a derivative on sits on a kink at the point last run; call after {@link #sweep}. */
        public boolean atKink() {
            for (var step : steps) {
                if (active[step.out] && adjoints[step.out][0] != 0 && step.kernel.atKink(values, step.out, step.in))
                    return true;
            }
            return false;
        }
    }

    /** Many draws at once, structure of arrays. */
    public final class Tiles {

        private final double[][] values = new double[slots][];
        private final Step[] varyingSteps;
        private final int[] varyingSlots;

        private Tiles(double[] base, int[] varying, int[] outputs, int width) {
            var varies = new BitSet(slots);
            for (int input : varying) varies.set(inputs[input]);
            for (var step : steps) {
                if (Arrays.stream(step.in).anyMatch(varies::get))
                    varies.set(step.out, step.out + step.kernel.outputs());
            }
            fixed.forEach((slot, value) -> values[slot] = filled(value, width));
            for (int i = 0; i < inputs.length; i++) values[inputs[i]] = filled(base[i], width);
            for (var step : steps) {
                if (varies.get(step.out)) continue;
                for (int k = 0; k < step.kernel.outputs(); k++) values[step.out + k] = new double[width];
                step.kernel.forward(values, step.out, step.in, width);
            }
            varyingSteps =
                    Arrays.stream(steps).filter(step -> varies.get(step.out)).toArray(Step[]::new);
            varyingSlots = Arrays.stream(varying).map(i -> inputs[i]).toArray();
            shareRegisters(outputs, width);
        }

        /** Slots whose lives do not overlap share one array, so that a tile stays in the cache. */
        private void shareRegisters(int[] outputs, int width) {
            var lastUse = new int[slots];
            Arrays.fill(lastUse, -1);
            for (int s = 0; s < varyingSteps.length; s++) {
                for (int slot : varyingSteps[s].in) lastUse[slot] = s;
            }
            for (int slot : outputs) lastUse[slot] = Integer.MAX_VALUE;
            var free = new ArrayDeque<double[]>();
            var computed = new BitSet(slots);
            for (int s = 0; s < varyingSteps.length; s++) {
                var step = varyingSteps[s];
                for (int k = 0; k < step.kernel.outputs(); k++) {
                    values[step.out + k] = free.isEmpty() ? new double[width] : free.pop();
                    computed.set(step.out + k);
                }
                for (int slot : Arrays.stream(step.in).distinct().toArray()) {
                    if (lastUse[slot] == s && computed.get(slot)) free.push(values[slot]);
                }
                for (int k = 0; k < step.kernel.outputs(); k++) {
                    if (lastUse[step.out + k] < 0) free.push(values[step.out + k]);
                }
            }
        }

        /** Where to write the draws of the k-th varying input before a run. */
        public double[] varying(int k) {
            return values[varyingSlots[k]];
        }

        public void run(int width) {
            for (var step : varyingSteps) step.kernel.forward(values, step.out, step.in, width);
        }

        /** The draws of an output slot after a run. */
        public double[] output(int slot) {
            return values[slot];
        }

        private static double[] filled(double value, int width) {
            var array = new double[width];
            Arrays.fill(array, value);
            return array;
        }
    }
}
