package org.dataassay.pricing.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Progress;

/**
 * A run of a sampler over a game: begun with a seed, ended by its budget, its stopping rule or its listener, gone on with from a checkpoint, merged with another.
 *
 * <p>Draws are made in numbered pieces, each a function of the seed and its number, and merged in order: any number of threads gives the same bits. Where the game throws, the
 * exception comes out of {@link #run} unchanged and the pieces before it stay in the run; calling {@link #run} again, or {@link #resume} from its {@link #checkpoint}, asks anew from
 * there.
 *
 * <pre>{@code
 * var run = SamplingRun.start(game, Semivalue.shapley(), Sampling.of(Sampler.PERMUTATION, 200_000), EmptyCoalition.REFUSED, 7);
 * var estimates = run.run(2, Progress.NONE);
 * }</pre>
 *
 * <p>Mutable, for one thread at a time.
 */
public final class SamplingRun {

    /** Pieces drawn at most before what they found is merged. */
    private static final int MOST_PIECES = 1024;

    /** Numbers kept at once before they are merged. */
    private static final int MOST_NUMBERS = 1 << 22;

    private static final int FIRST_CHECK = 8;

    private final Worths worths;
    private final Semivalue semivalue;
    private final Sampling sampling;
    private final int borders;
    private final long seed;
    private final Estimator estimator;
    private final Tally tally;
    private final List<Estimates> checks = new ArrayList<>();
    private long pieces;
    private long evaluations;
    private Estimates.Status status = Estimates.Status.UNDER_WAY;

    private SamplingRun(
            Worths worths, Semivalue semivalue, Sampling sampling, int borders, long seed, Optional<double[]> numbers) {
        this.worths = worths;
        this.semivalue = semivalue;
        this.sampling = sampling;
        this.borders = borders;
        this.seed = seed;
        this.estimator = Estimator.of(sampling, semivalue, worths, borders);
        this.tally = numbers.map(estimator::restored).orElseGet(estimator::empty);
    }

    /**
     * Begins. The game is asked for nobody and for everybody at once.
     *
     * @param nobody what happens where the empty coalition is worth something
     * @throws InvalidInputException where the sampler cannot estimate the value, or the budget is too small for a first estimate
     */
    public static SamplingRun start(
            Game game, Semivalue semivalue, Sampling sampling, EmptyCoalition nobody, long seed) {
        requireFit(game, semivalue, sampling);
        var run = new SamplingRun(
                Worths.of(game, nobody),
                semivalue,
                sampling,
                Estimator.borders(game.size(), sampling.evaluations()),
                seed,
                Optional.empty());
        run.evaluations = 2;
        run.requireBudget();
        return run;
    }

    private static void requireFit(Game game, Semivalue semivalue, Sampling sampling) {
        var check = new Check()
                .that(
                        game.size() >= 2,
                        "players",
                        "at least 2 to sample",
                        game.size(),
                        "One player has everything: take exact values.");
        if (!sampling.sampler().canEstimate(semivalue))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "sampler",
                    sampling.sampler() + " does not estimate " + semivalue,
                    "Take "
                            + Arrays.stream(Sampler.values())
                                    .filter(s -> s.canEstimate(semivalue))
                                    .map(Sampler::name)
                                    .collect(java.util.stream.Collectors.joining(", "))
                            + "."));
        check.done();
    }

    private void requireBudget() {
        long least = 2;
        for (long piece = 0; piece < estimator.leastPieces(); piece++) least += estimator.cost(piece);
        new Check()
                .that(
                        sampling.evaluations() >= least,
                        "evaluations",
                        "at least " + least + " for a first estimate by this sampler with " + worths.players
                                + " players",
                        sampling.evaluations(),
                        "Raise the budget, take another sampler, or group the players.")
                .done();
    }

    /**
     * Goes on from a checkpoint, with the same seed and under a budget and rule that may be others.
     *
     * @param semivalue the same as before
     * @param sampling with the sampler and truncation of the checkpoint
     * @throws InvalidInputException where the checkpoint is of another game, value or sampler, or damaged
     */
    public static SamplingRun resume(Game game, Semivalue semivalue, Sampling sampling, Checkpoint checkpoint) {
        requireFit(game, semivalue, sampling);
        requireSame(game, semivalue, sampling, checkpoint);
        var numbers =
                checkpoint.numbers().stream().mapToDouble(Double::doubleValue).toArray();
        var run = new SamplingRun(
                Worths.of(game, checkpoint),
                semivalue,
                sampling,
                checkpoint.borders(),
                checkpoint.seed(),
                Optional.of(numbers));
        if (numbers.length != run.estimator.empty().toNumbers().length)
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "checkpoint.numbers",
                    "it has not as many as this sampler keeps",
                    "Take the checkpoint as it was written.");
        run.pieces = checkpoint.pieces();
        run.evaluations = checkpoint.evaluations();
        return run;
    }

    private static void requireSame(Game game, Semivalue semivalue, Sampling sampling, Checkpoint checkpoint) {
        var check = new Check()
                .that(
                        checkpoint.formatVersion() == Checkpoint.FORMAT,
                        "checkpoint.formatVersion",
                        "" + Checkpoint.FORMAT,
                        checkpoint.formatVersion(),
                        "It was written by another version; use that one.")
                .that(
                        checkpoint.borders() == 1 || checkpoint.borders() == 2,
                        "checkpoint.borders",
                        "1 or 2",
                        checkpoint.borders(),
                        "Take the checkpoint as it was written.")
                .that(
                        checkpoint.pieces() >= 0 && checkpoint.evaluations() >= 2,
                        "checkpoint.pieces",
                        "at least 0",
                        checkpoint.pieces(),
                        "Take the checkpoint as it was written.");
        requireEqual(check, "sampler", checkpoint.sampler(), sampling.sampler());
        requireEqual(check, "value", checkpoint.value(), semivalue.toString());
        requireEqual(check, "truncation", checkpoint.truncation(), sampling.tolerance());
        if (!checkpoint.players().equals(game.players()))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "checkpoint.players",
                    "they are not those of the game",
                    "Give the game that was sampled."));
        check.done();
        var everybody = Coalition.grand(game.size());
        double grand = Game.finite(game.worth(everybody), everybody) - checkpoint.offset();
        if (grand != checkpoint.grandWorth())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "checkpoint.grandWorth",
                    "the game now says something else",
                    "Give the game that was sampled; a worth must never change.");
    }

    private static void requireEqual(Check check, String field, Object kept, Object asked) {
        if (!kept.equals(asked))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "checkpoint." + field,
                    "it is " + kept + " where " + asked + " is asked for",
                    "Ask for what was sampled."));
    }

    /**
     * Draws until the budget is spent, the rule holds or the listener says stop.
     *
     * @param threads that ask the game
     * @param progress hears of evaluations; where it cancels, what was drawn stays in the run
     */
    public Estimates run(int threads, Progress progress) {
        status = Estimates.Status.UNDER_WAY;
        while (status == Estimates.Status.UNDER_WAY) {
            int wave = affordable();
            if (wave == 0) {
                status = pieces == estimator.pieces() ? Estimates.Status.EXACT : Estimates.Status.BUDGET_SPENT;
            } else if (!advance(wave, threads, progress)) {
                status = Estimates.Status.CANCELLED;
            } else if (pieces == nextCheck(pieces - 1)) {
                check();
            }
        }
        return estimates();
    }

    private void check() {
        if (sampling.until().isEmpty()) return;
        var now = estimates();
        if (now.isPreliminary()) return;
        checks.add(now);
        if (sampling.until().get().holds(List.copyOf(checks))) status = Estimates.Status.CONVERGED;
    }

    /** The first place after so many pieces at which a rule is looked at. */
    private long nextCheck(long after) {
        long check = Math.max(FIRST_CHECK, estimator.leastPieces());
        while (check <= after) check = Math.max(check + 1, check + check / 4);
        return check;
    }

    /** Pieces up to the next check, as far as the budget reaches. */
    private int affordable() {
        long most = Math.min(nextCheck(pieces), estimator.pieces()) - pieces;
        most = Math.min(most, MOST_PIECES);
        if (!estimator.isAdaptive())
            most = Math.min(most, Math.max(1, MOST_NUMBERS / Math.max(1, tally.toNumbers().length)));
        long left = sampling.evaluations() - evaluations;
        int count = 0;
        for (; count < most; count++) {
            left -= estimator.cost(pieces + count);
            if (left < 0) break;
        }
        return count;
    }

    private boolean advance(int wave, int threads, Progress progress) {
        estimator.plan(tally, pieces, wave);
        var parts = new Tally[wave];
        var costs = new int[wave];
        long before = evaluations;
        long first = pieces;
        var run = Parallel.run(
                threads,
                wave,
                k -> {
                    var part = estimator.empty();
                    costs[k] = estimator.draw(first + k, new Draws(seed, first + k, worths.players), part);
                    parts[k] = part;
                },
                (done, total) -> progress.at(
                        Math.min(sampling.evaluations(), before + done * Estimator.PIECE), sampling.evaluations()));
        int kept = estimator.isAdaptive() && run.contiguous() < wave ? 0 : run.contiguous();
        for (int k = 0; k < kept; k++) {
            tally.merge(parts[k]);
            evaluations += costs[k];
        }
        pieces += kept;
        if (run.failure() instanceof RuntimeException e) throw e;
        if (run.failure() instanceof Error e) throw e;
        return !run.stopped() && run.contiguous() == wave;
    }

    /** What the draws so far say. */
    public Estimates estimates() {
        return new Estimates(
                Optional.of(sampling.sampler()),
                semivalue.toString(),
                estimator.estimates(tally),
                worths.grand,
                evaluations,
                status,
                estimator.bias());
    }

    /** All that it takes to go on elsewhere. */
    public Checkpoint checkpoint() {
        return new Checkpoint(
                Checkpoint.FORMAT,
                sampling.sampler(),
                semivalue.toString(),
                worths.game.players(),
                worths.grand,
                worths.offset,
                sampling.tolerance(),
                borders,
                seed,
                pieces,
                evaluations,
                Arrays.stream(tally.toNumbers()).boxed().toList());
    }

    /**
     * Adds the draws of another run of the same game, made with another seed, for instance on another machine. What is drawn later goes on with this run's seed.
     *
     * @throws InvalidInputException where the other run is of something else, or draws the same numbers
     */
    public void merge(SamplingRun other) {
        var checkpoint = other.checkpoint();
        requireSame(worths.game, semivalue, sampling, checkpoint);
        new Check()
                .that(
                        other.seed != seed,
                        "seed",
                        "another than " + seed,
                        other.seed,
                        "Draws made twice are not new: take another seed for each run.")
                .that(
                        other.borders == borders,
                        "evaluations",
                        "of the same order in both runs",
                        other.sampling.evaluations(),
                        "Give both runs the same budget.")
                .done();
        tally.merge(estimator.restored(other.tally.toNumbers()));
        evaluations += other.evaluations;
        checks.clear();
    }
}
