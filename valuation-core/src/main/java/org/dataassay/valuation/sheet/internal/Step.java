package org.dataassay.valuation.sheet.internal;

/** A kernel with the slots it reads and the first slot it writes. */
final class Step {

    final Kernel kernel;
    final int out;
    final int[] in;

    Step(Kernel kernel, int out, int[] in) {
        this.kernel = kernel;
        this.out = out;
        this.in = in;
    }
}
