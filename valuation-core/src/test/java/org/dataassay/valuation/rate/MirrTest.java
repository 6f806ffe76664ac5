package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.rate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MirrTest {

    private static double mirr(double finance, double reinvestment, double... amounts) {
        var facts = new ModifiedFlows(
                Arrays.stream(amounts).mapToObj(Terms::cny).toList(), rate(finance), rate(reinvestment));
        var found = Mirr.standard().evaluate(facts, CONTEXT);
        assertThat(found.unit()).isEqualTo(Unit.RATE);
        return found.value();
    }

    @Test
    void published_case() {
        var published = PublishedCase.of("rate.mirr", "mirr-excel");
        var amounts = published.inputs("cashFlows").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertThat(mirr(published.input("financeRate"), published.input("reinvestRate"), amounts))
                .isCloseTo(
                        published.expected().get("mirr").asDouble(),
                        within(published.tolerance().asDouble()));
        double swapped = mirr(published.input("reinvestRate"), published.input("financeRate"), amounts);
        assertThat(swapped).as("finance rate first").isLessThan(0.12);
    }

    @Test
    void without_payment_or_receipt_there_is_none() {
        assertThatThrownBy(() -> mirr(0.1, 0.1, 5, 6))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Give what was paid as a negative flow.");
        assertThatThrownBy(() -> mirr(0.1, 0.1, -5, 0)).hasMessageContaining("the rate is -100 %");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Financed and reinvested at its own internal rate, a stream returns just that. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void at_the_internal_rate_it_is_the_internal_rate(long seed) {
        var random = new SplittableRandom(seed);
        var amounts =
                random.doubles(random.nextInt(2, 9), 1, 100).map(Math::rint).toArray();
        amounts[0] = -Math.rint(random.nextDouble(50, 200));
        double r = Irr.standard()
                .evaluate(
                        new PeriodicFlows(
                                Arrays.stream(amounts).mapToObj(Terms::cny).toList()),
                        CONTEXT)
                .rate()
                .orElseThrow();
        if (r >= 1 || r < -0.9) return;
        assertThat(mirr(r, r, amounts)).isCloseTo(r, within(1e-12));
        assertThat(mirr(0.05, 0.08, amounts))
                .as("dearer reinvestment")
                .isGreaterThanOrEqualTo(mirr(0.05, 0.06, amounts));
    }
}
