package org.dataassay.pricing.contribution;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.dataassay.valuation.sheet.Progress;
import org.jspecify.annotations.Nullable;

/** Numbered pieces of work on some threads. Where one fails or the listener says stop, no further ones begin. */
final class Parallel {

    private final int pieces;
    private final IntConsumer work;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final boolean[] done;
    private int finished;
    private boolean stopped;
    private @Nullable Throwable failure;
    private int failedPiece = Integer.MAX_VALUE;

    private Parallel(int pieces, IntConsumer work, Progress progress) {
        this.pieces = pieces;
        this.work = work;
        this.progress = progress;
        this.done = new boolean[pieces];
    }

    /** What was done, counted from piece 0 without a gap, and what ended it early. */
    record Run(int contiguous, boolean stopped, @Nullable Throwable failure) {}

    /** Does the pieces; rethrows what the first failing one threw. Returns how many were done from piece 0 without a gap. */
    static int forEach(int threads, int pieces, IntConsumer work, Progress progress) {
        var run = run(threads, pieces, work, progress);
        var failure = run.failure();
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
        return run.contiguous();
    }

    static Run run(int threads, int pieces, IntConsumer work, Progress progress) {
        var parallel = new Parallel(pieces, work, progress);
        int workers = Math.min(threads, pieces);
        if (workers <= 1) {
            parallel.work();
        } else {
            parallel.workOn(workers);
        }
        int contiguous = 0;
        while (contiguous < pieces && parallel.done[contiguous]) contiguous++;
        return new Run(contiguous, parallel.stopped, parallel.failure);
    }

    private void workOn(int workers) {
        var pool = Executors.newFixedThreadPool(workers);
        try {
            var futures = new ArrayList<Future<?>>();
            for (int t = 0; t < workers; t++) futures.add(pool.submit(this::work));
            for (var future : futures) future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            next.set(pieces);
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** Results are read only after the last worker has put its own down. */
    private static void awaitEnd(java.util.concurrent.ExecutorService pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void work() {
        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            try {
                work.accept(piece);
            } catch (Exception | Error e) {
                fail(piece, e);
                return;
            }
            if (!goesOn(piece)) return;
        }
    }

    private synchronized void fail(int piece, Throwable e) {
        next.set(pieces);
        if (piece >= failedPiece) return;
        failedPiece = piece;
        failure = e;
    }

    private synchronized boolean goesOn(int piece) {
        done[piece] = true;
        finished++;
        if (!stopped && !progress.at(finished, pieces)) {
            stopped = true;
            next.set(pieces);
        }
        return !stopped;
    }
}
