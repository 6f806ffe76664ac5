package org.dataassay.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.dataassay.valuation.sheet.ExcessEarnings;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.internal.Tape;

/**
 * Ours and the peer in one run on one machine, by turns, as ratios of medians: {@code simulate} against NumPy in CPU and wall time, the calculation alone, and all
 * derivatives as a multiple of one forward sweep.
 *
 * <p>Arguments: the Python program, then optionally draws.
 */
public final class PeerComparison {

    private static final int REPEATS = 9;
    private static final int TILE = 1024;

    private PeerComparison() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var program = Path.of(arguments[0]);
        int draws = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        var worksheet = ExcessEarnings.worksheet();
        var simulation = Simulation.of(1).withDraws(draws);
        for (int i = 0; i < 5; i++) worksheet.simulate(simulation);
        var peer = peer(program, draws);
        var one = measure(() -> worksheet.simulate(simulation));
        var two = measure(() -> worksheet.simulate(simulation.onThreads(2)));
        int slot = ExcessEarnings.resultSlot(worksheet);
        var tape = ExcessEarnings.tape(worksheet);
        var tiles = tape.tiles(
                ExcessEarnings.inputs(worksheet),
                ExcessEarnings.drawn(worksheet).stream().mapToInt(i -> i).toArray(),
                new int[] {slot},
                TILE);
        var alone = measure(() -> {
            for (int t = 0; t * TILE < draws; t++) tiles.run(TILE);
            return tiles.output(slot)[0];
        });
        double lanes = derivatives(tape.evaluation(TILE).run(ExcessEarnings.inputs(worksheet)), slot, 500);
        double point = derivatives(tape.evaluation().run(ExcessEarnings.inputs(worksheet)), slot, 200_000);
        double numpyCpu = median(peer.get("warm"), "cpu");
        double numpyWall = median(peer.get("warm"), "wall");
        double numpyTape = median(peer.get("warm"), "calculation");
        var out = System.out;
        out.printf(
                Locale.ROOT,
                "%s, %s %s, %d processors, NumPy %s, %d draws%n",
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                peer.get("numpy").asText(),
                draws);
        line(out, "simulate, one thread, CPU", one[0], numpyCpu);
        line(out, "simulate, two threads, wall", two[1], numpyWall);
        line(out, "calculation alone, CPU", alone[0], numpyTape);
        out.printf(
                Locale.ROOT,
                "%-34s %8.2f times one evaluation, in %d lanes %.2f times%n",
                "all derivatives, forward included",
                point,
                TILE,
                lanes);
        out.printf(
                Locale.ROOT,
                "%-34s ours %.6g, NumPy %.6g%n",
                "means",
                worksheet.simulate(simulation).spreads().get(0).mean(),
                peer.get("warm").get(0).get("mean").asDouble());
    }

    private static void line(PrintStream out, String what, double ours, double peer) {
        out.printf(
                Locale.ROOT,
                "%-34s ours %7.1f ms   NumPy %7.1f ms   ratio %.3f%n",
                what,
                ours * 1e3,
                peer * 1e3,
                ours / peer);
    }

    /** CPU time of an evaluation with its reverse sweep, as a multiple of the evaluation's own. */
    private static double derivatives(Tape.Evaluation evaluation, int slot, int times) {
        var forward = measure(() -> repeated(times, () -> evaluation.run().value(slot)));
        var both =
                measure(() -> repeated(times, () -> evaluation.run().sweep(slot).by(0)[0]));
        return both[0] / forward[0];
    }

    private static double repeated(int times, Supplier<Double> work) {
        double sum = 0;
        for (int i = 0; i < times; i++) sum += work.get();
        return sum;
    }

    /** Medians of CPU seconds of this thread and wall seconds. */
    private static double[] measure(Supplier<?> work) {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = new double[REPEATS];
        var wall = new double[REPEATS];
        for (int i = -3; i < REPEATS; i++) {
            long cpuStart = threads.getCurrentThreadCpuTime();
            long wallStart = System.nanoTime();
            if (work.get() == null) throw new IllegalStateException("no result");
            if (i < 0) continue;
            cpu[i] = (threads.getCurrentThreadCpuTime() - cpuStart) * 1e-9;
            wall[i] = (System.nanoTime() - wallStart) * 1e-9;
        }
        return new double[] {median(cpu), median(wall)};
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double median(JsonNode runs, String field) {
        var values = new double[runs.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = runs.get(i).get(field).asDouble();
        return median(values);
    }

    private static JsonNode peer(Path program, int draws) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "python3", program.toString(), Integer.toString(draws), Integer.toString(REPEATS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) throw new IOException("the NumPy program failed; is python3-numpy installed?");
        return new ObjectMapper().readTree(output);
    }
}
