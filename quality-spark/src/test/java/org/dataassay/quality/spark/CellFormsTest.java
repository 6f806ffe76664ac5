package org.dataassay.quality.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.source.ParquetSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormsTest {

    @TempDir
    private Path folder;

    private static QualityProfile profile(String query) {
        return SparkProfiler.profile(
                "t", LocalSpark.SESSION.sql(query), ProfileOptions.standard(), PlantedTable.CONTEXT);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'中文 text'|中文 text",
                "cast(-128 as tinyint)|-128",
                "cast(32767 as smallint)|32767",
                "cast(9223372036854775807 as bigint)|9223372036854775807",
                "cast(1.50 as decimal(10,2))|1.50",
                "cast(12345678901234567890123456789012345678 as decimal(38,0))|12345678901234567890123456789012345678",
                "cast(0.1 as double)|0.1",
                "cast(1e21 as double)|1000000000000000000000",
                "cast(0.1 as float)|0.1",
                "true|true",
                "date'2024-02-29'|2024-02-29",
                "date'1582-10-04'|1582-10-04",
                "date'0001-01-01'|0001-01-01",
                "timestamp'2024-06-30 08:00:00'|2024-06-30T00:00:00Z",
                "timestamp'2024-06-30 08:00:00.123456'|2024-06-30T00:00:00.123456Z",
                "timestamp'1900-01-01 00:00:00+00:00'|1900-01-01T00:00:00Z",
                "timestamp_ntz'2024-06-30 08:00:00.5'|2024-06-30T08:00:00.5",
                "x'00ff'|00ff"
            })
    void a_value_has_one_text_whatever_the_session(String expression, String text) {
        var found = profile("select " + expression + " as v").columns().get(0);
        assertThat(found.frequent())
                .singleElement()
                .satisfies(value -> assertThat(value.value()).isEqualTo(text));
    }

    @Test
    void a_column_of_nothing_but_nulls_has_empty_cells() {
        assertThat(profile("select null as v").columns().get(0).empty()).isEqualTo(1);
    }

    /** The other reader of Parquet is another program. It sees an instant where the file says so, which Spark's old form of moments, INT96, does not. */
    @Test
    void typed_parquet_has_the_texts_that_one_machine_reads() {
        var path = folder.resolve("typed").toString();
        LocalSpark.SESSION.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        LocalSpark.SESSION
                .sql(
                        "select id, cast(id % 7 as int) as small, cast(id / 8 as double) as fraction, cast(id / 10 as float) as single, "
                                + "cast(id / 4 as decimal(12,3)) as money, date_add(date'1999-12-25', cast(id as int)) as day, "
                                + "timestamp_micros(id * 1234567890123) as moment, "
                                + "cast(timestamp_micros(id * 987654321098) as timestamp_ntz) as local, id % 3 = 0 as flag, "
                                + "if(id % 5 = 0, null, concat('词', id)) as word, cast(cast(id as string) as binary) as raw "
                                + "from range(0, 1000, 1, 1)")
                .write()
                .options(Map.of("compression", "snappy"))
                .parquet(path);
        var data = LocalSpark.SESSION.read().parquet(path);
        var found = SparkProfiler.profile("t", data, ProfileOptions.standard(), PlantedTable.CONTEXT);
        try (var table = ParquetSource.open(Path.of(java.net.URI.create(data.inputFiles()[0])))) {
            Likeness.assertSame(found, QualityProfiler.standard().evaluate(table, PlantedTable.CONTEXT));
        }
    }
}
