package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|INTEGER",
                "-7|INTEGER",
                "123456789012345678|INTEGER",
                "1234567890123456789|TEXT",
                "007|TEXT",
                "-0|INTEGER",
                "+5|TEXT",
                "1.|DECIMAL",
                ".5|DECIMAL",
                "0.50|DECIMAL",
                "1e3|DECIMAL",
                "1e309|TEXT",
                "1,234|TEXT",
                "1e|TEXT",
                "-|TEXT",
                ".|TEXT",
                "0x1F|TEXT",
                "NaN|TEXT",
                "2024-02-29|DATE",
                "2023-02-29|TEXT",
                "2024-13-01|TEXT",
                "2024-1-01|TEXT",
                "1990-00-10|TEXT",
                "2024-02-29T23:59|TIMESTAMP",
                "2024-02-29 23:59:59.123|TIMESTAMP",
                "2024-02-29T24:00|TEXT",
                "2024-02-29T10:00Z|TIMESTAMP",
                "2024-02-29T10:00+08:00|TIMESTAMP",
                "2024-02-29T10:00+0800|TIMESTAMP",
                "2024-02-29T10:00+08|TEXT",
                "2024-02-29T10:0|TEXT",
                "true|BOOLEAN",
                "FALSE|BOOLEAN",
                "yes|TEXT",
                "数|TEXT"
            })
    void kinds(String text, ValueKind kind) {
        assertThat(Utf8.of(text).kind()).isEqualTo(kind);
    }

    @Test
    void numbersAreReadAsTheJdkReadsThem() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            var text = switch (random.nextInt(4)) {
                case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
                case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
                case 2 -> String.format(Locale.ROOT, "%." + random.nextInt(25) + "f", random.nextDouble(-1e6, 1e6));
                default ->
                    BigDecimal.valueOf(random.nextLong(), random.nextInt(30)).toPlainString();
            };
            if (text.contains("N") || text.contains("I")) continue;
            assertThat(Utf8.of(text).number().orElseThrow()).as(text).isEqualTo(Double.parseDouble(text) + 0.0);
            assertThat(Utf8.of(text).decimal().orElseThrow()).as(text).isEqualByComparingTo(new BigDecimal(text));
        }
    }

    @Test
    void aHugeNumberCostsNoTime() {
        for (var text : List.of("1e999999999", "1e-999999999", "9".repeat(401), "1e" + "0".repeat(300) + "999")) {
            assertThat(Utf8.of(text).decimal()).as(text.substring(0, 5)).isEmpty();
        }
    }

    @Test
    void daysOfFourHundredYears() {
        for (var day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            assertThat(Utf8.of(day.toString()).epochDay().orElseThrow()).isEqualTo(day.toEpochDay());
        }
    }

    @Test
    void missingValuesAreToldFromValues() {
        var missing = MissingValues.standard().matcher();
        for (var text : List.of("", " ", "\u3000", "\t", "n/a", "N/A", " NULL ", "无", "\u3000无", "Unknown", "-", "?")) {
            assertThat(missing.isMissing(Utf8.of(text))).as("'" + text + "'").isTrue();
        }
        for (var text : List.of("None", "0", "Unknown bird", "-1", "NA", "无锡", "é")) {
            assertThat(missing.isMissing(Utf8.of(text))).as(text).isFalse();
        }
    }
}
