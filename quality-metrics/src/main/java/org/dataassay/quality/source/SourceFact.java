package org.dataassay.quality.source;

import org.dataassay.valuation.error.Check;

/**
 * How a table was read, so far as a reader of the result must know it.
 *
 * @param id what it is about, such as {@code encoding}; see the constants
 * @param value such as {@code GB18030}
 * @param basis how it is known
 */
public record SourceFact(String id, String value, Basis basis) {

    /** {@code csv}, {@code jsonl}, {@code parquet}, {@code jdbc} or {@code memory}. */
    public static final String FORMAT = "format";

    /** {@code gzip} or {@code zstd}; absent where the file is not compressed. */
    public static final String COMPRESSION = "compression";

    /** The {@link TextEncoding#id()}. */
    public static final String ENCODING = "encoding";

    /** {@code comma}, {@code semicolon}, {@code tab}, {@code pipe} or the character itself. */
    public static final String DELIMITER = "delimiter";

    /** Keys of JSON lines that are no column, and how many rows have one. */
    public static final String KEYS_LEFT_OUT = "keys-left-out";

    /** The name and version of the database. */
    public static final String DATABASE = "database";

    /** How something is known. */
    public enum Basis {
        /** The caller said so. */
        DECLARED,
        /** The content says so itself: a byte order mark, a magic number, a database's own word. */
        MARKED,
        /** Concluded from the content; likely, and can be overridden. */
        DETECTED
    }

    public SourceFact {
        new Check()
                .that(!id.isBlank(), "id", "stated", "blank", "Say what the fact is about.")
                .that(!value.isBlank(), "value", "stated", "blank", "Say how the table was read.")
                .done();
    }
}
