package org.dataassay.quality.spark;

import org.dataassay.valuation.error.ErrorCode;

/** The problems that quality-spark can find. */
public enum SparkError implements ErrorCode {
    COLUMN_TYPE(
            "{0} must have columns of texts, numbers, booleans, dates, times or bytes, but '{1}' is of type {2}. Leave it out, or make a text of it, for instance with to_json."),
    NO_COLUMNS("{0} must have at least one column, but has none. Select the columns to be profiled."),
    TEXT_INVALID(
            "{0} must have texts in UTF-8, but one is not (column '{1}', row {2} of partition {3}). Repair the column first, for instance with make_valid_utf8."),
    JOB_FAILED(
            "{0} could not be read to its end by Spark: {1}. The cause names the task; the log of its executor has more. Correct it and run again."),
    ARGUMENT("{0} must be {1}, but was {2}. {3}"),
    ARGUMENT_UNKNOWN("{0} is not an argument. Arguments: {1}."),
    FILE("{0} cannot be {1}: {2}. Check the path, and that Spark may use it.");

    private final String pattern;

    SparkError(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
