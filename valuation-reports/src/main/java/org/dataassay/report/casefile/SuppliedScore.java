package org.dataassay.report.casefile;

import java.util.Optional;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Source;

/** The assumption that measured quality supplies; in JSON an input like any other. */
record SuppliedScore(double value, Source source, Optional<Distribution> distribution) {

    static SuppliedScore certain(double value) {
        return new SuppliedScore(value, Source.estimated("", "measured"), Optional.empty());
    }

    /** What a score becomes by a response; where dimensions were not measured, anything in the score's range is possible. */
    static SuppliedScore of(QualityScore score, QualityResponse response, Optional<Source> stated) {
        var source = stated.orElseGet(() -> Source.estimated("", "measured on the data of the case"));
        double value = response.of(score.score());
        double low = response.of(score.low());
        double high = response.of(score.high());
        return new SuppliedScore(
                value,
                source,
                low < high ? Optional.of(new Distribution.Triangular(low, value, high)) : Optional.empty());
    }
}
