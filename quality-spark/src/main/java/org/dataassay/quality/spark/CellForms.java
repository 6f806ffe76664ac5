package org.dataassay.quality.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimeType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.dataassay.quality.source.TypedRow;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;

/**
 * How the cells of a data set become texts: what Spark hands out is chosen so that neither the session's time zone nor its settings for dates show in it.
 *
 * <p>Texts come as their bytes, days and moments as numbers since 1970-01-01, and become the texts that the same values of a database have.
 */
final class CellForms implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long MICROS = 1_000_000;

    private final Form[] forms;

    private enum Form {
        TEXT,
        DAY,
        MOMENT,
        VALUE
    }

    private CellForms(Form[] forms) {
        this.forms = forms;
    }

    /**
     * The forms of the columns of a data set.
     *
     * @throws InvalidInputException naming every column of a type without texts
     */
    static CellForms of(String table, Dataset<Row> rows) {
        var check = new Check();
        var fields = rows.schema().fields();
        if (fields.length == 0) check.add(Problem.of(SparkError.NO_COLUMNS, table));
        var forms = new Form[fields.length];
        for (int i = 0; i < forms.length; i++) {
            var form = form(fields[i].dataType());
            if (form.isEmpty()) {
                check.add(Problem.of(
                        SparkError.COLUMN_TYPE,
                        table,
                        fields[i].name(),
                        fields[i].dataType().simpleString()));
            }
            forms[i] = form.orElse(Form.VALUE);
        }
        check.done();
        return new CellForms(forms);
    }

    /** Nothing for a type whose values are no cells. */
    private static Optional<Form> form(DataType type) {
        if (type instanceof StringType || type instanceof NullType) return Optional.of(Form.TEXT);
        if (type instanceof DateType) return Optional.of(Form.DAY);
        if (type instanceof TimestampType) return Optional.of(Form.MOMENT);
        boolean simple = type instanceof NumericType
                || type instanceof BooleanType
                || type instanceof BinaryType
                || type instanceof TimestampNTZType
                || type instanceof TimeType;
        return simple ? Optional.of(Form.VALUE) : Optional.empty();
    }

    /** The data set in the form that {@link #fill} reads. */
    Dataset<Row> apply(Dataset<Row> rows) {
        var names = new String[forms.length]; // two columns may have one name, and a name may have dots in it
        Arrays.setAll(names, i -> "c" + i);
        var columns = new Column[forms.length];
        for (int i = 0; i < columns.length; i++) {
            var column = functions.col(names[i]);
            columns[i] = switch (forms[i]) {
                case TEXT -> column.cast(DataTypes.BinaryType);
                case DAY -> functions.unix_date(column);
                case MOMENT -> functions.unix_micros(column);
                case VALUE -> column;
            };
        }
        return rows.toDF(names).select(columns);
    }

    /** Adds the cells of a row; −1, or the place of a text that is not UTF-8. */
    int fill(Row from, TypedRow to) {
        for (int i = 0; i < forms.length; i++) {
            if (from.isNullAt(i)) {
                to.value(null);
                continue;
            }
            switch (forms[i]) {
                case TEXT -> {
                    var text = (byte[]) from.get(i);
                    if (!isUtf8(text)) return i;
                    to.text(text);
                }
                case DAY -> to.value(LocalDate.ofEpochDay(from.getInt(i)));
                case MOMENT -> to.value(moment(from.getLong(i)));
                case VALUE -> {
                    if (!to.value(from.get(i))) throw new IllegalStateException("no text for column " + i);
                }
            }
        }
        return -1;
    }

    private static Instant moment(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    private static boolean isUtf8(byte[] text) {
        for (byte b : text) {
            if (b < 0)
                return Arrays.equals(text, new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }
}
