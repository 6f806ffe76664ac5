package org.dataassay.report.casefile;

import java.util.List;
import org.dataassay.quality.source.CsvSource.Position;

/**
 * Where a screening stands.
 *
 * @param of what is screened by what; a later run goes on only where it is the same
 * @param position in the inventory
 * @param sizes of the files so far
 * @param tally of the rows so far
 */
record ScreeningCheckpoint(Identity of, Position position, Sizes sizes, Tally tally) {

    /**
     * What must not change between two parts of one screening.
     *
     * @param libraryVersion that screens
     * @param inventory digest
     * @param rules digest
     * @param language of the problems
     */
    record Identity(String libraryVersion, String inventory, String rules, String language) {}

    /**
     * Bytes of each file.
     *
     * @param screened of the assets with their classes
     * @param errors of the problems
     * @param ids of the log of ids
     */
    record Sizes(long screened, long errors, long ids) {}

    /**
     * Counts.
     *
     * @param rows read, without blank lines
     * @param errorRows of these, rows with a problem
     * @param problems in those rows
     * @param blankLines passed over
     * @param decided assets per decision
     * @param failed assets per rule
     * @param estimated assets with an estimate, per decision
     * @param totals of the estimates, per decision, as decimals
     */
    record Tally(
            long rows,
            long errorRows,
            long problems,
            long blankLines,
            List<Long> decided,
            List<Long> failed,
            List<Long> estimated,
            List<String> totals) {
        Tally {
            decided = List.copyOf(decided);
            failed = List.copyOf(failed);
            estimated = List.copyOf(estimated);
            totals = List.copyOf(totals);
        }
    }
}
