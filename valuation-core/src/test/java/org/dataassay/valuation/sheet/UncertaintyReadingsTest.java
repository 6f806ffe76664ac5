package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.row;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spider, fan, table over two inputs, several settings at once: closed forms on a forecast of sales less costs. */
class UncertaintyReadingsTest {

    /** Σ revenue · (1 − costShare) / (1 + r)^t, r above g. */
    private static Worksheet forecast() {
        var sheet = Sheet.open(CNY);
        var years = sheet.axis("periods", List.of("2026", "2027", "2028"));
        var revenue = sheet.given(
                "revenue",
                Unit.MONEY,
                years,
                row(List.of(100.0, 110.0, 121.0)).shocked(new Distribution.Uniform(0.8, 1.2)));
        var share = sheet.given("costShare", Unit.SHARE, number(0.4).distributed(new Distribution.Uniform(0.3, 0.5)));
        var rate = sheet.given("rate", Unit.FACTOR, number(0.1));
        var growth = sheet.given("growth", Unit.FACTOR, number(0.02));
        sheet.let("idle", sheet.given("nothing", Unit.MONEY, cny(0)));
        sheet.require("growthBelowRate", growth, Relation.LESS, rate, "Lower it.");
        var flow = sheet.let("cashFlow", revenue.times(Cell.ONE.minus(share)));
        var t = sheet.fixed("t", Unit.YEARS, years, List.of(1.0, 2.0, 3.0));
        var value = flow.dividedBy(Cell.ONE.plus(rate).power(t)).sum();
        var perpetual = sheet.let("perpetual", flow.last().dividedBy(rate.minus(growth)));
        return sheet.close(sheet.let("value", value.plus(perpetual.times(Cell.ZERO))));
    }

    private static final double BASE = 0.6 * (100 / 1.1 + 110 / 1.21 + 121 / 1.331);

    @Test
    void a_spider_runs_every_input_through_the_base() {
        var spider = forecast().spider("value", 0.3, 3);
        assertThat(spider.base()).isCloseTo(BASE, within(1e-12));
        assertThat(spider.changes()).hasSize(7).contains(0.0).startsWith(-0.3).endsWith(0.3);
        assertThat(spider.lines())
                .extracting(Spider.Line::input)
                .as("widest first; growth and nothing move nothing")
                .containsExactly("revenue", "costShare", "rate");
        for (int i = 0; i < 7; i++) {
            double change = spider.changes().get(i);
            assertThat(spider.lines().get(0).values().get(i).getAsDouble())
                    .isCloseTo(BASE * (1 + change), within(1e-12));
            assertThat(spider.lines().get(1).values().get(i).getAsDouble())
                    .isCloseTo(BASE / 0.6 * (1 - 0.4 * (1 + change)), within(1e-12));
        }
        for (var line : spider.lines()) assertThat(line.values().get(3)).hasValue(spider.base());
    }

    @Test
    void a_spider_stops_where_a_guard_fails() {
        var spider = forecast().spider("perpetual", 0.9, 1);
        var rate = spider.lines().stream()
                .filter(line -> line.input().equals("rate"))
                .findFirst()
                .orElseThrow();
        assertThat(rate.values().get(0)).as("0.01, below the growth of 0.02").isEqualTo(OptionalDouble.empty());
        assertThat(rate.values().get(2).getAsDouble()).isCloseTo(72.6 / (0.19 - 0.02), within(1e-9));
    }

    @Test
    void a_fan_has_the_percentiles_of_every_period() {
        var sheet = forecast();
        var drawn = sheet.simulate(Simulation.of(5).withDraws(20_000), List.of("value", "cashFlow"));
        var fan = sheet.fan("cashFlow", drawn);
        assertThat(fan.bands()).extracting(Fan.Band::element).containsExactly("2026", "2027", "2028");
        assertThat(fan.bands().get(1).base()).isCloseTo(66, within(1e-12));
        // 100 · E[shock] · (1 − E[share])
        assertThat(fan.bands().get(0).mean()).isCloseTo(60, within(0.5));
        for (int e = 0; e < 3; e++) {
            var one = sheet.simulate(
                    Simulation.of(5).withDraws(20_000),
                    List.of("cashFlow[" + fan.bands().get(e).element() + "]"));
            assertThat(one.spreads().get(0).mean())
                    .as("the same draws")
                    .isEqualTo(fan.bands().get(e).mean());
            assertThat(fan.bands().get(e).percentiles()).isSorted();
            // one shock for the row: every period is the first, grown
            assertThat(fan.bands().get(e).percentiles().get(0))
                    .isCloseTo(fan.bands().get(0).percentiles().get(0) * StrictMath.pow(1.1, e), within(1e-9));
        }
        assertThat(sheet.simulate(Simulation.of(5).withDraws(20_000).onThreads(8), List.of("value", "cashFlow")))
                .isEqualTo(drawn);
    }

    @Test
    void what_a_fan_cannot_show_says_so() {
        var sheet = forecast();
        var drawn = sheet.simulate(Simulation.of(5).withDraws(2048), List.of("value"));
        assertThatThrownBy(() -> sheet.fan("value", drawn)).hasMessageContaining("value does not fit: it is a cell");
        assertThatThrownBy(() -> sheet.simulate(Simulation.of(5), List.of("cashFlow[2031]")))
                .hasMessageContaining("'cashFlow[2031]', which is not known");
        assertThatThrownBy(() -> sheet.simulate(
                        Simulation.of(5).withDraws(Simulation.MOST_DRAWS), List.of("cashFlow", "cashFlow")))
                .hasMessageContaining("Watch fewer figures");
    }

    @Test
    void a_table_over_two_inputs_and_its_line() {
        var sheet = forecast();
        var table = sheet.twoWay(
                "value", TwoWay.Scale.of("costShare", 0.2, 0.8, 7), TwoWay.Scale.of("revenue", 0.5, 1.5, 6), BASE);
        for (int r = 0; r < 7; r++)
            for (int c = 0; c < 6; c++)
                assertThat(table.values().get(r).get(c).getAsDouble())
                        .isCloseTo(
                                BASE
                                        / 0.6
                                        * (1 - table.rows().values().get(r))
                                        * table.columns().values().get(c),
                                within(1e-10));
        var pieces = table.line().orElseThrow().pieces();
        assertThat(pieces).hasSizeGreaterThan(3);
        for (var piece : pieces)
            for (var point : List.of(piece.from(), piece.to()))
                assertThat((1 - point.row()) * point.column()).isCloseTo(0.6, within(1e-10));
        assertThat(table.broken()).isEmpty();
    }

    /** (x − 0.4)(y − 0.6) + c: where the middle of the only cell decides which corners the two pieces cut off. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.02, 0.02})
    void a_saddle_is_cut_as_its_middle_says(double target) {
        var sheet = Sheet.open(CNY);
        var x = sheet.given("x", Unit.FACTOR, Input.of(0.5));
        var y = sheet.given("y", Unit.FACTOR, Input.of(0.5));
        var product = x.minus(Cell.number(0.4)).times(y.minus(Cell.number(0.6)));
        var table = sheet.close(sheet.let("value", product))
                .twoWay("value", TwoWay.Scale.of("x", 0, 1, 2), TwoWay.Scale.of("y", 0, 1, 2), target);
        var pieces = table.line().orElseThrow().pieces();
        assertThat(pieces).hasSize(2);
        for (var piece : pieces) {
            for (var point : List.of(piece.from(), piece.to()))
                assertThat((point.row() - 0.4) * (point.column() - 0.6)).isCloseTo(target, within(1e-11));
            // a branch of the hyperbola stays on one side of its asymptote
            assertThat((piece.from().row() - 0.4) * (piece.to().row() - 0.4)).isPositive();
        }
    }

    @Test
    void cells_where_a_guard_fails_have_no_value_and_say_why() {
        var table = forecast()
                .twoWay(
                        "perpetual",
                        TwoWay.Scale.of("growth", List.of(0.0, 0.05, 0.1)),
                        TwoWay.Scale.of("rate", List.of(0.05, 0.1)),
                        1e9);
        assertThat(table.values().get(0)).allMatch(OptionalDouble::isPresent);
        assertThat(table.values().get(2)).containsOnly(OptionalDouble.empty());
        assertThat(table.broken())
                .extracting(TwoWay.Broken::why)
                .containsOnly("growthBelowRate")
                .hasSize(3);
        assertThat(table.line().orElseThrow().pieces()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** A saddle x · y: the line x · y = c of any c, through any grid, ends only at the border, and every end is on it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_line_is_closed_but_at_the_border(long seed) {
        var random = new SplittableRandom(seed);
        var sheet = Sheet.open(CNY);
        var x = sheet.given("x", Unit.FACTOR, number(1));
        var y = sheet.given("y", Unit.FACTOR, number(1));
        var worksheet = sheet.close(sheet.let("product", x.times(y)));
        int n = 3 + random.nextInt(6);
        double target = random.nextDouble() - 0.5;
        var rows = TwoWay.Scale.of("x", -1 - random.nextDouble(), 1 + random.nextDouble(), n);
        var columns = TwoWay.Scale.of("y", -1 - random.nextDouble(), 1 + random.nextDouble(), n + 1);
        var pieces = worksheet
                .twoWay("product", rows, columns, target)
                .line()
                .orElseThrow()
                .pieces();
        var ends = new ArrayList<TwoWay.Point>();
        for (var piece : pieces) {
            ends.add(piece.from());
            ends.add(piece.to());
        }
        for (var point : ends) {
            assertThat(point.row() * point.column()).isCloseTo(target, within(1e-9));
            boolean border = point.row() == rows.values().get(0)
                    || point.row() == rows.values().get(n - 1)
                    || point.column() == columns.values().get(0)
                    || point.column() == columns.values().get(n);
            assertThat(ends.stream().filter(point::equals)).hasSize(border ? 1 : 2);
        }
    }

    @Test
    void tables_that_cannot_be_made_say_so() {
        var sheet = forecast();
        var rate = TwoWay.Scale.of("rate", List.of(0.1, 0.2));
        assertThatThrownBy(() -> sheet.twoWay(
                        "value", TwoWay.Scale.of("rate", 0.1, 0.2, 1000), TwoWay.Scale.of("costShare", 0, 1, 1000)))
                .hasMessage("table is larger than 10000 cells allowed: 1000000. Take fewer numbers of each input.");
        assertThatThrownBy(() -> sheet.twoWay("value", rate, rate))
                .hasMessageContaining("rate is moved by the rows already");
        assertThatThrownBy(() -> sheet.twoWay("value", rate, TwoWay.Scale.of("nothing", List.of(0.0, 0.01))))
                .hasMessageContaining("value does not depend on it");
        assertThatThrownBy(() -> sheet.twoWay("value", rate, TwoWay.Scale.of("costs", List.of(0.0, 0.01))))
                .hasMessageContaining("'costs', which is not known")
                .hasMessageContaining("costShare");
        assertThatThrownBy(() -> sheet.twoWay("value", rate, TwoWay.Scale.of("cashFlow", List.of(0.5, 1.0))))
                .hasMessageContaining("it is computed, not given");
        assertThatThrownBy(() -> TwoWay.Scale.of("rate", List.of(0.2, 0.1)))
                .hasMessageContaining("values must be finite numbers in ascending order");
        assertThatThrownBy(() -> TwoWay.Scale.of("rate", List.of(0.2)))
                .hasMessageContaining("values must be two at least");
    }

    @Test
    void several_inputs_are_set_at_once() {
        var sheet = forecast();
        // one after the other the guard would fail on the way
        var moved = sheet.with(List.of(
                Setting.of("rate", 0.01),
                Setting.of("growth", 0.0),
                Setting.of("revenue", 2).at("2027"),
                Setting.of("costShare", 0)));
        assertThat(moved.value()).isCloseTo(100 / 1.01 + 2 / 1.0201 + 121 / 1.030301, within(1e-12));
        assertThat(sheet.with(List.of(Setting.of("revenue", 2))).value()).isCloseTo(2 * BASE, within(1e-12));
        assertThat(sheet.with(List.of()).digest()).isEqualTo(sheet.digest());
        assertThatThrownBy(() -> sheet.with(List.of(Setting.of("rate", 0.2), Setting.of("rate", 0.3))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("settings[1].input is used twice: rate");
        assertThatThrownBy(() -> sheet.with(List.of(
                        Setting.of("revenue", 2), Setting.of("revenue", 2).at("2027"))))
                .hasMessageContaining("Set each input once");
        assertThatThrownBy(() -> sheet.with(List.of(Setting.of("rate", 0.2).at("2027"))))
                .hasMessageContaining("It is a cell; name no element.");
        assertThatThrownBy(() -> Setting.of("rate", Double.NaN)).hasMessageContaining("value must be a finite number");
        assertThatThrownBy(() -> sheet.with(List.of(Setting.of("growth", 0.3))))
                .hasMessageContaining("growthBelowRate");
    }

    @Test
    void too_few_draws_and_a_rule_that_never_held_are_told() {
        var sheet = Sheet.open(CNY);
        var x = sheet.given("x", Unit.FACTOR, number(1).distributed(new Distribution.LogNormal(1, 2)));
        var worksheet = sheet.close(sheet.let("value", x.times(x)));
        var few = worksheet.simulate(Simulation.of(1).withDraws(1024));
        assertThat(few.of("value").isImprecise()).isTrue();
        assertThat(forecast().simulate(Simulation.of(1)).of("value").isImprecise())
                .isFalse();
        var strict = Simulation.of(1).withDraws(4096).until(new Simulation.StoppingRule(1e-6));
        assertThat(worksheet.simulate(strict).stoppedUnmet()).isTrue();
        assertThat(few.stoppedUnmet()).isFalse();
    }
}
