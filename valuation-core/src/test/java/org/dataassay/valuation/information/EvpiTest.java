package org.dataassay.valuation.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvpiTest {

    private static InformationValue evpi(DecisionTable table) {
        return Evpi.standard().evaluate(table, CONTEXT);
    }

    private static DecisionTable published() {
        var published = PublishedCase.of("information.evpi", "evpi-wikipedia");
        var payoffs = new ArrayList<List<Double>>();
        // the case lists payoffs state by state for the stock, the mutual fund and the certificate
        published.inputs().get("payoffs").forEach(row -> payoffs.add(PublishedCase.numbers(row)));
        return DecisionCases.table(published.inputs("probabilities"), payoffs);
    }

    @Test
    void published_investment_choice() {
        var published = PublishedCase.of("information.evpi", "evpi-wikipedia");
        var expected = published.expected();
        double tolerance = published.tolerance().asDouble();
        var sheet = evpi(published()).worksheet();
        assertThat(sheet.value("valueWithoutInformation"))
                .isCloseTo(expected.get("emv").asDouble(), within(tolerance));
        assertThat(sheet.value("valueWithInformation"))
                .isCloseTo(expected.get("evwpi").asDouble(), within(tolerance));
        assertThat(sheet.value("evpi")).isCloseTo(expected.get("evpi").asDouble(), within(tolerance));
    }

    @Test
    void the_best_action_in_each_state_is_told() {
        var found = evpi(published());
        assertThat(found.value()).isEqualTo(money(350));
        assertThat(found.withoutInformation()).isEqualTo(money(680));
        assertThat(found.actionWithoutInformation()).isEqualTo("a1");
        assertThat(found.advice())
                .extracting(InformationValue.Advice::learned, InformationValue.Advice::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s1", "a1"),
                        org.assertj.core.groups.Tuple.tuple("s2", "a2"),
                        org.assertj.core.groups.Tuple.tuple("s3", "a3"));
        assertThat(found.advice().get(1).expectedPayoff()).contains(money(600));
        assertThat(found.efficiency()).hasValue(1);
        assertThat(found.notes()).extracting(Note::code).contains("risk-neutral");
    }

    @Test
    void an_action_best_in_every_state_leaves_nothing_to_learn() {
        var found = evpi(
                DecisionCases.table(List.of(0.1, 0.2, 0.7), List.of(List.of(3.0, 2.0, 1.0), List.of(2.0, 2.0, 0.3))));
        assertThat(found.worksheet().value()).isZero();
        assertThat(found.efficiency()).isEmpty();
        assertThat(found.notes()).extracting(Note::code).contains("changes-no-decision");
        assertThat(found.advice().get(1).action())
                .as("the first of two equally good")
                .isEqualTo("a1");
    }

    /** Without the sheet: plain loops over the definition. */
    private static double byHand(DecisionTable table) {
        double with = 0;
        double without = Double.NEGATIVE_INFINITY;
        int states = table.states().size();
        for (int i = 0; i < states; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (var action : table.actions())
                best = Math.max(best, action.payoffs().get(i).value().toDouble());
            with += table.states().get(i).probability().value() * best;
        }
        for (var action : table.actions()) {
            double mean = 0;
            for (int i = 0; i < states; i++)
                mean += table.states().get(i).probability().value()
                        * action.payoffs().get(i).value().toDouble();
            without = Math.max(without, mean);
        }
        return with - without;
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void follows_its_definition_scales_with_money_and_ignores_a_sure_amount(long seed) {
        var random = new SplittableRandom(seed);
        var table = DecisionCases.any(random);
        double found = evpi(table).worksheet().value();
        assertThat(found).isCloseTo(byHand(table), within(1e-9)).isNotNegative();
        var doubled = table.actions().stream()
                .map(a -> new DecisionTable.Action(
                        a.name(),
                        a.payoffs().stream()
                                .map(p -> cny(2 * p.value().toDouble()))
                                .toList()))
                .toList();
        assertThat(evpi(new DecisionTable(table.states(), doubled)).worksheet().value())
                .isCloseTo(2 * found, within(1e-9));
        var richer = table.actions().stream()
                .map(a -> new DecisionTable.Action(
                        a.name(),
                        a.payoffs().stream()
                                .map(p -> cny(p.value().toDouble() + 512))
                                .toList()))
                .toList();
        assertThat(evpi(new DecisionTable(table.states(), richer)).worksheet().value())
                .isCloseTo(found, within(1e-9));
        var more = new ArrayList<>(table.actions());
        more.add(more.get(0));
        more.set(
                more.size() - 1,
                new DecisionTable.Action("again", table.actions().get(0).payoffs()));
        assertThat(evpi(new DecisionTable(table.states(), more)).worksheet().value())
                .as("an action twice adds nothing")
                .isEqualTo(found);
    }

    @Test
    void a_drawn_probability_leaves_the_others_in_proportion() {
        var states = List.of(
                DecisionTable.State.of("up", number(0.4).distributed(new Distribution.Uniform(0.2, 0.6))),
                DecisionTable.State.of("even", number(0.3)),
                DecisionTable.State.of("down", number(0.3)));
        var actions = List.of(
                new DecisionTable.Action("go", List.of(cny(100), cny(0), cny(-100))),
                new DecisionTable.Action("stay", List.of(cny(0), cny(0), cny(0))));
        var sheet = evpi(new DecisionTable(states, actions)).worksheet();
        // p up, 0.3 and 0.3 the others: EVPI = min(100 p, 30) / (p + 0.6)
        var moved = sheet.with("probability", java.util.Optional.of("up"), 0.2);
        assertThat(moved.value()).isCloseTo(20 / 0.8, within(1e-12));
        assertThat(sheet.simulate(Simulation.of(3).withDraws(4096)).rejected()).isZero();
    }

    @Test
    void bad_input_says_what_is_wrong_all_at_once() {
        assertThatThrownBy(() -> DecisionTable.State.of("s", number(1.2)))
                .hasMessageContaining("probability must be in [0, 1] as a decimal, but was 1.2");
        assertThatThrownBy(() -> DecisionTable.State.of("s", number(-0.1))).hasMessageContaining("but was -0.1");
        assertThatThrownBy(() -> DecisionTable.State.of("s", number(Double.NaN)))
                .hasMessageContaining("probability");
        assertThatThrownBy(() -> DecisionCases.table(List.of(0.5, 0.4), List.of(List.of(1.0, 2.0), List.of(2.0))))
                .hasMessageContaining("actions[1].payoffs must be one for each of the 2 states, but was 1")
                .hasMessageContaining("states must be of probabilities that sum to 1, but was 0.9");
        assertThatThrownBy(() -> DecisionCases.table(List.of(1.0), List.of(List.of(1.0))))
                .hasMessageContaining("states must be 2 to 200, but was 1")
                .hasMessageContaining("actions must be 2 to 50, but was 1");
        var twice = List.of(DecisionTable.State.of("s", number(0.5)), DecisionTable.State.of("s", number(0.5)));
        var action = new DecisionTable.Action("a", List.of(cny(1), cny(2)));
        assertThatThrownBy(() -> new DecisionTable(twice, List.of(action, action)))
                .hasMessageContaining("states[1].name is used twice: s")
                .hasMessageContaining("actions[1].name is used twice: a");
        var unlike = List.of(
                new DecisionTable.State("s", number(0.5), Map.of("x", "1")), DecisionTable.State.of("t", number(0.5)));
        assertThatThrownBy(() -> new DecisionTable(
                        unlike,
                        List.of(
                                action,
                                new DecisionTable.Action(
                                        "b", List.<Input<org.dataassay.valuation.money.Money>>of(cny(1), cny(2))))))
                .hasMessageContaining("states[1].parameters must be those of the first state, [x], but was []");
    }
}
