package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.CounterRandom;
import org.dataassay.valuation.numeric.LatinHypercube;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.numeric.Quantiles;
import org.dataassay.valuation.numeric.Sobol;
import org.dataassay.valuation.numeric.Welford;
import org.dataassay.valuation.sheet.internal.Tape;

/** One run of a simulation: draws by tile on some threads, results merged in index order. */
final class SimulationRun {

    /** Draws per tile: part of the definition, for sums are merged tile by tile. */
    static final int TILE = 1024;

    private final Worksheet sheet;
    private final Simulation simulation;
    private final Progress progress;
    private final List<RandomInput> random;
    private final Copula copula;
    private final int[] outputs;
    private final List<Guard> guards;
    /** One double per draw and figure; not a number where the draw was rejected. */
    private final double[][] draws;

    private int finished;

    /** Numbers kept at once: two gigabytes. */
    private static final long MOST_KEPT = 1L << 28;

    private final List<Worksheet.Watched> watched;

    SimulationRun(Worksheet sheet, Simulation simulation, List<Worksheet.Watched> watched, Progress progress) {
        if (sheet.isRounded())
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "simulation",
                    "the sheet rounds figures on the way",
                    "Simulate the sheet without textbook rounding.");
        if (sheet.order().stream()
                .anyMatch(node -> node.formula instanceof FunctionFormula f && f.function.isSampled()))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "simulation",
                    "the sheet has a figure that draws random numbers itself",
                    "Use a method that does not sample.");
        if (watched.isEmpty())
            throw InvalidInputException.of(ValuationError.MISSING, "figures", "Name at least one cell to watch.");
        if ((long) watched.size() * simulation.draws() > MOST_KEPT)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    "simulation",
                    MOST_KEPT + " draws of all figures together",
                    (long) watched.size() * simulation.draws(),
                    "Watch fewer figures, or draw less often.");
        this.watched = watched;
        this.sheet = sheet;
        this.simulation = simulation;
        this.progress = progress;
        this.random = RandomInput.of(sheet);
        if (random.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING, "simulation", "No input has a distribution; give at least one.");
        this.copula = Copula.of(
                simulation.correlations(),
                random.stream().map(RandomInput::name).toList(),
                simulation.repairCorrelations());
        this.outputs = watched.stream().mapToInt(Worksheet.Watched::slot).toArray();
        this.guards = sheet.guards();
        this.draws = new double[watched.size()][simulation.draws()];
    }

    SimulationResult run() {
        int drawn = drawAll();
        int rejected = 0;
        for (int i = 0; i < drawn; i++) if (Double.isNaN(draws[0][i])) rejected++;
        if (rejected > SimulationResult.REJECTED_FAILURE * drawn)
            throw ValuationFailedException.of(
                    ValuationError.NO_CONVERGENCE,
                    "simulation",
                    rejected + " of " + drawn + " draws broke a guard or were not finite",
                    "Narrow the distributions so that the calculation holds for what they can draw.");
        var spreads = new ArrayList<SimulationResult.Spread>();
        for (int k = 0; k < watched.size(); k++) {
            var all = drawn == draws[k].length ? draws[k] : Arrays.copyOf(draws[k], drawn);
            spreads.add(spread(watched.get(k).figure(), all, rejected));
        }
        return new SimulationResult(
                simulation.withDraws(drawn).onThreads(1),
                random.stream().map(RandomInput::name).toList(),
                rejected,
                copula.isRepaired(),
                spreads);
    }

    /** Draws until all is drawn, or until the stopping rule holds; returns how many were drawn. */
    private int drawAll() {
        int tiles = tilesOf(simulation.draws());
        if (simulation.stoppingRule().isEmpty()) {
            draw(0, tiles);
            return simulation.draws();
        }
        var rule = simulation.stoppingRule().get();
        var watched = new Welford();
        int most = tilesOf(Simulation.StoppingRule.DRAWS_BETWEEN_LOOKS);
        for (int from = 0; from < tiles; from += most) {
            int to = Math.min(from + most, tiles);
            draw(from, to);
            int drawn = Math.min(to * TILE, simulation.draws());
            for (int i = from * TILE; i < drawn; i++) if (!Double.isNaN(draws[0][i])) watched.add(draws[0][i]);
            if (rule.holds(watched)) return drawn;
        }
        return simulation.draws();
    }

    private static int tilesOf(int draws) {
        return (draws + TILE - 1) / TILE;
    }

    private void draw(int from, int to) {
        var next = new AtomicInteger(from);
        if (simulation.threads() == 1) {
            work(next, to);
            return;
        }
        int threads = Math.min(simulation.threads(), to - from);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var workers = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) workers.add(pool.submit(() -> work(next, to)));
            for (var worker : workers) worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } finally {
            next.set(to);
            pool.shutdownNow();
        }
    }

    private static ValuationFailedException cancelled() {
        return ValuationFailedException.of(
                ValuationError.NO_CONVERGENCE, "simulation", "it was cancelled", "Run it again.");
    }

    private void work(AtomicInteger next, int end) {
        var worker = new Worker();
        for (int tile = next.getAndIncrement(); tile < end; tile = next.getAndIncrement()) {
            worker.draw(tile);
            if (!goesOn(tilesOf(simulation.draws()))) {
                next.set(end);
                throw cancelled();
            }
        }
    }

    private synchronized boolean goesOn(int tiles) {
        return progress.at(++finished, tiles);
    }

    /** One thread's registers. */
    private final class Worker {

        private final Tape.Tiles tape;
        private final double[][] uniforms = new double[random.size()][TILE];
        private final double[][] scratch = new double[copula.size()][TILE];
        private final double[] drawn = new double[TILE];

        private Worker() {
            var varying = random.stream()
                    .flatMapToInt(
                            r -> IntStream.range(r.first(), r.first() + r.base().size()))
                    .toArray();
            var needed = new ArrayList<Integer>();
            for (int slot : outputs) needed.add(slot);
            for (var guard : guards) {
                for (int e = 0; e < guard.size(); e++) {
                    needed.add(sheet.slot(guard.left(), e));
                    needed.add(sheet.slot(guard.right(), e));
                }
            }
            this.tape = sheet.tape()
                    .tiles(
                            sheet.inputs(),
                            varying,
                            needed.stream().mapToInt(Integer::intValue).toArray(),
                            TILE);
        }

        private void draw(int tile) {
            int first = tile * TILE;
            int width = Math.min(TILE, simulation.draws() - first);
            for (int d = 0; d < uniforms.length; d++) fill(d, first, width);
            copula.apply(uniforms, scratch, width);
            int input = 0;
            for (int d = 0; d < uniforms.length; d++) {
                var r = random.get(d);
                boolean direct = !r.isFactor() && r.base().size() == 1;
                var target = direct ? tape.varying(input) : drawn;
                r.distribution().quantiles(uniforms[d], target, width);
                if (direct) {
                    input++;
                    continue;
                }
                for (double base : r.base()) {
                    var lane = tape.varying(input++);
                    for (int i = 0; i < width; i++) lane[i] = base * drawn[i];
                }
            }
            tape.run(width);
            for (int k = 0; k < outputs.length; k++)
                System.arraycopy(tape.output(outputs[k]), 0, draws[k], first, width);
            reject(first, width);
        }

        private void fill(int dimension, int first, int width) {
            var out = uniforms[dimension];
            if (simulation.sampling() == Sampling.PLAIN) {
                CounterRandom.fill(simulation.seed(), dimension, first, out, width);
                return;
            }
            int size = simulation.draws() / Simulation.REPLICATES;
            for (int i = 0; i < width; i++) {
                int replicate = (first + i) / size;
                int index = (first + i) % size;
                long seed = CounterRandom.nextBits(simulation.seed(), Integer.MAX_VALUE, replicate);
                out[i] = simulation.sampling() == Sampling.SOBOL
                        ? Sobol.point(seed, dimension, index)
                        : LatinHypercube.point(seed, dimension, size, index);
            }
        }

        private void reject(int first, int width) {
            for (var guard : guards) {
                for (int e = 0; e < guard.size(); e++) {
                    var left = tape.output(sheet.slot(guard.left(), e));
                    var right = tape.output(sheet.slot(guard.right(), e));
                    for (int i = 0; i < width; i++) if (!guard.relation().holds(left[i], right[i])) reject(first + i);
                }
            }
            for (var figure : draws) {
                for (int i = first; i < first + width; i++) if (!(Math.abs(figure[i]) <= Double.MAX_VALUE)) reject(i);
            }
        }

        private void reject(int draw) {
            for (var figure : draws) figure[draw] = Double.NaN;
        }
    }

    private SimulationResult.Spread spread(String figure, double[] all, int rejected) {
        var kept = rejected == 0
                ? all
                : Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        double mean = sum(kept, 0, kept.length, 0, false) / kept.length;
        double deviation = Math.sqrt(sum(kept, 0, kept.length, mean, true) / (kept.length - 1));
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : kept) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        var p = simulation.percentiles().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        boolean plain = simulation.sampling() == Sampling.PLAIN;
        double error = plain ? deviation / Math.sqrt(kept.length) : replicateMeanError(all);
        return new SimulationResult.Spread(
                figure,
                kept.length,
                mean,
                deviation,
                error,
                least,
                greatest,
                plain ? percentiles(kept, p) : replicatePercentiles(kept, all, p),
                histogram(kept, least, greatest));
    }

    private static List<SimulationResult.Percentile> percentiles(double[] kept, double[] p) {
        var percentiles = new ArrayList<SimulationResult.Percentile>();
        for (var estimate : Quantiles.estimates(kept, p))
            percentiles.add(new SimulationResult.Percentile(
                    p[percentiles.size()], estimate.quantile(), estimate.standardError()));
        return percentiles;
    }

    private List<SimulationResult.Percentile> replicatePercentiles(double[] kept, double[] all, double[] p) {
        var values = Quantiles.exact(kept, p);
        var errors = replicateErrors(all, p);
        var percentiles = new ArrayList<SimulationResult.Percentile>();
        for (int k = 0; k < p.length; k++) percentiles.add(new SimulationResult.Percentile(p[k], values[k], errors[k]));
        return percentiles;
    }

    /** Plain within a tile, compensated over tiles. */
    private static double sum(double[] values, int from, int to, double center, boolean squared) {
        var total = new NeumaierSum();
        for (int start = from; start < to; start += TILE) {
            double tile = 0;
            for (int i = start; i < Math.min(start + TILE, to); i++) {
                double d = values[i] - center;
                tile += squared ? d * d : d;
            }
            total.add(tile);
        }
        return total.value();
    }

    private double[] replicate(double[] all, int number) {
        int size = all.length / Simulation.REPLICATES;
        return Arrays.stream(all, number * size, (number + 1) * size)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private double replicateMeanError(double[] all) {
        var means = new double[Simulation.REPLICATES];
        for (int r = 0; r < means.length; r++) {
            var part = replicate(all, r);
            means[r] = sum(part, 0, part.length, 0, false) / part.length;
        }
        return errorOfMean(means);
    }

    private double[] replicateErrors(double[] all, double[] p) {
        var byReplicate = new double[Simulation.REPLICATES][];
        for (int r = 0; r < byReplicate.length; r++) byReplicate[r] = Quantiles.exact(replicate(all, r), p);
        var errors = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            int percentile = k;
            errors[k] = errorOfMean(Arrays.stream(byReplicate)
                    .mapToDouble(values -> values[percentile])
                    .toArray());
        }
        return errors;
    }

    private static double errorOfMean(double[] replicates) {
        double mean = sum(replicates, 0, replicates.length, 0, false) / replicates.length;
        return Math.sqrt(
                sum(replicates, 0, replicates.length, mean, true) / (replicates.length - 1) / replicates.length);
    }

    private static SimulationResult.Histogram histogram(double[] values, double least, double greatest) {
        int bins = SimulationResult.Histogram.BINS;
        var counts = new int[bins];
        double scale = greatest > least ? bins / (greatest - least) : 0;
        for (double value : values) counts[Math.min(bins - 1, (int) ((value - least) * scale))]++;
        return new SimulationResult.Histogram(
                least, greatest, Arrays.stream(counts).boxed().toList());
    }
}
