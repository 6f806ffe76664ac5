package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.rate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.rate.Npv.FirstFlow;
import org.dataassay.valuation.rate.Npv.Options;
import org.dataassay.valuation.rate.Npv.ValueDate;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NpvTest {

    private static final Options AFTER_ONE = Options.STANDARD.withFirstFlow(FirstFlow.AFTER_ONE_PERIOD);

    private static double value(Options options, FlowPattern flows, double rate) {
        return new Npv(options)
                .evaluate(new PresentValueFacts(flows, rate(rate)), CONTEXT)
                .value();
    }

    private static FlowPattern periodic(double... amounts) {
        return new FlowPattern.Periodic(
                Arrays.stream(amounts).mapToObj(Terms::cny).toList());
    }

    @Test
    void published_annuity() {
        var published = PublishedCase.of("rate.npv", "tvm-annuity");
        var payments = new FlowPattern.Level(cny(published.input("payment")), (int) published.input("periods"));
        double exact = 50_000 * (1 - Math.pow(1.15, -10)) / 0.15;
        assertThat(value(AFTER_ONE, payments, published.input("rate")))
                .isCloseTo(exact, within(1e-8))
                .isCloseTo(
                        published.expected().get("value").asDouble(),
                        within(published.tolerance().asDouble()));
    }

    /** NumPy gives what must be received for what was paid, hence the other sign. */
    @Test
    void published_future_value() {
        var published = PublishedCase.of("rate.npv", "tvm-fv-numpy");
        var payments = new FlowPattern.Level(cny(published.input("pmt")), (int) published.input("nper"));
        assertThat(-value(AFTER_ONE.withValueDate(ValueDate.LAST_FLOW), payments, published.input("rate")))
                .isCloseTo(
                        published.expected().get("value").asDouble(),
                        within(published.tolerance().asDouble()));
    }

    @Test
    void published_dated_flows() {
        var published = PublishedCase.of("rate.npv", "xnpv-excel");
        var flows = new FlowPattern.Dated(XirrTest.flows(published).flows());
        assertThat(value(Options.STANDARD, flows, published.input("rate")))
                .isCloseTo(
                        published.expected().get("xnpv").asDouble(),
                        within(published.tolerance().asDouble()))
                .isCloseTo(2086.647602031535, within(1e-9));
    }

    @Test
    void the_first_flow_is_now_or_in_a_period() {
        double now = value(Options.STANDARD, periodic(-1000, 500, 700), 0.1);
        assertThat(now).isCloseTo(-1000 + 500 / 1.1 + 700 / 1.21, within(1e-10));
        assertThat(value(AFTER_ONE, periodic(-1000, 500, 700), 0.1)).isCloseTo(now / 1.1, within(1e-10));
        assertThat(value(Options.STANDARD.withValueDate(ValueDate.LAST_FLOW), periodic(-1000, 500, 700), 0.1))
                .isCloseTo(now * 1.21, within(1e-10));
    }

    @Test
    void dated_flows_to_the_valuation_date() {
        var flows = new FlowPattern.Dated(List.of(
                DatedFlow.of(LocalDate.of(2027, 12, 31), cny(110)), DatedFlow.of(LocalDate.of(2026, 12, 31), cny(11))));
        assertThat(value(Options.STANDARD.withValueDate(ValueDate.VALUATION_DATE), flows, 0.1))
                .isCloseTo(10 + 110 / 1.21, within(1e-12));
        assertThat(value(Options.STANDARD, flows, 0.1)).isCloseTo(11 + 100, within(1e-12));
        assertThatThrownBy(() -> value(Options.STANDARD.withValueDate(ValueDate.VALUATION_DATE), periodic(1, 2), 0.1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "valueDate does not fit: flows without dates have no distance to the valuation date. Use start or last-flow, or give the flows dates.");
    }

    @Test
    void rates_of_any_compounding_are_made_effective() {
        double expected = 100 * Math.pow(1 + 0.12 / 12, -12);
        for (var compounding : Compounding.values()) {
            double quoted = Rate.of(StrictMath.pow(1.01, 12) - 1)
                    .convertedTo(compounding)
                    .decimal();
            var facts = new PresentValueFacts(
                    periodic(100), Input.of(Rate.of(quoted).withCompounding(compounding)));
            assertThat(new Npv(AFTER_ONE).evaluate(facts, CONTEXT).value()).isCloseTo(expected, within(1e-11));
        }
    }

    @Test
    void a_rate_of_minus_one_is_refused() {
        assertThatThrownBy(() -> value(Options.STANDARD, periodic(1, 2), -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("rate must be above -1, but was -1.");
        assertThatThrownBy(() -> new Npv(Options.STANDARD)
                        .evaluate(
                                new PresentValueFacts(
                                        periodic(1, 2),
                                        Input.of(new Rate(
                                                -5,
                                                Compounding.QUARTERLY,
                                                org.dataassay.valuation.time.TaxBasis.POST_TAX,
                                                org.dataassay.valuation.time.PriceBasis.NOMINAL,
                                                true))),
                                CONTEXT))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new FlowPattern.Level(cny(1), 0))
                .hasMessage("periods must be 1 to 5000, but was 0. Give a flow for each period.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_present_value(long seed) {
        var random = new SplittableRandom(seed);
        var amounts =
                random.doubles(random.nextInt(1, 20), 0, 1e6).map(Math::rint).toArray();
        double r = random.nextDouble(-0.5, 0.9);
        double value = value(AFTER_ONE, periodic(amounts), r);
        double expected = 0;
        for (int t = 0; t < amounts.length; t++) expected += amounts[t] / Math.pow(1 + r, t + 1);
        assertThat(value).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        var doubled = Arrays.stream(amounts).map(a -> 2 * a).toArray();
        assertThat(value(AFTER_ONE, periodic(doubled), r)).isCloseTo(2 * value, within(1e-12 * value));
        assertThat(value(AFTER_ONE, periodic(amounts), r + 0.05))
                .as("a higher rate")
                .isLessThanOrEqualTo(value);
    }
}
