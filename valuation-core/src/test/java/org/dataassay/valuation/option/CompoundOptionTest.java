package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.option.OptionCases.asset;
import static org.dataassay.valuation.option.OptionCases.continuous;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundOptionTest {

    private static OptionContract contract(OptionType type, double strike, double years) {
        return new OptionContract(type, cny(strike), number(years));
    }

    private static Worksheet worksheet(CompoundFacts facts) {
        return CompoundOption.standard().evaluate(facts, CONTEXT).worksheet();
    }

    private static double price(CompoundFacts facts) {
        return worksheet(facts).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound-01", "compound-07", "compound-13", "compound-19"})
    void published_prices_and_deltas(String id) {
        var printed = PublishedCase.of("option.compound", id);
        var inputs = printed.inputs();
        var facts = new CompoundFacts(
                asset(printed.input("S"), printed.input("sigma"), printed.input("q")),
                contract(
                        type(inputs.required("mother").asText()),
                        printed.input("strikeMother"),
                        printed.input("tMother")),
                contract(
                        type(inputs.required("daughter").asText()),
                        printed.input("strikeDaughter"),
                        printed.input("tDaughter")),
                continuous(printed.input("r")));
        var worksheet = worksheet(facts);
        double delta = worksheet.derivatives().by("underlying");
        for (var origin : new JsonNode[] {printed.expected(), printed.root().required("recomputed")}) {
            double tolerance =
                    origin == printed.expected() ? printed.tolerance().asDouble() : 1e-8;
            assertThat(worksheet.value()).isCloseTo(origin.required("price").asDouble(), within(tolerance));
            assertThat(delta)
                    .as("recomputed by a difference")
                    .isCloseTo(origin.required("delta").asDouble(), within(Math.max(tolerance, 1e-7)));
        }
    }

    private static OptionType type(String name) {
        return name.equals("call") ? OptionType.CALL : OptionType.PUT;
    }

    /** The note of the first case prints vega and theta as well. */
    @Test
    void printed_vega_and_theta() {
        var slopes = worksheet(new CompoundFacts(
                        asset(500, 0.35, 0.03),
                        contract(OptionType.PUT, 50, 0.25),
                        contract(OptionType.CALL, 520, 0.5),
                        continuous(0.08)))
                .derivatives();
        assertThat(slopes.by("volatility")).isCloseTo(-32.1241, within(1e-3));
        assertThat(-slopes.by("first/yearsToExpiry") - slopes.by("second/yearsToExpiry"))
                .isCloseTo(-3.3837, within(1e-3));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    static Stream<Arguments> kinds() {
        return seeds().boxed()
                .flatMap(seed -> Stream.of(OptionType.values())
                        .flatMap(first ->
                                Stream.of(OptionType.values()).map(second -> Arguments.of(seed, first, second))));
    }

    private static CompoundFacts any(long seed, OptionType first, OptionType second) {
        var random = new SplittableRandom(seed);
        double years = random.nextDouble(0.1, 2);
        return new CompoundFacts(
                asset(OptionCases.cents(random, 60, 150), random.nextDouble(0.1, 0.7), random.nextDouble(-0.03, 0.1)),
                contract(first, OptionCases.cents(random, 1, 25), years),
                contract(second, OptionCases.cents(random, 70, 140), years + random.nextDouble(0.1, 3)),
                continuous(random.nextDouble(-0.02, 0.1)));
    }

    /** What the holder of the second option may expect of the first, over all values of the underlying at the first date. */
    @ParameterizedTest(name = "seed {0}, {1} on {2}")
    @MethodSource("kinds")
    void agrees_with_integration_over_the_first_date(long seed, OptionType first, OptionType second) {
        var facts = any(seed, first, second);
        var worksheet = worksheet(facts);
        double s = facts.underlying().value().value().toDouble();
        double sigma = facts.underlying().volatility().value();
        double q = facts.underlying().yield().value();
        double r = facts.riskFreeRate().value().decimal();
        double t = facts.first().years().value();
        double k = facts.first().strike().value().toDouble();
        double spread = sigma * Math.sqrt(t);
        double center = StrictMath.log(s) + (r - q - sigma * sigma / 2) * t;
        double kink = (StrictMath.log(worksheet.value("criticalUnderlying")) - center) / spread;
        double sum = 0;
        for (double[] part :
                new double[][] {{-10, Math.max(-10, Math.min(10, kink))}, {Math.max(-10, Math.min(10, kink)), 10}})
            sum += simpson(part[0], part[1], z -> {
                double payoff = closed(facts, StrictMath.exp(center + spread * z)) - k;
                return Math.max(first == OptionType.CALL ? payoff : -payoff, 0)
                        * Elementary.exp(-0.5 * z * z)
                        / Math.sqrt(2 * Math.PI);
            });
        assertThat(worksheet.value()).isCloseTo(sum * StrictMath.exp(-r * t), within(1e-10));
    }

    private static double simpson(double from, double to, DoubleUnaryOperator f) {
        int n = 6000;
        double h = (to - from) / n;
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < n; i++) sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(from + i * h);
        return sum * h / 3;
    }

    /** The second option at the first date, by hand. */
    private static double closed(CompoundFacts facts, double s) {
        double sigma = facts.underlying().volatility().value();
        double years = facts.second().years().value() - facts.first().years().value();
        double got = s * StrictMath.exp(-facts.underlying().yield().value() * years);
        double paid = facts.second().strike().value().toDouble()
                * StrictMath.exp(-facts.riskFreeRate().value().decimal() * years);
        double d1 = StrictMath.log(got / paid) / (sigma * Math.sqrt(years)) + sigma * Math.sqrt(years) / 2;
        double d2 = d1 - sigma * Math.sqrt(years);
        return facts.second().type() == OptionType.CALL
                ? got * Elementary.normalCdf(d1) - paid * Elementary.normalCdf(d2)
                : paid * Elementary.normalCdf(-d2) - got * Elementary.normalCdf(-d1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parity_and_bounds(long seed) {
        for (var second : OptionType.values()) {
            var call = any(seed, OptionType.CALL, second);
            var put = call.withFirst(call.first().withType(OptionType.PUT));
            double inner =
                    OptionCases.price(new OptionFacts(call.underlying(), call.second(), call.riskFreeRate()), CONTEXT);
            double paid = call.first().strike().value().toDouble()
                    * StrictMath.exp(-call.riskFreeRate().value().decimal()
                            * call.first().years().value());
            double value = price(call);
            assertThat(value - price(put)).as("parity").isCloseTo(inner - paid, within(1e-11));
            assertThat(value)
                    .as("never above what it is on")
                    .isBetween(Math.max(inner - paid, 0) - 1e-11, inner + 1e-11);
            assertThat(price(call.withFirst(call.first().withStrike(cny(0.01)))))
                    .as("almost given away it is what it is on")
                    .isCloseTo(inner, within(0.0105));
        }
    }

    @ParameterizedTest
    @EnumSource(OptionType.class)
    void a_put_has_a_most_value(OptionType first) {
        var facts = new CompoundFacts(
                asset(100, 0.3, 0), contract(first, 96, 1), contract(OptionType.PUT, 100, 2), continuous(0.05));
        assertThatThrownBy(() -> price(facts))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("firstStrikeWithinPut")
                .hasMessageContaining("96 is not < 95.1229424500714")
                .hasMessageContaining("Lower its strike.");
        assertThat(price(facts.withFirst(contract(first, 94, 1)))).isBetween(0.0, 94.0);
    }

    @Test
    void all_that_is_broken_is_told_together() {
        assertThatThrownBy(() -> new CompoundFacts(
                        asset(0, 0, 0),
                        contract(OptionType.CALL, 1, 0),
                        contract(OptionType.CALL, 1, 0),
                        continuous(0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "underlying.value must be above 0, but was CNY 0.00. Without a value there is nothing to hold a right on.\n"
                                + "underlying.volatility must be above 0, but was 0. Give a decimal per square root of a year; option.black-scholes-merton has the limit of none.\n"
                                + "first.years must be above 0, but was 0. Give the years until the right ends; one that ends today is worth what exercise brings.\n"
                                + "second.years must be above first.years 0, but was 0. Both count from the valuation date; the second option must outlive the first.");
    }
}
