package org.dataassay.examples.cli;

import java.io.PrintStream;
import org.dataassay.valuation.sheet.Progress;

/** A line on the terminal that counts up; silent where no person is watching. */
final class TerminalProgress implements Progress {

    private static final int PERCENT = 100;

    private final PrintStream err;
    private final String what;
    private final boolean isWatched;
    private long shown = -1;

    TerminalProgress(PrintStream err, String what, boolean isWatched) {
        this.err = err;
        this.what = what;
        this.isWatched = isWatched;
    }

    @Override
    public synchronized boolean at(long done, long total) {
        long percent = total == 0 ? PERCENT : done * PERCENT / total;
        if (isWatched && percent != shown) {
            err.print("\rassay: " + what + " " + percent + "%" + (percent == PERCENT ? "\n" : ""));
            err.flush();
        }
        shown = percent;
        return true;
    }
}
