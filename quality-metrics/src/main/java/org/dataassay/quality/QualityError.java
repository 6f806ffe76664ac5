package org.dataassay.quality;

import org.dataassay.valuation.error.ErrorCode;

/** The problems that quality-metrics can find. */
public enum QualityError implements ErrorCode {
    FILE_MISSING("{0} must be an existing file, but there is nothing at that path. Check the name and the folder."),
    FILE_IS_DIRECTORY("{0} must be a file, but is a directory. Name one CSV file inside it."),
    FILE_UNREADABLE("{0} cannot be read: {1}. Check that the file is complete and that you may read it."),
    FILE_FORMAT("{0} must be CSV text, but its first bytes are those of {1}. {2}"),
    ENCODING(
            "{0} must be UTF-8, but {1} (byte offset {2}, {3}). Convert it first, for instance: iconv -f GB18030 -t UTF-8."),
    DECODING("{0} was read as {1}, but {2} (byte offset {3}, {4}). {5}"),
    ARCHIVE_TRUNCATED(
            "{0} must be a whole {1} archive, but ends after {2} bytes, {3} bytes of text into it. Fetch it again, or compress it again from its source."),
    ARCHIVE_DAMAGED(
            "{0} must be a sound {1} archive, but {2} (byte offset {3}, after {4} bytes of text). Fetch it again, or compress it again from its source."),
    ARCHIVE_WINDOW(
            "{0} must be readable with a window of {2} bytes, but asks for {1}. Compress it again at level 19 or lower and without --long."),
    ARCHIVE_TOO_LARGE(
            "{0} must hold at most {1} bytes of text, but holds more. If you know what is in it, raise maximumTextBytes."),
    ARCHIVE_RATIO(
            "{0} must hold at most {1} bytes of text in each of its bytes, but {2} came out of {3}: it may have been made to exhaust its reader. If you know what is in it, raise maximumRatio."),
    NO_OBJECTS("{0} must have a JSON object on each line, but there is none on its first {1} lines. {2}"),
    LINE_BROKEN(
            "{0} must have a JSON object on each line, but {1} is none: {2}. Correct the line, or let such lines be rejected and counted."),
    TOO_MANY_BROKEN(
            "{0} must have at most {1} of its lines rejected, but {2} of {3} are no JSON objects (first: {4}: {5}). Check that each line holds one whole object."),
    COLUMN_LENGTH(
            "{0} must have {1} values in every column, as '{2}' has, but '{3}' has {4}. Give each column a value for every row."),
    VALUE_TYPE(
            "{0} must hold texts, numbers, booleans, dates or times, but has a {2} ({1}). Turn it into a text first."),
    QUERY_MISSING("{0} is a database, so exactly one of query and table must be given, but {1}. Say what to read."),
    QUERY_NO_DATABASE("{0} is a file, so {1} has no meaning. Name a database, such as jdbc:postgresql://host/name."),
    QUERY_FAILED("{0} cannot be queried: {1}. Check the query, the names in it and your rights."),
    QUERY_BROKE_OFF("{0} broke off after row {1}: {2}. What was read is not the whole table: ask again."),
    TABLE_NAME(
            "{0} must be a name of letters, digits and underscores, with dots between its parts. Write a query for any other table."),
    FILE_NAME("{0} must have a path without any of {1}, which stand for other names. Rename the file."),
    PARQUET_BROKEN("{0} must be a whole Parquet file, but {1}. Fetch it again, or write it again from its source."),
    ARTIFACT_MISSING("{0} needs {1}, which is not on the class path. Add the artifact {2}."),
    NUL_BYTE(
            "{0} must be text, but has a NUL byte (byte offset {1}, {2}). The file is binary or damaged: export it again as UTF-8 CSV."),
    FIELD_TOO_LONG("{0} must have fields of at most {1} bytes, but one is longer ({2}). {3}"),
    ROW_TOO_LONG(
            "{0} must have rows of at most {1} bytes, but one is longer ({2}). Check the line ends, or raise maximumRowBytes."),
    RAGGED_ROW(
            "{0} must have {1} fields in every row, but {2} has {3}. Correct the row, or let such rows be rejected and counted."),
    TOO_MANY_REJECTED(
            "{0} must have at most {1} of its rows rejected, but {2} of {3} do not have {4} fields (first: {5}). Check the delimiter and the quotes."),
    HEADER_MISSING("{0} must begin with a header row, but is empty. Give at least the column names."),
    HEADER_EMPTY("{0} must name every column, but these have no name: {1} (header: {2}). Give each column a name."),
    HEADER_DUPLICATE("{0} must name each column once, but the header repeats {1}. Rename the columns."),
    TOO_MANY_COLUMNS(
            "{0} must have at most {1} columns, but has more ({2}). Check the delimiter, or raise maximumColumns."),
    QUOTE_UNCLOSED(
            "{0} has a quote that is never closed; it opens in {1}. Close it, or double a quote that is part of the text."),
    QUOTE_MISPLACED(
            "{0} must have a delimiter or a line end after a closing quote, but has more text ({1}). Double a quote that is part of the text."),
    COLUMN_UNKNOWN("{0} names column '{1}', which the table does not have. {2}"),
    REFERENCE_MISSING(
            "{0} refers to table {1}, which was not read. Hand it in with RuleSet.withTables, or with the command line put the file beside the rules."),
    REFERENCE_TOO_LARGE(
            "{0} must have at most {1} different keys and {2} MiB of text in them to be referred to, but has more. Use a database for it."),
    EXPRESSION("{0} cannot be understood: {1} (at character {2}: {3}). {4}"),
    PATTERN("{0} is not a pattern: {1}. Patterns are RE2: no look-around, no back-references."),
    RULE_INVALID("{0} must be {1}, but was {2}. {3}"),
    RULE_FIELD_UNKNOWN("{0} is not a field of a rule file. {1}"),
    RULE_ID_REPEATED("{0} must be unique, but {1} is used twice. Give each rule its own id."),
    NOT_YAML("{0} is not YAML as rules are written in: {1} (line {2}, character {3}). {4}"),
    NOT_JSON("{0} is not JSON: {1} (line {2}, character {3}). Correct the text there."),
    TABLE_EMPTY(
            "{0} has a header and no rows: 0/0 is not applicable, so there is no score. Profile a table with at least one row."),
    NOTHING_MEASURED(
            "{0} has no measured dimension: no rule that counts could be evaluated. Give rules for at least one dimension with a weight."),
    TOO_MANY_GROUPS(
            "{0} must have at most {1} {2}, but has more. Allow more where memory is there, or name fewer columns."),
    WEIGHT_INVALID("{0} must be {1}, but was {2}. {3}"),
    CANCELLED("{0} was cancelled before the table had been read to its end. Run it again."),
    STATE_INVALID(
            "{0} is not a stored state: {1}. The bytes are damaged or of another kind: make the state again from the data.");

    private final String pattern;

    QualityError(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
