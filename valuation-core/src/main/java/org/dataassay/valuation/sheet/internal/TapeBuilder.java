package org.dataassay.valuation.sheet.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Collects steps in order of computation; equal steps on equal slots become one. Used by one thread. */
public final class TapeBuilder {

    private record Key(Kernel kernel, List<Integer> in) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();
    private final Map<Integer, Double> fixed = new HashMap<>();
    private final Map<Long, Integer> fixedSlots = new HashMap<>();
    private final Map<Key, Integer> known = new HashMap<>();
    private int slots;

    /** A slot whose value is handed in for each evaluation; inputs are numbered in order of these calls. */
    public int input() {
        inputs.add(slots);
        return slots++;
    }

    /** A slot that always holds this number. */
    public int fixed(double value) {
        return fixedSlots.computeIfAbsent(Double.doubleToRawLongBits(value), bits -> {
            fixed.put(slots, value);
            return slots++;
        });
    }

    /** The number of a slot that always holds the same. */
    public OptionalDouble fixedValue(int slot) {
        var value = fixed.get(slot);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The first slot of a step's result. A step on fixed slots only is computed here and now, by its own kernel. */
    public int step(Kernel kernel, int... in) {
        if (kernel.outputs() == 1 && Arrays.stream(in).allMatch(fixed::containsKey)) return fixed(computed(kernel, in));
        return known.computeIfAbsent(new Key(kernel, Arrays.stream(in).boxed().toList()), key -> {
            int out = slots;
            slots += kernel.outputs();
            steps.add(new Step(kernel, out, in.clone()));
            return out;
        });
    }

    private double computed(Kernel kernel, int[] in) {
        var values = new double[in.length + 1][1];
        var positions = new int[in.length];
        for (int k = 0; k < in.length; k++) {
            values[k][0] = fixedValue(in[k]).orElseThrow();
            positions[k] = k;
        }
        kernel.forward(values, in.length, positions, 1);
        return values[in.length][0];
    }

    public Tape build() {
        return new Tape(
                slots,
                inputs.stream().mapToInt(Integer::intValue).toArray(),
                Map.copyOf(fixed),
                steps.toArray(Step[]::new));
    }
}
