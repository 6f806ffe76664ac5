package org.dataassay.quality.source;

import org.dataassay.valuation.error.Check;

/**
 * How a query is read.
 *
 * @param fetchRows how many rows the driver is asked to fetch at a time
 * @param maximumCellBytes longest cell
 * @param maximumColumns most columns
 */
public record JdbcOptions(int fetchRows, int maximumCellBytes, int maximumColumns) {

    /** Rows fetched at a time when the caller says nothing. */
    public static final int FETCH_ROWS = 2_000;

    private static final JdbcOptions STANDARD =
            new JdbcOptions(FETCH_ROWS, CsvOptions.MAXIMUM_FIELD_BYTES, CsvOptions.MAXIMUM_COLUMNS);

    public JdbcOptions {
        new Check()
                .that(fetchRows >= 1, "fetchRows", "at least 1", fetchRows, "Give a number of rows.")
                .that(
                        maximumCellBytes >= 1 && maximumCellBytes <= 1 << 30,
                        "maximumCellBytes",
                        "at least 1 and at most 1 GiB",
                        maximumCellBytes,
                        "Give a number of bytes.")
                .that(maximumColumns >= 1, "maximumColumns", "at least 1", maximumColumns, "Give a number of columns.")
                .done();
    }

    /** {@link #FETCH_ROWS} and the limits of CSV files. */
    public static JdbcOptions standard() {
        return STANDARD;
    }

    public JdbcOptions withFetchRows(int other) {
        return new JdbcOptions(other, maximumCellBytes, maximumColumns);
    }

    public JdbcOptions withLimits(int cellBytes, int columns) {
        return new JdbcOptions(fetchRows, cellBytes, columns);
    }
}
