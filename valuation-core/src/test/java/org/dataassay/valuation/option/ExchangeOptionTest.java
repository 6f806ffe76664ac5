package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.option.OptionCases.asset;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeOptionTest {

    private static final BigDecimal THREE = new BigDecimal(3);

    private static double price(UnderlyingAsset received, UnderlyingAsset givenUp, double correlation, double years) {
        return ExchangeOption.standard()
                .evaluate(new ExchangeFacts(received, givenUp, number(correlation), number(years)), CONTEXT)
                .value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"margrabe-01", "margrabe-07", "margrabe-13", "margrabe-19"})
    void published_prices(String id) {
        var printed = PublishedCase.of("option.exchange", id);
        double found = price(
                asset(printed.input("Q1") * printed.input("S1"), printed.input("sigma1"), printed.input("q1")),
                asset(printed.input("Q2") * printed.input("S2"), printed.input("sigma2"), printed.input("q2")),
                printed.input("rho"),
                printed.input("T"));
        assertThat(found)
                .isCloseTo(
                        printed.expected().required("price").asDouble(),
                        within(printed.tolerance().asDouble()));
        assertThat(found)
                .isCloseTo(
                        printed.root().required("recomputed").required("price").asDouble(), within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_asset_that_does_not_move_and_yields_the_rate_is_a_strike(long seed) {
        var random = new SplittableRandom(seed);
        var call = OptionCases.any(random, OptionType.CALL);
        var put = call.withContract(call.contract().withType(OptionType.PUT));
        var strike = new UnderlyingAsset(
                call.contract().strike(),
                number(0),
                number(call.riskFreeRate().value().decimal()));
        double years = call.contract().years().value();
        double correlation = random.nextDouble(-1, 1);
        double scale = 1e-12 * 400;
        assertThat(price(call.underlying(), strike, correlation, years))
                .isCloseTo(OptionCases.price(call, CONTEXT), within(scale));
        assertThat(price(strike, call.underlying(), correlation, years))
                .isCloseTo(OptionCases.price(put, CONTEXT), within(scale));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void both_ways_differ_by_the_legs(long seed) {
        var random = new SplittableRandom(seed);
        var one = OptionCases.any(random, OptionType.CALL).underlying();
        var other = OptionCases.any(random, OptionType.CALL).underlying();
        double rho = random.nextDouble(-1, 1);
        double years = random.nextDouble(0, 5);
        double forward = price(one, other, rho, years);
        double back = price(other, one, rho, years);
        double legs =
                one.value().value().toDouble() * StrictMath.exp(-one.yield().value() * years)
                        - other.value().value().toDouble()
                                * StrictMath.exp(-other.yield().value() * years);
        assertThat(forward - back).isCloseTo(legs, within(1e-11));
        assertThat(forward).isGreaterThanOrEqualTo(Math.max(legs, 0) - 1e-12);
        assertThat(price(one, other, Math.max(rho - 0.1, -1), years))
                .as("less together, worth more")
                .isGreaterThanOrEqualTo(forward - 1e-12);
        assertThat(price(
                        one.withValue(one.value().map(v -> v.times(THREE))),
                        other.withValue(other.value().map(v -> v.times(THREE))),
                        rho,
                        years))
                .as("homogeneous")
                .isCloseTo(3 * forward, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.3, 0.2, 0.5", "3, 0.3, 0.3, 1", "3, 0, 0, 0"})
    void limits_are_closed(double years, double first, double second, double rho) {
        assertThat(price(asset(120, first, 0), asset(100, second, 0), rho, years))
                .isCloseTo(20, within(1e-13));
        assertThat(price(asset(90, first, 0), asset(100, second, 0), rho, years))
                .isZero();
    }

    @Test
    void all_that_is_broken_is_told_together() {
        assertThatThrownBy(() -> new ExchangeFacts(asset(1, 0.1, 0), asset(0, 0.1, 0), number(1.2), number(-1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "givenUp.value must be above 0, but was CNY 0.00. Give the value of what is given up; what costs nothing needs no option.\n"
                                + "correlation must be in [-1, 1], but was 1.2. Give the correlation of the logarithms of both values.\n"
                                + "years must be in [0, 100], but was -1. Give the years until the exchange can be made.");
    }
}
