package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @Test
    void reads_what_java_writes() {
        var random = new SplittableRandom(1);
        long first = Instant.parse("1901-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("2199-12-30T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 100_000; i++) {
            long millis = random.nextLong(first, last);
            var offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-12 * 60, 14 * 60));
            var text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), offset));
            if (text.charAt(16) != ':') continue; // seconds of zero are left out
            assertThat(EventTime.parse(text).millis()).as(text).isEqualTo(millis);
        }
        assertThat(EventTime.parse(EventTime.parse("2024-02-29T23:59:59.5Z").toString())
                        .millis())
                .isEqualTo(1_709_251_199_500L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-20",
                "2026-03-20T00:00:00",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-03-20T24:00:00Z",
                "2026-03-20T00:00:60Z",
                "2026-03-20T00:00:00.Z",
                "2026-03-20T00:00:00+0800",
                "2026-03-20T00:00:00+19:00",
                "1899-12-31T00:00:00Z",
                "2026-03-20T00:00:00ZZ",
                "+026-03-20T00:00:00Z",
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> EventTime.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no moment with an offset. Write it as 2026-01-31T23:59:59+08:00.");
    }
}
