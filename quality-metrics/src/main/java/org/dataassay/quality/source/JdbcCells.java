package org.dataassay.quality.source;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one column of a query, by its type, to their canonical texts. */
final class JdbcCells {

    private final int index;
    private final Kind kind;
    private final int maximumBytes;

    private enum Kind {
        OBJECT,
        DATE,
        TIME,
        TIMESTAMP,
        INSTANT,
        BYTES,
        BLOB,
        CLOB,
        TEXT
    }

    private JdbcCells(int index, Kind kind, int maximumBytes) {
        this.index = index;
        this.kind = kind;
        this.maximumBytes = maximumBytes;
    }

    static JdbcCells of(ResultSetMetaData columns, int index, int maximumBytes) throws SQLException {
        var typeName = String.valueOf(columns.getColumnTypeName(index)).toLowerCase(Locale.ROOT);
        return new JdbcCells(index, kind(columns.getColumnType(index), typeName), maximumBytes);
    }

    private static Kind kind(int type, String typeName) {
        boolean zoned = typeName.endsWith("tz") || typeName.contains("with time zone");
        return switch (type) {
            case Types.BIT,
                    Types.BOOLEAN,
                    Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.NUMERIC,
                    Types.DECIMAL -> Kind.OBJECT;
            case Types.FLOAT, Types.DOUBLE -> isNumber(typeName) ? Kind.OBJECT : Kind.TEXT;
            case Types.DATE -> Kind.DATE;
            case Types.TIME -> zoned ? Kind.TEXT : Kind.TIME;
            case Types.TIMESTAMP -> zoned ? Kind.INSTANT : Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.INSTANT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Kind.BYTES;
            case Types.BLOB -> Kind.BLOB;
            case Types.CLOB, Types.NCLOB -> Kind.CLOB;
            default -> Kind.TEXT;
        };
    }

    /** Drivers call by the name of a double what is none: amounts of money, integers of 128 bits. */
    private static boolean isNumber(String typeName) {
        return !typeName.contains("money") && !typeName.contains("hugeint");
    }

    /** The text of the cell; empty for null. */
    String read(ResultSet row) throws SQLException {
        return switch (kind) {
            case OBJECT -> text(row, row.getObject(index));
            case DATE -> typed(row, LocalDate.class);
            case TIME -> typed(row, LocalTime.class);
            case TIMESTAMP -> typed(row, LocalDateTime.class);
            case INSTANT -> typed(row, OffsetDateTime.class);
            case BYTES -> text(row, row.getBytes(index));
            case BLOB -> blob(row);
            case CLOB -> clob(row);
            case TEXT -> string(row);
        };
    }

    private String typed(ResultSet row, Class<?> type) throws SQLException {
        if (row.getObject(index) == null) return "";
        return text(row, row.getObject(index, type));
    }

    private String text(ResultSet row, @Nullable Object value) throws SQLException {
        var text = CellText.of(value);
        return text.isPresent() ? text.get() : string(row);
    }

    private String string(ResultSet row) throws SQLException {
        var text = row.getString(index);
        return text == null ? "" : text;
    }

    private String blob(ResultSet row) throws SQLException {
        var blob = row.getBlob(index);
        if (blob == null) return "";
        return text(row, blob.getBytes(1, (int) Math.min(blob.length(), maximumBytes)));
    }

    private String clob(ResultSet row) throws SQLException {
        var clob = row.getClob(index);
        return clob == null ? "" : clob.getSubString(1, (int) Math.min(clob.length(), maximumBytes + 1L));
    }
}
