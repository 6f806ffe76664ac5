package org.dataassay.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.dataassay.pricing.contribution.EmptyCoalition;
import org.dataassay.pricing.contribution.Estimate;
import org.dataassay.pricing.contribution.Exact;
import org.dataassay.pricing.contribution.Game;
import org.dataassay.pricing.contribution.Sampler;
import org.dataassay.pricing.contribution.Sampling;
import org.dataassay.pricing.contribution.SamplingRun;
import org.dataassay.pricing.contribution.Semivalue;
import org.dataassay.pricing.contribution.TableGame;
import org.dataassay.valuation.sheet.Progress;

/**
 * Values of games beside a NumPy program in the same run, on the same table: exact values against a plain summing loop, the fastest read and NumPy; permutation sampling and
 * maximum sample reuse against NumPy; the relative error of every sampler from one budget. Figures of pyDVL 0.10 and shapiq 1.6, recorded once on two cores of the same kind, stand beside.
 *
 * <p>Arguments: the Python program, then optionally numbers of players; 28 needs four gigabytes.
 */
public final class ContributionComparison {

    private static final int REPEATS = 9;
    /** Nanoseconds; on a busy machine the compiler needs them. */
    private static final long WARM_UP = 4_000_000_000L;

    private static final int PLAYERS = 20;
    private static final long EVALUATIONS = 20_000;

    private ContributionComparison() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var numbers = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        if (numbers.isEmpty()) numbers.addAll(List.of("16", "20", "24"));
        var peer = peer(Path.of(arguments[0]), numbers);
        var out = System.out;
        out.printf(
                Locale.ROOT,
                "%s, %s %s, %d processors, NumPy %s%n",
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                peer.get("numpy").asText());
        for (var number : numbers)
            exact(out, Integer.parseInt(number), peer.get("exact").get(number));
        out.println(
                "recorded, exact, CPU: NumPy 2.6 ms (16), 60 ms (20); shapiq 1.14 s (16), 26.4 s (20); pyDVL 20.2 s (16)");
        sampling(out, peer);
        errors(out, "square-root game", squareRoots(PLAYERS));
        errors(out, "random game", mask -> mask == 0 ? 0 : u(2024, mask));
        out.println("recorded from 20 000 evaluations: SVARM of shapiq 9.5e-3 and 7.8e-2, one seed");
    }

    private static void exact(PrintStream out, int n, JsonNode peer) {
        var table = TableGame.of(ids(n), EmptyCoalition.REFUSED, squareRoots(n));
        var worths = new double[1 << n];
        for (int mask = 0; mask < worths.length; mask++) worths[mask] = table.worth(mask);
        int repeats = n <= 20 ? 400 : REPEATS;
        double plain = cpu(repeats, () -> plain(worths));
        double read = cpu(repeats, () -> fastest(worths));
        double shapley = cpu(repeats, () -> first(table, Semivalue.shapley(), 1));
        double banzhaf = cpu(repeats, () -> first(table, Semivalue.banzhaf(), 1));
        double two = wall(repeats, () -> first(table, Semivalue.shapley(), 2));
        double numpy = median(peer.get("runs"), "cpu");
        out.printf(
                Locale.ROOT,
                "n=%d  Shapley %.3f ms: %.2f of a plain loop, %.2f of the fastest read, 1/%.0f of NumPy's %.1f ms; two threads, wall %.3f ms; Banzhaf %.3f ms, %.2f of the read; agrees to %.0e%n",
                n,
                shapley * 1e3,
                shapley / plain,
                shapley / read,
                numpy / shapley,
                numpy * 1e3,
                two * 1e3,
                banzhaf * 1e3,
                banzhaf / read,
                Math.abs(
                        first(table, Semivalue.shapley(), 1) - peer.get("first").asDouble()));
    }

    private static void sampling(PrintStream out, JsonNode peer) {
        var table = TableGame.of(ids(PLAYERS), EmptyCoalition.REFUSED, squareRoots(PLAYERS));
        var callback = Game.of(table.players(), coalition -> table.worth((int) coalition.mask()));
        long evaluations = 10_000L * (PLAYERS - 1) + 2;
        double numpy = median(peer.get("permutations"), "cpu");
        for (var game : List.of(table, callback)) {
            double ours = cpu(
                    60,
                    () -> run(game, Semivalue.shapley(), Sampling.of(Sampler.PERMUTATION, evaluations), 1)
                            .get(0)
                            .value());
            out.printf(
                    Locale.ROOT,
                    "10 000 permutations of 20, %s: %.2f ms, %.0f million marginals/s with standard errors; NumPy %.2f ms, ratio %.2f%n",
                    game == table ? "table" : "callback",
                    ours * 1e3,
                    0.2 / ours,
                    numpy * 1e3,
                    ours / numpy);
        }
        double reuse = cpu(
                60,
                () -> run(table, Semivalue.banzhaf(), Sampling.of(Sampler.MAXIMUM_REUSE, 10_000), 1)
                        .get(0)
                        .value());
        double numpyReuse = median(peer.get("reuse"), "cpu");
        out.printf(
                Locale.ROOT,
                "maximum reuse, 10 000 coalitions: %.2f ms; NumPy %.2f ms, ratio %.2f%n",
                reuse * 1e3,
                numpyReuse * 1e3,
                reuse / numpyReuse);
        out.println(
                "recorded, CPU: permutations NumPy 5.5 ms, shapiq 0.57 s, pyDVL 7.2 s; reuse NumPy 2.1 ms, pyDVL 11.5 s");
    }

    private static void errors(PrintStream out, String name, java.util.function.IntToDoubleFunction worth) {
        var table = TableGame.of(ids(PLAYERS), EmptyCoalition.REFUSED, worth);
        for (var sampler : Sampler.values()) {
            if (!sampler.canEstimate(Semivalue.shapley())) continue;
            var exact = Exact.values(table, Semivalue.shapley(), 1).players();
            var errors = new double[10];
            for (int seed = 0; seed < errors.length; seed++) {
                var run = SamplingRun.start(
                        table,
                        Semivalue.shapley(),
                        Sampling.of(sampler, EVALUATIONS),
                        EmptyCoalition.REFUSED,
                        500 + seed);
                var found = run.run(1, Progress.NONE).players();
                double difference = 0;
                double norm = 0;
                for (int i = 0; i < PLAYERS; i++) {
                    double d = found.get(i).value() - exact.get(i).value();
                    difference += d * d;
                    norm += exact.get(i).value() * exact.get(i).value();
                }
                errors[seed] = Math.sqrt(difference / norm);
            }
            Arrays.sort(errors);
            out.printf(
                    Locale.ROOT,
                    "%s, %d evaluations, %-13s relative error %.1e (%.1e to %.1e)%n",
                    name,
                    EVALUATIONS,
                    sampler,
                    errors[5],
                    errors[0],
                    errors[9]);
        }
    }

    private static List<Estimate> run(Game game, Semivalue semivalue, Sampling sampling, int threads) {
        return SamplingRun.start(game, semivalue, sampling, EmptyCoalition.REFUSED, 1)
                .run(threads, Progress.NONE)
                .players();
    }

    private static double first(TableGame table, Semivalue semivalue, int threads) {
        return Exact.values(table, semivalue, threads).players().get(0).value();
    }

    private static List<String> ids(int n) {
        return IntStream.range(0, n).mapToObj(i -> "p" + i).toList();
    }

    private static double plain(double[] worths) {
        double sum = 0;
        for (double worth : worths) sum += worth;
        return sum;
    }

    private static double fastest(double[] worths) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int i = 0; i < worths.length; i += 8) {
            a += worths[i];
            b += worths[i + 1];
            c += worths[i + 2];
            d += worths[i + 3];
            e += worths[i + 4];
            f += worths[i + 5];
            g += worths[i + 6];
            h += worths[i + 7];
        }
        return a + b + c + d + (e + f + g + h);
    }

    private static java.util.function.IntToDoubleFunction squareRoots(int n) {
        var weights = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = u(42, i);
            all += weights[i];
        }
        double total = all;
        return mask -> {
            if (mask == 0) return 0;
            double sum = 0;
            for (int rest = mask; rest != 0; rest &= rest - 1) sum += weights[Integer.numberOfTrailingZeros(rest)];
            return Math.sqrt(sum / total) + 0.05 * (u(43, mask) - 0.5);
        };
    }

    private static double u(long seed, long k) {
        long z = seed + (k + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    private static double cpu(int repeats, DoubleSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        return median(repeats, work, threads::getCurrentThreadCpuTime);
    }

    private static double wall(int repeats, DoubleSupplier work) {
        return median(repeats, work, System::nanoTime);
    }

    private static double median(int repeats, DoubleSupplier work, java.util.function.LongSupplier clock) {
        var times = new double[repeats];
        double sum = 0;
        long warm = System.nanoTime() + WARM_UP;
        while (System.nanoTime() < warm) sum += work.getAsDouble();
        for (int i = 0; i < repeats; i++) {
            long start = clock.getAsLong();
            sum += work.getAsDouble();
            times[i] = (clock.getAsLong() - start) * 1e-9;
        }
        if (Double.isNaN(sum)) throw new IllegalStateException("no result");
        Arrays.sort(times);
        return times[repeats / 2];
    }

    private static double median(JsonNode runs, String field) {
        var values = new double[runs.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = runs.get(i).get(field).asDouble();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static JsonNode peer(Path program, List<String> numbers) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", program.toString(), Integer.toString(REPEATS)));
        command.addAll(numbers);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) throw new IOException("the NumPy program failed; is python3-numpy installed?");
        return new ObjectMapper().readTree(output);
    }
}
