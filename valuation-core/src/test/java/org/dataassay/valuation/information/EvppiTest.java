package org.dataassay.valuation.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvppiTest {

    private static double evppi(DecisionTable table, String... known) {
        return Evppi.standard()
                .evaluate(new PartialFacts(table, List.of(known)), CONTEXT)
                .worksheet()
                .value();
    }

    private static DecisionTable.State state(double p, String demand, String quality) {
        return new DecisionTable.State(demand + " " + quality, number(p), Map.of("demand", demand, "quality", quality));
    }

    static DecisionTable launch() {
        return new DecisionTable(
                List.of(
                        state(0.35, "high", "good"),
                        state(0.15, "high", "poor"),
                        state(0.3, "low", "good"),
                        state(0.2, "low", "poor")),
                List.of(
                        new DecisionTable.Action("launch", List.of(cny(2400), cny(300), cny(-500), cny(-1100))),
                        new DecisionTable.Action("pilot", List.of(cny(900), cny(400), cny(100), cny(-150))),
                        new DecisionTable.Action("wait", List.of(cny(0), cny(0), cny(0), cny(0)))));
    }

    @Test
    void a_launch_worked_by_hand() {
        var found = Evppi.standard().evaluate(new PartialFacts(launch(), List.of("demand")), CONTEXT);
        // launch 840 + 45 − 150 − 220 = 515, pilot 315 + 60 + 30 − 30 = 375
        assertThat(found.withoutInformation()).isEqualTo(money(515));
        // demand high: launch 840 + 45 = 885; low: launch −370, pilot 0, wait 0
        assertThat(found.withInformation()).isEqualTo(money(885));
        assertThat(found.value()).isEqualTo(money(370));
        // the state: 840 + 60 + 30 + 0 = 930, EVPI 415
        assertThat(found.efficiency().orElseThrow()).isCloseTo(370.0 / 415, within(1e-12));
        // quality good: launch 840 − 150 = 690; poor: launch 45 − 220, pilot 60 − 30 = 30
        assertThat(found.worksheet().value("quality/evppi")).isCloseTo(690 + 30 - 515, within(1e-9));
        assertThat(found.advice())
                .satisfiesExactly(
                        high -> {
                            assertThat(high.learned()).isEqualTo("high");
                            assertThat(high.action()).isEqualTo("launch");
                            assertThat(high.probability()).isCloseTo(0.5, within(1e-15));
                            assertThat(high.expectedPayoff()).contains(money(1770));
                        },
                        low -> assertThat(low.action()).isEqualTo("pilot"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowing_more_is_worth_more(long seed) {
        var table = DecisionCases.any(new SplittableRandom(seed));
        double perfect = Evpi.standard().evaluate(table, CONTEXT).worksheet().value();
        double x = evppi(table, "x");
        double y = evppi(table, "y");
        double both = evppi(table, "y", "x");
        assertThat(x).isBetween(0.0, perfect + 1e-9);
        assertThat(y).isBetween(0.0, perfect + 1e-9);
        assertThat(both).isCloseTo(perfect, within(1e-9));
        assertThat(both).isGreaterThanOrEqualTo(Math.max(x, y) - 1e-9);
    }

    @Test
    void what_cannot_be_known_says_so() {
        assertThatThrownBy(() -> new PartialFacts(launch(), List.of("price", "demand", "demand")))
                .hasMessageContaining("known[0] names 'price', which is not known.")
                .hasMessageContaining("described by [")
                .hasMessageContaining("known[2] is used twice: demand");
        assertThatThrownBy(() -> new PartialFacts(launch(), List.of()))
                .hasMessageContaining("known must be at least one parameter");
    }
}
