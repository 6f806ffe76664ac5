package org.dataassay.quality.source;

import org.dataassay.valuation.error.Check;

/**
 * How a Parquet file is read.
 *
 * @param memoryMebibytes most memory of the reader, which is not in Java's heap
 * @param threads of the reader
 * @param maximumCellBytes longest cell
 * @param maximumColumns most columns
 */
public record ParquetOptions(int memoryMebibytes, int threads, int maximumCellBytes, int maximumColumns) {

    /** 512 MiB. */
    public static final int MEMORY_MEBIBYTES = 512;

    private static final ParquetOptions STANDARD =
            new ParquetOptions(MEMORY_MEBIBYTES, 1, CsvOptions.MAXIMUM_FIELD_BYTES, CsvOptions.MAXIMUM_COLUMNS);

    public ParquetOptions {
        new Check()
                .that(
                        memoryMebibytes >= 64,
                        "memoryMebibytes",
                        "at least 64",
                        memoryMebibytes,
                        "Give a number of mebibytes.")
                .that(threads >= 1 && threads <= 256, "threads", "in [1, 256]", threads, "Give a number of threads.")
                .that(
                        maximumCellBytes >= 1 && maximumCellBytes <= 1 << 30,
                        "maximumCellBytes",
                        "at least 1 and at most 1 GiB",
                        maximumCellBytes,
                        "Give a number of bytes.")
                .that(maximumColumns >= 1, "maximumColumns", "at least 1", maximumColumns, "Give a number of columns.")
                .done();
    }

    /** {@link #MEMORY_MEBIBYTES}, one thread, the limits of CSV files. */
    public static ParquetOptions standard() {
        return STANDARD;
    }

    public ParquetOptions withMemory(int mebibytes, int threadCount) {
        return new ParquetOptions(mebibytes, threadCount, maximumCellBytes, maximumColumns);
    }
}
