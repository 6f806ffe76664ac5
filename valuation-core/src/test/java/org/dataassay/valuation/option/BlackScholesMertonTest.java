package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.option.OptionCases.facts;
import static org.dataassay.valuation.option.OptionCases.price;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Compounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlackScholesMertonTest {

    private static final BlackScholesMerton METHOD = BlackScholesMerton.standard();

    @Test
    void value_and_greeks_follow_the_closed_form() {
        double s = 430;
        double k = 405;
        double r = 0.07;
        double q = 0.05;
        double t = 0.75;
        double sigma = 0.2;
        double root = sigma * Math.sqrt(t);
        double d1 = (StrictMath.log(s / k) + (r - q + sigma * sigma / 2) * t) / root;
        double d2 = d1 - root;
        double density = StrictMath.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
        double carry = StrictMath.exp(-q * t);
        double discount = StrictMath.exp(-r * t);
        double up = Elementary.normalCdf(d1);
        double down = Elementary.normalCdf(d2);

        var call = METHOD.evaluate(facts(OptionType.CALL, s, k, r, q, t, sigma), CONTEXT);
        assertThat(call.value()).isCloseTo(s * carry * up - k * discount * down, within(1e-12));
        assertThat(call.worksheet().unit(call.worksheet().result())).isEqualTo(Unit.MONEY);
        var greeks = call.greeks();
        assertThat(greeks.delta()).isCloseTo(carry * up, within(1e-14));
        assertThat(greeks.gamma()).isCloseTo(carry * density / (s * root), within(1e-16));
        assertThat(greeks.vega()).isCloseTo(s * carry * density * Math.sqrt(t), within(1e-11));
        assertThat(greeks.theta())
                .isCloseTo(
                        -s * carry * density * sigma / (2 * Math.sqrt(t))
                                + q * s * carry * up
                                - r * k * discount * down,
                        within(1e-11));
        assertThat(greeks.rho()).isCloseTo(k * t * discount * down, within(1e-11));
        assertThat(greeks.yieldSensitivity()).isCloseTo(-s * t * carry * up, within(1e-11));

        var put = METHOD.evaluate(facts(OptionType.PUT, s, k, r, q, t, sigma), CONTEXT);
        assertThat(put.greeks().delta()).isCloseTo(carry * (up - 1), within(1e-14));
        assertThat(put.greeks().gamma()).isEqualTo(greeks.gamma());
        assertThat(put.greeks().rho()).isCloseTo(-k * t * discount * (1 - down), within(1e-11));
    }

    @Test
    void greeks_are_scaled_as_asked() {
        var facts = facts(OptionType.CALL, 100, 90, 0.03, 0.01, 2, 0.3);
        var plain = METHOD.evaluate(facts, CONTEXT).greeks();
        var scaled = new BlackScholesMerton(BlackScholesMerton.Options.STANDARD
                        .withThetaPer(BlackScholesMerton.ThetaPer.DAY)
                        .withVegaPer(BlackScholesMerton.SensitivityPer.HUNDREDTH)
                        .withRhoPer(BlackScholesMerton.SensitivityPer.HUNDREDTH))
                .evaluate(facts, CONTEXT);
        assertThat(scaled.greeks())
                .isEqualTo(new Greeks(
                        plain.delta(),
                        plain.gamma(),
                        plain.vega() / 100,
                        plain.theta() / 365,
                        plain.rho() / 100,
                        plain.yieldSensitivity()));
        assertThat(scaled.notes())
                .anyMatch(note ->
                        note.code().equals("greek-scaling") && note.text().equals("theta 1/365, vega 0.01, rho 0.01"));
    }

    @Test
    void a_shared_assumption_has_its_greek() {
        var facts = facts(OptionType.CALL, 100, 90, 0.03, 0.01, 2, 0.3);
        var shared = facts.withUnderlying(
                facts.underlying().withVolatility(number(0.3).sharedAs("volatility of data")));
        assertThat(METHOD.evaluate(shared, CONTEXT).greeks())
                .isEqualTo(METHOD.evaluate(facts, CONTEXT).greeks());
    }

    @ParameterizedTest
    @EnumSource(Compounding.class)
    void the_compounding_of_the_rate_changes_nothing_but_rho(Compounding compounding) {
        var facts = facts(OptionType.CALL, 100, 95, 0.06, 0.02, 1.5, 0.25);
        var other = facts.withRiskFreeRate(facts.riskFreeRate().map(r -> r.convertedTo(compounding)));
        assertThat(price(other, CONTEXT)).isCloseTo(price(facts, CONTEXT), within(1e-13 * 100));
        int times = compounding == Compounding.CONTINUOUS ? 0 : new int[] {1, 2, 4, 12, 0}[compounding.ordinal()];
        double rate = other.riskFreeRate().value().decimal();
        double chain = times == 0 ? 1 : 1 / (1 + rate / times);
        assertThat(METHOD.evaluate(other, CONTEXT).greeks().rho())
                .isCloseTo(METHOD.evaluate(facts, CONTEXT).greeks().rho() * chain, within(1e-11));
    }

    /** Nothing uncertain, no time, no value: the limit to the last bit, and derivatives without NaN. */
    @ParameterizedTest
    @CsvSource({
        "120, 0, 0.4",
        "120, 1, 0",
        "120, 0, 0",
        "80, 0, 0.4",
        "80, 1, 0",
        "100, 0, 0",
        "100, 0, 0.4",
        "0, 1, 0.4",
        "0, 0, 0",
        "0, 100, 10",
        "120, 1e-40, 0.4",
        "80, 1, 1e-40",
        "100.000001, 1, 1e-20"
    })
    void limits_are_closed(double s, double t, double sigma) {
        for (double rate : new double[] {0, 0.05}) {
            double difference = s * StrictMath.exp(-0.02 * t) - 100 * StrictMath.exp(-rate * t);
            var call = METHOD.evaluate(facts(OptionType.CALL, s, 100, rate, 0.02, t, sigma), CONTEXT);
            assertThat(call.value()).isCloseTo(Math.max(difference, 0), within(2e-14));
            var put = METHOD.evaluate(facts(OptionType.PUT, s, 100, rate, 0.02, t, sigma), CONTEXT);
            assertThat(put.value()).isCloseTo(Math.max(-difference, 0), within(2e-14));
            assertThat(call.greeks().gamma()).isZero();
            assertThat(call.greeks().vega()).isZero();
            assertThat(put.greeks().delta()).isBetween(-1.0, 0.0);
        }
    }

    @Test
    void at_the_strike_without_time_there_is_nothing() {
        assertThat(price(facts(OptionType.CALL, 100, 100, 0.05, 0.02, 0, 0.3), CONTEXT))
                .isZero();
        assertThat(price(facts(OptionType.PUT, 100, 100, 0, 0, 5, 0), CONTEXT)).isZero();
    }

    @Test
    void far_tails_keep_their_digits() {
        double byFiftyDigits = 1.9483781523836498e-90; // d₁ = −19.997
        assertThat(price(facts(OptionType.CALL, 13.47, 100, 0, 0, 1, 0.1), CONTEXT))
                .isCloseTo(byFiftyDigits, within(1e-11 * byFiftyDigits));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parity_bounds_and_monotony(long seed) {
        var random = new SplittableRandom(seed);
        var call = OptionCases.any(random, OptionType.CALL);
        var put = call.withContract(call.contract().withType(OptionType.PUT));
        double s = call.underlying().value().value().toDouble();
        double k = call.contract().strike().value().toDouble();
        double t = call.contract().years().value();
        double got = s * StrictMath.exp(-call.underlying().yield().value() * t);
        double paid = k * StrictMath.exp(-call.riskFreeRate().value().decimal() * t);
        double c = price(call, CONTEXT);
        double p = price(put, CONTEXT);
        double scale = 1e-14 * (got + paid);
        assertThat(c - p).as("parity").isCloseTo(got - paid, within(4 * scale));
        assertThat(c).as("bounds of a call").isBetween(Math.max(got - paid, 0) - scale, got + scale);
        assertThat(p).as("bounds of a put").isBetween(Math.max(paid - got, 0) - scale, paid + scale);

        for (var facts : List.of(call, put)) {
            double sign = facts == call ? 1 : -1;
            double value = price(facts, CONTEXT);
            var asset = facts.underlying();
            var contract = facts.contract();
            double raised = price(facts.withUnderlying(asset.withValue(cny(s + 1))), CONTEXT);
            assertThat(sign * (raised - value)).as("by the underlying").isGreaterThanOrEqualTo(-scale);
            double dearer = price(facts.withContract(contract.withStrike(cny(k + 1))), CONTEXT);
            assertThat(sign * (value - dearer)).as("by the strike").isGreaterThanOrEqualTo(-scale);
            double wilder = price(
                    facts.withUnderlying(
                            asset.withVolatility(number(asset.volatility().value() + 0.1))),
                    CONTEXT);
            assertThat(wilder).as("by volatility").isGreaterThanOrEqualTo(value - scale);
            double leaking = price(
                    facts.withUnderlying(asset.withYield(number(asset.yield().value() + 0.01))), CONTEXT);
            assertThat(sign * (value - leaking)).as("by the yield").isGreaterThanOrEqualTo(-scale);
            double doubled = price(
                    facts.withUnderlying(asset.withValue(cny(2 * s))).withContract(contract.withStrike(cny(2 * k))),
                    CONTEXT);
            assertThat(doubled).as("homogeneous").isCloseTo(2 * value, within(2 * scale));
        }
    }

    @Test
    void all_that_is_broken_is_told_together() {
        assertThatThrownBy(() -> new UnderlyingAsset(cny(-1), number(-0.2), number(2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "value must be at least 0, but was CNY -1.00. Give the present value of the flows that the option is on.\n"
                                + "volatility must be in [0, 10], but was -0.2. Give a decimal per square root of a year: 40 % is 0.4.\n"
                                + "yield must be in [-1, 1], but was 2. Give a decimal per year: 5 % is 0.05.");
        assertThatThrownBy(() -> new OptionContract(OptionType.PUT, cny(0), number(Double.NaN)))
                .hasMessage("strike must be above 0, but was CNY 0.00. Give what is paid or received on exercise.\n"
                        + "years must be in [0, 100], but was NaN. Give the years until the right ends.");
    }

    @Test
    void a_rate_that_is_not_continuous_shows_its_force() {
        var facts = facts(OptionType.CALL, 100, 95, 0.06, 0.02, 1.5, 0.25).withRiskFreeRate(rate(0.05));
        var worksheet = METHOD.evaluate(facts, CONTEXT).worksheet();
        assertThat(worksheet.value("riskFreeForce")).isCloseTo(StrictMath.log(1.05), within(1e-16));
    }
}
