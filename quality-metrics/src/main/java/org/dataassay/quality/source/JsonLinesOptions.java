package org.dataassay.quality.source;

import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * How JSON lines are read.
 *
 * @param columns the keys that are columns, in order; where empty, all keys of the first rows, in the order in which they appear
 * @param sampleRows how many first rows say which columns there are
 * @param brokenLines what happens to a line that is no JSON object
 * @param maximumRejectedShare the largest share of rejected lines, in [0, 1]; above it the file is refused as a whole
 * @param maximumFieldBytes longest text of a value
 * @param maximumRowBytes longest line
 * @param maximumColumns most columns
 */
public record JsonLinesOptions(
        List<String> columns,
        int sampleRows,
        BrokenLines brokenLines,
        double maximumRejectedShare,
        int maximumFieldBytes,
        int maximumRowBytes,
        int maximumColumns) {

    /** So many first rows say which columns there are when the caller says nothing. */
    public static final int SAMPLE_ROWS = 1_000;

    private static final JsonLinesOptions STANDARD = new JsonLinesOptions(
            List.of(),
            SAMPLE_ROWS,
            BrokenLines.REJECT,
            CsvOptions.MAXIMUM_REJECTED_SHARE,
            CsvOptions.MAXIMUM_FIELD_BYTES,
            CsvOptions.MAXIMUM_ROW_BYTES,
            CsvOptions.MAXIMUM_COLUMNS);

    /** What happens to a line that is no JSON object. */
    public enum BrokenLines {
        /** It is left out, counted and shown. */
        REJECT,
        /** The file is refused at the first one. */
        REFUSE
    }

    public JsonLinesOptions {
        columns = List.copyOf(columns);
        new Check()
                .that(sampleRows >= 1, "sampleRows", "at least 1", sampleRows, "Give a number of rows.")
                .share("maximumRejectedShare", maximumRejectedShare)
                .that(
                        maximumFieldBytes >= 1,
                        "maximumFieldBytes",
                        "at least 1",
                        maximumFieldBytes,
                        "Give a number of bytes.")
                .that(
                        maximumRowBytes >= maximumFieldBytes && maximumRowBytes <= 1 << 30,
                        "maximumRowBytes",
                        "at least maximumFieldBytes and at most 1 GiB",
                        maximumRowBytes,
                        "Give a number of bytes.")
                .that(maximumColumns >= 1, "maximumColumns", "at least 1", maximumColumns, "Give a number of columns.")
                .done();
    }

    /** Columns from the first {@link #SAMPLE_ROWS} rows, broken lines rejected, the limits of CSV files. */
    public static JsonLinesOptions standard() {
        return STANDARD;
    }

    public JsonLinesOptions withColumns(List<String> other) {
        return new JsonLinesOptions(
                other,
                sampleRows,
                brokenLines,
                maximumRejectedShare,
                maximumFieldBytes,
                maximumRowBytes,
                maximumColumns);
    }

    public JsonLinesOptions withSampleRows(int other) {
        return new JsonLinesOptions(
                columns, other, brokenLines, maximumRejectedShare, maximumFieldBytes, maximumRowBytes, maximumColumns);
    }

    public JsonLinesOptions withBrokenLines(BrokenLines other) {
        return new JsonLinesOptions(
                columns, sampleRows, other, maximumRejectedShare, maximumFieldBytes, maximumRowBytes, maximumColumns);
    }

    public JsonLinesOptions withMaximumRejectedShare(double other) {
        return new JsonLinesOptions(
                columns, sampleRows, brokenLines, other, maximumFieldBytes, maximumRowBytes, maximumColumns);
    }

    public JsonLinesOptions withLimits(int fieldBytes, int rowBytes, int columnCount) {
        return new JsonLinesOptions(
                columns, sampleRows, brokenLines, maximumRejectedShare, fieldBytes, rowBytes, columnCount);
    }
}
