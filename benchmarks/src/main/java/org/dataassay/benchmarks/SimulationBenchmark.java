package org.dataassay.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dataassay.valuation.sheet.ExcessEarnings;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.sheet.internal.Tape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A million draws of a ten-year excess-earnings sheet with eight random inputs; the peer is {@code excess_earnings.py}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
public class SimulationBenchmark {

    private static final int DRAWS = 1_000_000;
    private static final int TILE = 1024;

    @Param({"1", "2"})
    public int threads;

    private final Worksheet worksheet = ExcessEarnings.worksheet();

    /** Everything: draws, calculation, mean, deviation, exact quantiles. */
    @Benchmark
    public SimulationResult simulate() {
        return worksheet.simulate(Simulation.of(1).withDraws(DRAWS).onThreads(threads));
    }

    /** The calculation alone, on inputs drawn before. */
    @State(Scope.Thread)
    public static class Calculation {
        private final Worksheet worksheet = ExcessEarnings.worksheet();
        private final int slot = ExcessEarnings.resultSlot(worksheet);
        private final Tape.Tiles tiles = ExcessEarnings.tape(worksheet)
                .tiles(
                        ExcessEarnings.inputs(worksheet),
                        ExcessEarnings.drawn(worksheet).stream()
                                .mapToInt(i -> i)
                                .toArray(),
                        new int[] {slot},
                        TILE);
        private final Tape.Evaluation forward =
                ExcessEarnings.tape(worksheet).evaluation(TILE).run(ExcessEarnings.inputs(worksheet));
    }

    /** As many tiles as a million draws have. */
    @Benchmark
    public double tapeAlone(Calculation calculation) {
        double sum = 0;
        for (int tile = 0; tile < DRAWS / TILE + 1; tile++) {
            calculation.tiles.run(TILE);
            sum += calculation.tiles.output(calculation.slot)[tile & (TILE - 1)];
        }
        return sum;
    }

    /** One forward sweep that keeps every figure: the measure for the next. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public double forward(Calculation calculation) {
        return calculation.forward.run().value(calculation.slot);
    }

    /** The forward sweep and all derivatives. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public double derivatives(Calculation calculation) {
        return calculation.forward.run().sweep(calculation.slot).by(0)[0];
    }
}
