package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.life.FittedCurve;
import org.junit.jupiter.api.Test;

class DecayFitExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    var fit = DecayFitExample.fit();
                    DecayFitExample.print(fit, out);
                    DecayFitExample.print(DecayFitExample.project(fit), out);
                }))
                .isEqualTo(Printed.expected(DecayFitExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        var fit = DecayFitExample.fit();
        // (4+2)·1 + (7+3)·2 + (6+5)·3 + (3+4)·4 + 6·5
        assertThat(fit.exposureYears()).isEqualTo(117);
        var rate = fit.curve(FittedCurve.Kind.EXPONENTIAL)
                .orElseThrow()
                .parameters()
                .get(0);
        assertThat(rate.estimate()).isCloseTo(20.0 / 117, within(1e-15));
        assertThat(rate.standardError()).isCloseTo(Math.sqrt(20) / 117, within(1e-15));
        assertThat(fit.kaplanMeier().steps().get(1).survival()).isCloseTo(36.0 / 40 * 27 / 34, within(1e-15));
        var weibull = fit.best();
        assertThat(weibull.curve()).isEqualTo(FittedCurve.Kind.WEIBULL);
        double scale = weibull.parameters().get(0).estimate();
        double shape = weibull.parameters().get(1).estimate();
        double sum = 0;
        for (int t = 1; t <= 30; t++) sum += StrictMath.exp(-StrictMath.pow((t - 0.5) / scale, shape));
        assertThat(DecayFitExample.project(fit).value()).isCloseTo(sum, within(1e-9));
    }
}
