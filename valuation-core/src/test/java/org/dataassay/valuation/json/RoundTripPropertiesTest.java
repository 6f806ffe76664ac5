package org.dataassay.valuation.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripPropertiesTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_record_reads_back_equal_and_writes_the_same_bytes_again(long seed) {
        var value = Samples.everything(new SplittableRandom(seed));

        var text = AssayJson.writeRecord(value);
        var read = AssayJson.read("sample", text, Samples.Everything.class);

        assertThat(read).isEqualTo(value);
        assertThat(AssayJson.writeRecord(read)).isEqualTo(text);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void the_context_reads_back_equal() {
        var context = Samples.context().withSeed(Long.MIN_VALUE);

        assertThat(AssayJson.read("context", AssayJson.writeRecord(context), context.getClass()))
                .isEqualTo(context);
    }

    @Test
    void the_premise_is_that_of_the_basis_where_none_is_given() {
        var text = """
                {"valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "investment-value"}""";

        var context = AssayJson.read("context", text, org.dataassay.valuation.context.ValuationContext.class);

        assertThat(context.premise()).isEqualTo(org.dataassay.valuation.context.PremiseOfValue.CURRENT_USE);
    }
}
