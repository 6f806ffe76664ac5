package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.TablePart;
import org.dataassay.quality.source.TableParts;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.ValuationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Profiles the parts of a table on several threads: each part into a run of its own, and the runs merged in the order of the parts, so that the result does not
 * know how many threads there were. At most {@link #AHEAD} parts per thread are open at any time, which bounds the memory.
 */
final class ProfileEngine {

    /** How many parts per thread may be read before the earliest of them is merged. */
    private static final int AHEAD = 2;

    private final TableParts parts;
    private final List<String> columns;
    private final ProfileOptions options;
    private final LocalDate valuationDate;
    private final ProfileProgress progress;
    private final int threads;

    private final ProfileRun whole;
    private final Object reading = new Object();
    /** Guards what follows. */
    private final Object merging = new Object();

    private final Map<Long, Read> waiting = new HashMap<>();
    private long handedOut;
    private long merged;
    private boolean merges;
    private boolean atEnd;
    private boolean stopped;
    private long bytes;
    private long rows;

    /** A part that was read, or why it could not be. */
    private record Read(
            @Nullable TablePart part,
            @Nullable ProfileRun run,
            @Nullable RuntimeException fault) {}

    ProfileEngine(
            TableSource table, ProfileOptions options, LocalDate valuationDate, int threads, ProfileProgress progress) {
        this.columns = table.columns();
        this.options = options;
        this.valuationDate = valuationDate;
        this.whole = ProfileRun.start(options, columns, valuationDate);
        this.parts = table.parts();
        this.threads = threads;
        this.progress = progress;
    }

    /** Reads the table to its end. */
    ProfileRun run() {
        if (threads == 1) {
            work();
        } else {
            var pool = Executors.newFixedThreadPool(threads - 1);
            try {
                var workers = new Future<?>[threads - 1];
                for (int i = 0; i < workers.length; i++) workers[i] = pool.submit(this::work);
                work();
                for (var worker : workers) worker.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                if (e.getCause() instanceof Error cause) throw cause;
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cancelled();
            } finally {
                stop();
                end(pool);
            }
        }
        parts.end();
        return whole;
    }

    /** Lets every thread finish the part it is at, since whoever called may then close the table. */
    private static void end(ExecutorService pool) {
        pool.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (pool.awaitTermination(1, TimeUnit.MINUTES)) break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void work() {
        var scratch = new ProfileRun.Scratch(columns.size());
        try {
            while (true) {
                Optional<TablePart> part = Optional.empty();
                RuntimeException fault = null;
                long place;
                if (!awaitRoom()) return;
                synchronized (reading) {
                    synchronized (merging) {
                        if (stopped || atEnd) return;
                        if (isFull()) continue;
                        place = handedOut++;
                    }
                    try {
                        part = parts.next();
                    } catch (RuntimeException e) {
                        fault = e;
                    }
                    if (part.isEmpty()) {
                        synchronized (merging) {
                            atEnd = true;
                            merging.notifyAll();
                        }
                    }
                }
                if (part.isEmpty()) {
                    if (fault != null) merge(place, new Read(null, null, fault));
                    return;
                }
                merge(place, read(part.get(), place, scratch));
            }
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    private Read read(TablePart part, long place, ProfileRun.Scratch scratch) {
        try {
            var run = ProfileRun.startPart(options, columns, valuationDate, place + 1, scratch);
            run.add(part);
            return new Read(part, run, null);
        } catch (RuntimeException e) {
            return new Read(part, null, e);
        }
    }

    /**
     * Waits until few enough parts are open; false when there is nothing more to read. Never called under the lock of reading, which whoever merges needs to close a
     * part.
     */
    private boolean awaitRoom() {
        synchronized (merging) {
            while (!stopped && !atEnd && isFull()) {
                try {
                    merging.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw cancelled();
                }
            }
            return !stopped && !atEnd;
        }
    }

    /** Under the lock of merging. */
    private boolean isFull() {
        return handedOut - merged >= (long) AHEAD * threads;
    }

    /** Merges what can be merged; one thread at a time, the others go on reading. */
    private void merge(long place, Read read) {
        synchronized (merging) {
            waiting.put(place, read);
            if (merges) return;
            merges = true;
        }
        while (true) {
            Read next;
            synchronized (merging) {
                next = stopped ? null : waiting.remove(merged);
                if (next == null) {
                    merges = false;
                    return;
                }
            }
            mergeNext(next);
            synchronized (merging) {
                merged++;
                merging.notifyAll();
            }
        }
    }

    private void mergeNext(Read read) {
        var part = read.part();
        if (part != null) {
            synchronized (reading) {
                parts.done(part);
            }
            bytes += part.bytes();
        }
        if (read.fault() != null) throw read.fault();
        var run = read.run();
        if (run != null) {
            rows += run.rows();
            whole.merge(run);
        }
        if (!progress.at(bytes, rows)) throw cancelled();
    }

    private void stop() {
        synchronized (merging) {
            stopped = true;
            merging.notifyAll();
        }
    }

    private static ValuationFailedException cancelled() {
        return ValuationFailedException.of(QualityError.CANCELLED, "profile");
    }
}
