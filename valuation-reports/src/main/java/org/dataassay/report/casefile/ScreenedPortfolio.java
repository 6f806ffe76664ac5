package org.dataassay.report.casefile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A screening that is finished: its summary and the files in the work folder, which are to be published and then discarded.
 *
 * @param summary counts and totals
 * @param files by name
 * @param work where they lie
 */
public record ScreenedPortfolio(ScreeningSummary summary, Map<String, Path> files, Path work) {

    public ScreenedPortfolio {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Removes the work folder; call it once the files are published. */
    public void discard() {
        ScreeningFolder.remove(work);
    }
}
