package org.dataassay.examples.cli;

import java.io.PrintStream;
import org.dataassay.valuation.sheet.Progress;

/** A line now and then, so that whoever waits knows that something happens; nothing for work that is quick. */
final class TerminalProgress implements Progress {

    private static final long PAUSE_NANOS = 2_000_000_000L;
    private static final int PERCENT = 100;

    private final PrintStream err;
    private final String what;
    private long spoken = System.nanoTime();

    TerminalProgress(PrintStream err, String what) {
        this.err = err;
        this.what = what;
    }

    @Override
    public synchronized boolean at(long done, long total) {
        long now = System.nanoTime();
        if (now - spoken >= PAUSE_NANOS && done < total) {
            err.println("assay: " + what + " " + done * PERCENT / total + "%");
            spoken = now;
        }
        return true;
    }
}
