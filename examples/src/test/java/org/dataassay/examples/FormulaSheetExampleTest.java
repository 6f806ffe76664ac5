package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.sheet.Simulation;
import org.junit.jupiter.api.Test;

class FormulaSheetExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> FormulaSheetExample.print(FormulaSheetExample.write(), out)))
                .isEqualTo(Printed.expected(FormulaSheetExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double value = 240_000 / 1.1 + 300_000 / 1.21 + 360_000 / 1.331; // 736 589.03
        double byRate = -(1 * 240_000 / 1.21 + 2 * 300_000 / 1.331 + 3 * 360_000 / 1.4641); // -1 386 790.52

        var sheet = FormulaSheetExample.write();
        var slopes = sheet.derivatives();
        assertThat(sheet.value()).isCloseTo(value, within(1e-6));
        assertThat(slopes.by("fee")).isCloseTo(value / 12_000, within(1e-9));
        assertThat(slopes.by("margin")).isCloseTo(value / 0.5, within(1e-6));
        assertThat(slopes.by("discountRate")).isCloseTo(byRate, within(1e-5));
    }

    /** A factor of mean 1 times a margin of mean 0.5 leaves the mean where the value is; one in a thousand seeds would fail. */
    @Test
    void the_mean_lies_by_the_value() {
        var sheet = FormulaSheetExample.write();
        var spread = sheet.simulate(Simulation.of(20_251_231)).of("value");
        assertThat(spread.mean()).isCloseTo(sheet.value(), within(3.3 * spread.standardError()));
    }
}
