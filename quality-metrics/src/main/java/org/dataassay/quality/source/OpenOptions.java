package org.dataassay.quality.source;

import java.util.Optional;

/**
 * How a table is opened that is only named. Whatever is absent is detected.
 *
 * @param format of a file
 * @param delimiter of a CSV file
 * @param bytes encoding and limits of compressed files
 * @param csv how a CSV file is read; its delimiter is the one above
 * @param jsonLines how JSON lines are read
 * @param parquet how a Parquet file is read
 * @param jdbc how a query is read
 * @param query of a database; this or the table
 * @param table of a database
 * @param user of a database
 * @param password of a database; it appears in no message and no text of this record
 */
public record OpenOptions(
        Optional<TableFormat> format,
        Optional<Character> delimiter,
        ByteOptions bytes,
        CsvOptions csv,
        JsonLinesOptions jsonLines,
        ParquetOptions parquet,
        JdbcOptions jdbc,
        Optional<String> query,
        Optional<String> table,
        Optional<String> user,
        Optional<String> password) {

    private static final OpenOptions STANDARD = new OpenOptions(
            Optional.empty(),
            Optional.empty(),
            ByteOptions.standard(),
            CsvOptions.standard(),
            JsonLinesOptions.standard(),
            ParquetOptions.standard(),
            JdbcOptions.standard(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Everything detected, the standard options of each format. */
    public static OpenOptions standard() {
        return STANDARD;
    }

    public OpenOptions withFormat(TableFormat other) {
        return new OpenOptions(
                Optional.of(other), delimiter, bytes, csv, jsonLines, parquet, jdbc, query, table, user, password);
    }

    public OpenOptions withDelimiter(char other) {
        return new OpenOptions(
                format, Optional.of(other), bytes, csv, jsonLines, parquet, jdbc, query, table, user, password);
    }

    public OpenOptions withEncoding(TextEncoding other) {
        return withBytes(bytes.withEncoding(other));
    }

    public OpenOptions withBytes(ByteOptions other) {
        return new OpenOptions(format, delimiter, other, csv, jsonLines, parquet, jdbc, query, table, user, password);
    }

    /** The delimiter among them is not taken: see {@link #withDelimiter}. */
    public OpenOptions withCsv(CsvOptions other) {
        return new OpenOptions(format, delimiter, bytes, other, jsonLines, parquet, jdbc, query, table, user, password);
    }

    public OpenOptions withJsonLines(JsonLinesOptions other) {
        return new OpenOptions(format, delimiter, bytes, csv, other, parquet, jdbc, query, table, user, password);
    }

    public OpenOptions withParquet(ParquetOptions other) {
        return new OpenOptions(format, delimiter, bytes, csv, jsonLines, other, jdbc, query, table, user, password);
    }

    public OpenOptions withJdbc(JdbcOptions other) {
        return new OpenOptions(format, delimiter, bytes, csv, jsonLines, parquet, other, query, table, user, password);
    }

    public OpenOptions withQuery(String other) {
        return new OpenOptions(
                format, delimiter, bytes, csv, jsonLines, parquet, jdbc, Optional.of(other), table, user, password);
    }

    public OpenOptions withTable(String other) {
        return new OpenOptions(
                format, delimiter, bytes, csv, jsonLines, parquet, jdbc, query, Optional.of(other), user, password);
    }

    public OpenOptions withCredentials(String otherUser, String otherPassword) {
        return new OpenOptions(
                format,
                delimiter,
                bytes,
                csv,
                jsonLines,
                parquet,
                jdbc,
                query,
                table,
                Optional.of(otherUser),
                Optional.of(otherPassword));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "OpenOptions[format=" + format + ", delimiter=" + delimiter + ", bytes=" + bytes + ", csv=" + csv
                + ", jsonLines=" + jsonLines + ", parquet=" + parquet + ", jdbc=" + jdbc + ", query=" + query
                + ", table="
                + table + ", user=" + user + "]";
    }
}
