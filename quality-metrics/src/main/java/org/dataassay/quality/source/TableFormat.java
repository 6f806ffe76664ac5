package org.dataassay.quality.source;

/** The formats of files that are opened by {@link Tables}. */
public enum TableFormat {
    /** Fields separated by a comma, semicolon, tab, pipe or another character. */
    CSV,
    /** One JSON object per line. */
    JSON_LINES,
    PARQUET
}
