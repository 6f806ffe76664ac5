package org.dataassay.quality.indicator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * How easily persons of a table can be told.
 *
 * @param rows how many rows stand in a class
 * @param leftOut rows without a value in a quasi-identifier, where these are left out
 * @param classes how many different combinations of quasi-identifiers there are
 * @param k rows of the smallest class; 0 for a table without rows
 * @param uniques rows that stand alone
 * @param sizes how many classes there are of each size
 * @param prosecutor the intruder knows that the person is in the table
 * @param journalist the intruder does not know; empty where the sampling fraction is not known
 * @param sensitive one result per sensitive column
 * @param risky rows of classes smaller than required
 * @param notes what a reader must know
 * @param provenance how it came to be; the digest is that of the table
 */
public record FoundPrivacyRisk(
        long rows,
        long leftOut,
        long classes,
        long k,
        long uniques,
        Map<Long, Long> sizes,
        Risk prosecutor,
        Optional<Risk> journalist,
        List<SensitiveResult> sensitive,
        RowSet risky,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * Probabilities that a row is given its right name.
     *
     * @param highest of the row most at risk
     * @param average over the rows, which is the marketer's risk: the share expected to be named rightly
     * @param above share of rows above the risk that is accepted, 1/k of what is required
     */
    public record Risk(double highest, double average, double above) {}

    /**
     * One sensitive column.
     *
     * @param column its name
     * @param distinctL different values in the poorest class
     * @param entropyL e to the least entropy of a class: values that would be as even
     * @param t distance of the class most unlike the table
     * @param poor rows of classes with fewer different values than required
     * @param unlike rows of classes further from the table than required
     */
    public record SensitiveResult(
            String column, long distinctL, double entropyL, double t, RowSet poor, RowSet unlike) {}

    public FoundPrivacyRisk {
        sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
        sensitive = List.copyOf(sensitive);
        notes = List.copyOf(notes);
    }
}
