package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The bits of values, derivatives and simulations, as hashes: whichever Java runs this must find the same. A hash changes only with a formula's arithmetic or
 * the drawing of random numbers, which is a change of results that users must read about.
 */
class SheetGoldenTest {

    private static final String VALUES = "e582e0f7d2f529995aee66c7146164eb8efed0a3e745cfe53e949d2702890c36";
    private static final String SIMULATIONS = "74153668e3696ee09e2c3773a14b6ce7ec580219b466b0f79adc3e3d13d86ba8";

    @Test
    void values_and_derivatives_have_the_same_bits_everywhere() throws Exception {
        var text = new StringBuilder();
        LongStream.range(0, 50).mapToObj(RandomSheets::any).forEach(worksheet -> {
            for (var name : worksheet.names())
                worksheet
                        .values(name)
                        .forEach(value -> text.append(Double.toHexString(value)).append(' '));
            for (var partial : worksheet.derivatives().partials())
                text.append(Double.toHexString(partial.derivative())).append(' ');
            text.append(worksheet.digest()).append('\n');
        });
        assertThat(sha(text)).isEqualTo(VALUES);
    }

    @Test
    void simulations_have_the_same_bits_everywhere() throws Exception {
        var text = new StringBuilder();
        for (long seed = 0; seed < 8; seed++) {
            for (var sampling : Sampling.values()) {
                var worksheet = RandomSheets.any(seed);
                var spread = worksheet
                        .simulate(Simulation.of(seed).withDraws(4096).withSampling(sampling))
                        .of(worksheet.result());
                for (double number : new double[] {
                    spread.mean(), spread.standardDeviation(), spread.standardError(), spread.least(), spread.greatest()
                }) text.append(Double.toHexString(number)).append(' ');
                for (var percentile : spread.percentiles())
                    text.append(Double.toHexString(percentile.value()))
                            .append(' ')
                            .append(Double.toHexString(percentile.standardError()))
                            .append('\n');
            }
        }
        assertThat(sha(text)).isEqualTo(SIMULATIONS);
    }

    private static String sha(CharSequence text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
