package org.dataassay.report.casefile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Source;

/**
 * The table of a case, what must hold in it, and what its quality counts for.
 *
 * @param file a CSV file in UTF-8, named from the folder of the case
 * @param delimiter what separates fields; a comma where absent
 * @param raggedRows what happens to a row with a wrong number of fields; it is rejected and counted where absent
 * @param maximumRejectedShare above this share of rejected rows the file is refused
 * @param rules a rule file, named from the folder of the case
 * @param weights of the dimensions in the score, each with its reason; equal where absent
 * @param qualityScore how the measured score becomes the assumption {@value #ASSUMPTION}; the score itself where absent
 */
record DataFacts(
        String file,
        Optional<String> delimiter,
        Optional<CsvOptions.RaggedRows> raggedRows,
        Optional<Double> maximumRejectedShare,
        Optional<String> rules,
        Map<Dimension, DimensionWeight> weights,
        Optional<QualityTerms> qualityScore) {

    /** The assumption that the measured quality supplies. */
    static final String ASSUMPTION = "qualityScore";

    /**
     * What a dimension counts for.
     *
     * @param weight at least 0; weights are relative to each other
     * @param reason why
     */
    record DimensionWeight(double weight, String reason) {
        DimensionWeight {
            new Check()
                    .range("weight", weight, 0, 1000, "Give the weight relative to the others.")
                    .that(!reason.isBlank(), "reason", "given", "''", "Say why the dimension counts for this much.")
                    .done();
        }
    }

    /**
     * How the measured score acts.
     *
     * @param response from the measured score to the assumption
     * @param source who decided so, and why
     */
    record QualityTerms(QualityResponse response, Optional<Source> source) {}

    DataFacts {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        new Check()
                .that(!file.isBlank(), "file", "a file", "blank", "Name the CSV file.")
                .that(
                        delimiter.isEmpty() || delimiter.get().length() == 1,
                        "delimiter",
                        "one character",
                        "'" + delimiter.orElse("") + "'",
                        "Use one of , ; | or a tab.")
                .done();
        csv(delimiter, raggedRows, maximumRejectedShare); // its own checks
    }

    CsvOptions csv() {
        return csv(delimiter, raggedRows, maximumRejectedShare);
    }

    private static CsvOptions csv(
            Optional<String> delimiter,
            Optional<CsvOptions.RaggedRows> raggedRows,
            Optional<Double> maximumRejectedShare) {
        var options = CsvOptions.standard();
        if (delimiter.isPresent())
            options = options.withDelimiter(delimiter.get().charAt(0));
        if (raggedRows.isPresent()) options = options.withRaggedRows(raggedRows.get());
        if (maximumRejectedShare.isPresent()) options = options.withMaximumRejectedShare(maximumRejectedShare.get());
        return options;
    }

    QualityResponse response() {
        return qualityScore.map(QualityTerms::response).orElse(new QualityResponse.Identity());
    }
}
