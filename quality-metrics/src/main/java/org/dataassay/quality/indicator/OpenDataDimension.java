package org.dataassay.quality.indicator;

import java.util.Locale;
import java.util.Optional;
import org.dataassay.quality.rule.Indicator;

/**
 * The dimensions by which open standards of data contracts and data products sort quality checks.
 *
 * @see <a href="https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/">Open Data Contract Standard 3.1.0, Data quality, attribute dimension</a>
 * @see <a href="https://opendataproducts.org/v4.1/">Open Data Product Specification 4.1, dataQuality, attribute dimension</a>
 */
public enum OpenDataDimension {
    ACCURACY,
    COMPLETENESS,
    CONFORMITY,
    CONSISTENCY,
    COVERAGE,
    TIMELINESS,
    UNIQUENESS,
    /** In the Open Data Product Specification only. */
    VALIDITY;

    /** The word in both standards. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dimension of an indicator in the Open Data Contract Standard; empty for what it counts as service level. */
    public static Optional<OpenDataDimension> odcs(Indicator indicator) {
        return switch (indicator) {
            case DATA_STANDARD,
                    DATA_MODEL,
                    METADATA,
                    BUSINESS_RULE,
                    REFERENCE_DATA,
                    SECURITY_RULE,
                    FORMAT_COMPLIANCE,
                    DIRTY_DATA_RATE -> Optional.of(CONFORMITY);
            case ELEMENT_COMPLETENESS -> Optional.of(COMPLETENESS);
            case RECORD_COMPLETENESS -> Optional.of(COVERAGE);
            case CONTENT_CORRECTNESS -> Optional.of(ACCURACY);
            case DUPLICATE_RATE, UNIQUENESS -> Optional.of(UNIQUENESS);
            case SAME_DATA_CONSISTENCY, RELATED_DATA_CONSISTENCY -> Optional.of(CONSISTENCY);
            case PERIOD_CORRECTNESS, POINT_TIMELINESS, TIME_ORDER -> Optional.of(TIMELINESS);
            case ACCESSIBLE, USABLE -> Optional.empty();
        };
    }

    /** The dimension of an indicator in the Open Data Product Specification, which tells valid values from conforming formats. */
    public static Optional<OpenDataDimension> odps(Indicator indicator) {
        return switch (indicator) {
            case BUSINESS_RULE, REFERENCE_DATA, DIRTY_DATA_RATE -> Optional.of(VALIDITY);
            default -> odcs(indicator);
        };
    }
}
