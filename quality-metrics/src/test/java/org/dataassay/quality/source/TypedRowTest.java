package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedRowTest {

    @Test
    void cellsAreTheTextsOfATableThatComesFromADatabase() {
        var row = new TypedRow();
        row.begin(7);
        row.text("中文".getBytes(StandardCharsets.UTF_8));
        assertThat(row.value(new BigDecimal("1.50"))).isTrue();
        assertThat(row.value(null)).isTrue();
        assertThat(row.value(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(row.value(Instant.EPOCH)).isTrue();
        assertThat(row.row().number()).isEqualTo(7);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(i -> row.row().cell(i).toString())
                .containsExactly("中文", "1.50", "", "2024-02-29", "1970-01-01T00:00:00Z");
    }

    @Test
    void aValueWithoutATextIsNoCell() {
        var row = new TypedRow();
        row.begin(1);
        assertThat(row.value(List.of("a"))).isFalse();
        assertThat(row.row().width()).isZero();
        row.text(new byte[0]);
        row.begin(2);
        assertThat(row.row().width()).isZero();
    }
}
