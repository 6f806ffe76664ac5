package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ColumnsSourceTest {

    @Test
    void columnsAreReadRowByRow() {
        var table = TableSource.ofColumns(
                "t", List.of(new Column("a", List.of("1", "2")), Column.of("b", Arrays.asList("x,y", null))));
        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(CsvSourceTest.read(table)).containsExactly(List.of("1", "x,y"), List.of("2", ""));
        assertThat(table.facts()).containsExactly(new SourceFact("format", "memory", SourceFact.Basis.DECLARED));
    }

    @Test
    void theDigestIsThatOfTheCsvFile() {
        var table = TableSource.ofColumns(
                "t",
                List.of(
                        new Column("a", List.of("1", "say \"hi\"", "two\nlines")),
                        new Column("数据", List.of("", "x,y", "z"))));
        while (table.advance()) continue;
        var csv = "a,数据\n1,\n\"say \"\"hi\"\"\",\"x,y\"\n\"two\nlines\",z\n".getBytes(StandardCharsets.UTF_8);
        var file = TextStreamTest.csv(csv);
        assertThat(CsvSourceTest.read(file)).hasSize(3);
        assertThat(table.digest()).isEqualTo(file.digest());
    }

    @Test
    void everyTypeHasOneTextWhateverTheZoneAndTheLocale() {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(Column.of(
                                    "c",
                                    Arrays.asList(
                                            1L,
                                            new BigInteger("123456789012345678901"),
                                            new BigDecimal("1.50"),
                                            new BigDecimal("1E+3"),
                                            new BigDecimal("1E-1000"),
                                            0.1,
                                            1e300,
                                            -0.0,
                                            5e-324,
                                            0.1f,
                                            16777216f,
                                            3.4028235e38f,
                                            Double.NaN,
                                            true,
                                            'x',
                                            LocalDate.of(2024, 2, 29),
                                            LocalDateTime.of(2024, 1, 1, 0, 0),
                                            LocalDateTime.of(2024, 1, 1, 0, 0, 1, 120_000_000),
                                            OffsetDateTime.parse("2024-01-01T00:00:00+08:00"),
                                            Instant.EPOCH,
                                            LocalTime.of(9, 5),
                                            java.sql.Timestamp.valueOf("2024-03-10 02:30:00.5"),
                                            java.sql.Date.valueOf("2024-03-10"),
                                            new byte[] {1, (byte) 0xAB},
                                            LocalDate.MAX,
                                            LocalDate.of(-43, 3, 15)))
                            .texts())
                    .containsExactly(
                            "1",
                            "123456789012345678901",
                            "1.50",
                            "1000",
                            "1E-1000",
                            "0.1",
                            "1E+300",
                            "0",
                            "5E-324",
                            "0.1",
                            "16777216",
                            "340282350000000000000000000000000000000",
                            "NaN",
                            "true",
                            "x",
                            "2024-02-29",
                            "2024-01-01T00:00:00",
                            "2024-01-01T00:00:01.12",
                            "2023-12-31T16:00:00Z",
                            "1970-01-01T00:00:00Z",
                            "09:05:00",
                            "2024-03-10T03:30:00.5",
                            "2024-03-10",
                            "01ab",
                            "infinity",
                            "-0043-03-15");
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void floatingPointNumbersComeBackFromTheirTexts() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            float f = Float.intBitsToFloat(random.nextInt());
            double d = Double.longBitsToDouble(random.nextLong());
            if (Float.isNaN(f) || Double.isNaN(d)) continue;
            assertThat(Float.parseFloat(CellText.of(f).orElseThrow())).isEqualTo(f);
            assertThat(Double.parseDouble(CellText.of(d).orElseThrow())).isEqualTo(d);
        }
    }

    @Test
    void columnsOfOtherLengthsAndTypes() {
        assertThatThrownBy(() -> TableSource.ofColumns(
                        "t", List.of(new Column("a", List.of("1")), new Column("b", List.of("1", "2")))))
                .hasMessage(
                        "t must have 1 values in every column, as 'a' has, but 'b' has 2. Give each column a value for every row.");
        assertThatThrownBy(() -> Column.of("a", List.of(1, new Object())))
                .hasMessage(
                        "a must hold texts, numbers, booleans, dates or times, but has a java.lang.Object (row 2). Turn it into a text first.");
        assertThatThrownBy(() -> TableSource.ofColumns(
                        "t", List.of(new Column("a", List.of("1")), new Column("a", List.of("2")))))
                .hasMessageContaining("the header repeats 'a'");
    }
}
