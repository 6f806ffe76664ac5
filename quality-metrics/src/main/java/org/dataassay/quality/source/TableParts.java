package org.dataassay.quality.source;

import java.util.Optional;

/**
 * A table cut into consecutive parts, for several threads to read. Where it is cut follows from its bytes, never from the number of threads.
 *
 * <p>Each method may be called from any thread, one at a time.
 */
public interface TableParts {

    /**
     * The part that follows; empty when there is none.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when the table cannot be read
     */
    Optional<TablePart> next();

    /**
     * Takes note of a part that was read to its end: in the order in which they were handed out, each once. Its bytes may be written over from here on.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when the part breaks a rule of the table's format
     */
    void done(TablePart part);

    /**
     * Says that all parts are done, so that the table knows what was left out and its digest.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when too much was left out
     */
    void end();
}
