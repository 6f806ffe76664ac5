package org.dataassay.valuation.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.05",
        "-0.0, 0",
        "1200000, 1200000",
        "2.0E23, 200000000000000000000000",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 5E-324",
        "2.0E-3, 0.002",
        "9007199254740993, 9007199254740992",
        "1.0E300, 1E+300",
        "0.1, 0.1",
        "2.98023223876953125E-8, 2.9802322387695312E-8",
    })
    void the_shortest_decimal_whatever_the_java_version(double value, String text) {
        assertThat(Plain.of(value)).isEqualTo(text);
    }

    @Test
    void it_reads_back_to_the_same_double() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value) || value == 0) continue;
            assertThat(Plain.decimal(value).doubleValue()).isEqualTo(value);
            assertThat(Double.parseDouble(Plain.of(value))).isEqualTo(value);
            assertThat(Plain.decimal(value).precision()).isLessThanOrEqualTo(17);
        }
    }

    /** The digest of many texts, the same on every JVM. */
    @Test
    void ten_thousand_numbers_have_the_same_text_everywhere() {
        var random = new SplittableRandom(2);
        int digest = 0;
        for (int i = 0; i < 10_000; i++) {
            double value = i % 2 == 0 ? random.nextDouble() * 1e6 : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) digest = 31 * digest + Plain.of(value).hashCode();
        }
        assertThat(digest).isEqualTo(-612288493);
    }
}
