package org.dataassay.quality.source;

import java.util.Locale;
import org.dataassay.valuation.error.Check;

/**
 * How a CSV file is read.
 *
 * @param delimiter what separates fields; an ASCII character other than a quote or a line end
 * @param raggedRows what happens to a row with a wrong number of fields
 * @param maximumRejectedShare the largest share of rejected rows, in [0, 1]; above it the file is refused as a whole
 * @param maximumFieldBytes longest field
 * @param maximumRowBytes longest row, all its fields together
 * @param maximumColumns most columns
 */
public record CsvOptions(
        char delimiter,
        RaggedRows raggedRows,
        double maximumRejectedShare,
        int maximumFieldBytes,
        int maximumRowBytes,
        int maximumColumns) {

    /** Largest share of rejected rows when the caller says nothing. */
    public static final double MAXIMUM_REJECTED_SHARE = 0.05;

    /** 1 MiB. */
    public static final int MAXIMUM_FIELD_BYTES = 1 << 20;

    /** 16 MiB. */
    public static final int MAXIMUM_ROW_BYTES = 1 << 24;

    /** Most columns when the caller says nothing. */
    public static final int MAXIMUM_COLUMNS = 10_000;

    private static final CsvOptions STANDARD = new CsvOptions(
            ',', RaggedRows.REJECT, MAXIMUM_REJECTED_SHARE, MAXIMUM_FIELD_BYTES, MAXIMUM_ROW_BYTES, MAXIMUM_COLUMNS);

    /** What happens to a row that has another number of fields than the header. */
    public enum RaggedRows {
        /** It is left out, counted and shown. */
        REJECT,
        /** The file is refused at the first one. */
        REFUSE
    }

    public CsvOptions {
        new Check()
                .that(
                        delimiter < 128 && delimiter >= '\t' && "\"\n\r".indexOf(delimiter) < 0,
                        "delimiter",
                        "an ASCII character other than a quote or a line end",
                        String.format(Locale.ROOT, "U+%04X", (int) delimiter),
                        "Use one of , ; | or a tab.")
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

    /** Comma, ragged rows rejected, the limits of the constants above. */
    public static CsvOptions standard() {
        return STANDARD;
    }

    public CsvOptions withDelimiter(char other) {
        return new CsvOptions(
                other, raggedRows, maximumRejectedShare, maximumFieldBytes, maximumRowBytes, maximumColumns);
    }

    public CsvOptions withRaggedRows(RaggedRows other) {
        return new CsvOptions(
                delimiter, other, maximumRejectedShare, maximumFieldBytes, maximumRowBytes, maximumColumns);
    }

    public CsvOptions withMaximumRejectedShare(double other) {
        return new CsvOptions(delimiter, raggedRows, other, maximumFieldBytes, maximumRowBytes, maximumColumns);
    }

    public CsvOptions withLimits(int fieldBytes, int rowBytes, int columns) {
        return new CsvOptions(delimiter, raggedRows, maximumRejectedShare, fieldBytes, rowBytes, columns);
    }
}
