package org.dataassay.valuation.sheet.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Values and derivatives, keeping the value of every slot. */
    public final class Evaluation {

        private final int width;
        private final double[][] values;
        /** Made by the first derivative of a slot, kept for the next of the same. */
        private @Nullable Sweep sweep;

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

        /** The derivatives of a slot by every input, at the point last run; overwritten by the next call. */
        public Sweep sweep(int slot) {
            if (sweep == null || sweep.slot != slot) sweep = new Sweep(slot, width);
            sweep.run(values);
            return sweep;
        }
    }

    /** The reverse sweep: derivatives of one slot by every input, in every lane. */
    public final class Sweep {

        private final int slot;
        private final int width;
        private final double[][] adjoints = new double[slots][];
        /** The steps that the slot depends on, last first. */
        private final Step[] reversed;
        /** Per reversed step, the registers it is the first to add to. */
        private final double[][][] opened;

        private boolean atKink;

        private Sweep(int slot, int width) {
            this.slot = slot;
            this.width = width;
            var active = new BitSet(slots);
            active.set(slot);
            var dependent = new ArrayDeque<Step>();
            for (int s = steps.length - 1; s >= 0; s--) {
                var step = steps[s];
                if (!active.get(step.out)) continue;
                dependent.add(step);
                int differentiated = step.kernel.differentiated(step.in.length);
                for (int k = 0; k < differentiated; k++) active.set(step.in[k]);
            }
            reversed = dependent.toArray(Step[]::new);
            opened = new double[reversed.length][][];
            for (int input : inputs) adjoints[input] = new double[width];
            if (adjoints[slot] == null) adjoints[slot] = new double[width];
            shareRegisters();
        }

        /** An adjoint lives from the first step that adds to it to the one that passes it on; those of fixed slots are written and never read. */
        private void shareRegisters() {
            var unread = new double[width];
            fixed.keySet().forEach(unreadSlot -> adjoints[unreadSlot] = unread);
            var free = new ArrayDeque<double[]>();
            for (int s = 0; s < reversed.length; s++) {
                var step = reversed[s];
                var first = new ArrayList<double[]>();
                int differentiated = step.kernel.differentiated(step.in.length);
                for (int k = 0; k < differentiated; k++) {
                    int operand = step.in[k];
                    if (adjoints[operand] != null) continue;
                    adjoints[operand] = free.isEmpty() ? new double[width] : free.pop();
                    first.add(adjoints[operand]);
                }
                opened[s] = first.toArray(double[][]::new);
                if (step.out != slot) free.push(adjoints[step.out]);
            }
        }

        private void run(double[][] values) {
            for (int input : inputs) Arrays.fill(adjoints[input], 0);
            Arrays.fill(adjoints[slot], 1);
            atKink = false;
            for (int s = 0; s < reversed.length; s++) {
                var step = reversed[s];
                for (var register : opened[s]) Arrays.fill(register, 0);
                if (!isReached(step)) continue;
                step.kernel.reverse(values, adjoints, step.out, step.in, width);
                atKink |= adjoints[step.out][0] != 0 && step.kernel.atKink(values, step.out, step.in);
            }
        }

        /** Whether the step has a derivative to pass on; a zero one stays zero, even where the step's own slope is infinite. */
        private boolean isReached(Step step) {
            for (double adjoint : adjoints[step.out]) if (adjoint != 0) return true;
            return false;
        }

        /** The derivative by an input, per lane. */
        public double[] by(int input) {
            return adjoints[inputs[input]];
        }

        /** The derivatives by all inputs in lane 0. */
        public double[] byInputs() {
            return Arrays.stream(inputs)
                    .mapToDouble(input -> adjoints[input][0])
                    .toArray();
        }

        /** Whether a step that passed a derivative on sits on a kink in lane 0. */
        public boolean atKink() {
            return atKink;
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
