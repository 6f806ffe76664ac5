package org.dataassay.valuation.sheet.internal;

/**
 * One scalar step over a tile of draws: reads the slots {@code in}, writes the slot {@code out}.
 *
 * <p>A kernel is a value: two equal kernels compute the same from the same slots, so a tape computes it once.
 */
public interface Kernel {

    /** Computes {@code slots[out][0 … width)}. */
    void forward(double[][] slots, int out, int[] in, int width);

    /**
     * Adds this step's part of the derivative to the operands: {@code adjoints[in[k]] += adjoints[out] · ∂out/∂in[k]}. At a kink the branch taken counts.
     */
    void reverse(double[][] slots, double[][] adjoints, int out, int[] in, int width);

    /** Operands, from the first on, that {@link #reverse} passes a derivative to; the others only help to compute. */
    default int differentiated(int operands) {
        return operands;
    }

    /** Slots written, from {@code out} on. */
    default int outputs() {
        return 1;
    }

    /** Whether the value at lane 0 sits exactly on a kink, where left and right derivative differ. */
    default boolean atKink(double[][] slots, int out, int[] in) {
        return false;
    }
}
