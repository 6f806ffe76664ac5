package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Distribution.LogNormal;
import org.dataassay.valuation.sheet.Distribution.Normal;
import org.dataassay.valuation.sheet.Distribution.Triangular;
import org.dataassay.valuation.sheet.Distribution.TruncatedNormal;
import org.dataassay.valuation.sheet.Distribution.Uniform;
import org.dataassay.valuation.sheet.Solution.Answer;
import org.dataassay.valuation.sheet.Solution.Stretch;
import org.dataassay.valuation.time.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SolveTest {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");

    private final Sheet sheet = Sheet.open(CNY);
    private final Axis periods = sheet.axis("periods", List.of("2026", "2027", "2028"));

    private Worksheet royalties() {
        var revenue = sheet.given(
                "revenue",
                Unit.MONEY,
                periods,
                InputRow.of(List.of(Money.of("100", "CNY"), Money.of("110", "CNY"), Money.of("121", "CNY")))
                        .shocked(new LogNormal(1, 0.2)));
        var royalty =
                sheet.given("royaltyRate", Unit.SHARE, Input.of(0.05).distributed(new Triangular(0.02, 0.05, 0.09)));
        var rate = sheet.given("discountRate", Unit.RATE, Input.of(Rate.of(0.10)));
        var t = sheet.fixed("t", Unit.INDEX, periods, List.of(1.0, 2.0, 3.0));
        return sheet.close(sheet.let(
                "presentValue",
                revenue.times(royalty)
                        .times(Cell.ONE.plus(rate).power(t.negated()))
                        .sum()));
    }

    /** A sheet of one unknown, x, given as 1. */
    private Worksheet of(java.util.function.UnaryOperator<Cell> formula) {
        return sheet.close(sheet.let("y", formula.apply(sheet.given("x", Unit.NUMBER, Input.of(1.0)))));
    }

    private static List<Double> values(Solution solution) {
        return solution.answers().stream().map(Answer::value).toList();
    }

    @Test
    void the_break_even_royalty_is_linear() {
        // each period gives 100 q / 1.1, so 3 · 100 q / 1.1 = 15 where q = 0.055
        var solution = royalties().solve(Goal.of("royaltyRate", 15));
        assertThat(solution.only().value()).isCloseTo(0.055, within(1e-16));
        assertThat(solution.only().residual()).isCloseTo(0, within(4e-15));
        assertThat(solution.low()).isEqualTo(0.02);
        assertThat(solution.high()).isEqualTo(0.09);
        assertThat(solution.base()).isEqualTo(0.05);
        assertThat(solution.nearest()).contains(solution.only());
        assertThat(solution.summarize()).startsWith("presentValue is 15 where royaltyRate is 0.055");
    }

    @Test
    void the_rate_of_return_that_a_price_implies() {
        // 5 / (1 + r) + 5.5 / (1 + r)² + 6.05 / (1 + r)³ at r = 25 %
        double price = 5 / 1.25 + 5.5 / (1.25 * 1.25) + 6.05 / (1.25 * 1.25 * 1.25);
        var solution = royalties().solve(Goal.of("discountRate", price).between(-0.5, 3));
        assertThat(solution.only().value()).isCloseTo(0.25, within(4e-16));
    }

    @Test
    void a_row_moves_by_a_factor_or_by_one_element() {
        var worksheet = royalties();
        var whole = worksheet.solve(Goal.of("revenue", 18));
        assertThat(whole.isFactor()).isTrue();
        assertThat(whole.base()).isEqualTo(1);
        assertThat(whole.only().value()).isCloseTo(18 / (15 / 1.1), within(1e-14));
        assertThat(whole.low()).isCloseTo(Math.exp(-0.2 * 3.090232306167813), within(1e-12));
        var one = worksheet.solve(Goal.of("revenue", 15).at("2027"));
        // the two others give 10 / 1.1; the element must give the rest
        assertThat(one.only().value()).isCloseTo((15 - 10 / 1.1) * 1.21 / 0.05, within(1e-11));
        assertThat(one.low()).isCloseTo(110 * whole.low(), within(1e-10));
    }

    @Test
    void another_figure_can_have_the_target() {
        var x = sheet.given("x", Unit.NUMBER, Input.of(1.0));
        var square = sheet.let("square", x.times(x));
        var worksheet = sheet.close(sheet.let("y", square.plus(Cell.ONE)));
        assertThat(values(worksheet.solve(Goal.of("x", 9).of("square").between(0, 10))))
                .containsExactly(3.0);
    }

    @Test
    void several_answers_are_all_told_in_order() {
        // (x − 1)(x − 2)(x − 4) = x³ − 7x² + 14x − 8
        var worksheet = of(x -> x.minus(Cell.ONE).times(x.minus(Cell.number(2))).times(x.minus(Cell.number(4))));
        var solution = worksheet.solve(Goal.of("x", 0).between(-3.1, 7));
        assertThat(solution.answers()).hasSize(3);
        assertThat(values(solution).get(0)).isCloseTo(1, within(1e-15));
        assertThat(values(solution).get(1)).isCloseTo(2, within(1e-15));
        assertThat(values(solution).get(2)).isCloseTo(4, within(2e-15));
        assertThat(solution.nearest().orElseThrow().value())
                .isEqualTo(values(solution).get(0));
        assertThatThrownBy(solution::only)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Read all of them");
    }

    @Test
    void a_curve_that_turns_has_two_answers_or_none() {
        var worksheet = of(x -> x.times(Cell.number(4).minus(x))); // at most 4, at x = 2
        assertThat(values(worksheet.solve(Goal.of("x", 3).between(0.1, 5)))).satisfies(found -> {
            assertThat(found.get(0)).isCloseTo(1, within(1e-15));
            assertThat(found.get(1)).isCloseTo(3, within(1e-15));
        });
        var none = worksheet.solve(Goal.of("x", 4.5).between(0.1, 5));
        assertThat(none.isNone()).isTrue();
        assertThat(none.reached().orElseThrow().high()).isCloseTo(4, within(1e-4));
        assertThat(none.summarize()).startsWith("no x in [0.1, 5] makes y 4.5; it runs from -5 to 3.99");
        assertThatThrownBy(none::only).hasMessageContaining("Widen the bracket");
    }

    @Test
    void the_ends_of_the_bracket_count() {
        var worksheet = of(x -> x.times(Cell.number(2)));
        assertThat(values(worksheet.solve(Goal.of("x", 2).between(1, 3)))).containsExactly(1.0);
        assertThat(values(worksheet.solve(Goal.of("x", 6).between(1, 3)))).containsExactly(3.0);
        assertThat(worksheet.solve(Goal.of("x", 6.001).between(1, 3)).isNone()).isTrue();
    }

    @Test
    void what_the_figure_jumps_over_is_no_answer() {
        var step = of(x -> Figure.when(x, Relation.GREATER, Cell.number(2), Cell.number(10), Cell.ONE));
        var solution = step.solve(Goal.of("x", 5).between(0, 3.7));
        assertThat(solution.isNone()).isTrue();
        assertThat(solution.jumps()).hasSize(1);
        assertThat(solution.jumps().get(0)).isCloseTo(2, within(1e-14));
    }

    @Test
    void a_pole_is_no_answer() {
        var pole = of(x -> Cell.ONE.dividedBy(x.minus(Cell.number(2))));
        var solution = pole.solve(Goal.of("x", 0.5).between(0, 5.3));
        assertThat(values(solution)).hasSize(1);
        assertThat(values(solution).get(0)).isCloseTo(4, within(1e-14));
        // the scan closes in on the pole from both sides, or meets it
        assertThat(solution.jumps().size() + solution.skipped().size()).isEqualTo(1);
        for (double jump : solution.jumps()) assertThat(jump).isCloseTo(2, within(1e-12));
        for (var stretch : solution.skipped()) assertThat(stretch.high()).isCloseTo(2, within(1e-12));
    }

    @Test
    void a_capped_figure_has_its_cap_all_along() {
        var capped = of(x -> x.times(Cell.number(3)).min(Cell.number(6)));
        var solution = capped.solve(Goal.of("x", 6).between(0, 4.1));
        assertThat(solution.answers()).isEmpty();
        assertThat(solution.plateaus()).hasSize(1);
        assertThat(solution.plateaus().get(0).low()).isCloseTo(2, within(1e-14));
        assertThat(solution.plateaus().get(0).high()).isEqualTo(4.1);
        assertThat(solution.summarize()).endsWith("all of [2, 4.1], in [0, 4.1]");
    }

    @Test
    void where_a_guard_fails_nothing_is_sought() {
        var growth = sheet.given("growth", Unit.RATE, Input.of(Rate.of(0.02)));
        var rate = sheet.given("discountRate", Unit.RATE, Input.of(Rate.of(0.10)));
        sheet.require("growthBelowRate", growth, Relation.LESS, rate, "Lower the growth.");
        var worksheet = sheet.close(sheet.let("value", Cell.ONE.dividedBy(rate.minus(growth))));
        // 1 / (r − 0.02) = 100 where r = 0.03, and −100 where r = 0.01, which the guard forbids
        var solution = worksheet.solve(Goal.of("discountRate", 100).between(0, 0.5));
        assertThat(values(solution)).hasSize(1);
        assertThat(solution.only().value()).isCloseTo(0.03, within(1e-16));
        assertThat(solution.skipped()).hasSize(1);
        assertThat(solution.skipped().get(0).low()).isZero();
        assertThat(solution.skipped().get(0).high()).isCloseTo(0.02, within(1e-15));
        assertThat(solution.skipped().get(0).why()).isEqualTo("growthBelowRate");
        assertThat(worksheet
                        .solve(Goal.of("discountRate", -100).between(0, 0.5))
                        .isNone())
                .isTrue();
    }

    @Test
    void an_answer_beside_a_forbidden_stretch_is_found() {
        var x = sheet.given("x", Unit.NUMBER, Input.of(3.0));
        sheet.require("aboveLimit", x, Relation.GREATER_OR_EQUAL, Cell.number(2.0003), "Raise x.");
        var worksheet = sheet.close(sheet.let("y", x.times(x)));
        // between 2.0003 and the next point of the scan
        assertThat(worksheet
                        .solve(Goal.of("x", 2.0005 * 2.0005).between(0, 5.12))
                        .only()
                        .value())
                .isCloseTo(2.0005, within(1e-15));
    }

    @Test
    void where_a_figure_is_not_finite_nothing_is_sought() {
        var worksheet = of(x -> x.log());
        var solution = worksheet.solve(Goal.of("x", 0).between(-1, 2.2));
        assertThat(solution.only().value()).isCloseTo(1, within(1e-15));
        assertThat(solution.skipped()).hasSize(1);
        assertThat(solution.skipped().get(0).high()).isCloseTo(0, within(1e-12));
        assertThat(solution.skipped().get(0).why()).isEqualTo("y");
        var nowhere = worksheet.solve(Goal.of("x", 0).between(-2, -1));
        assertThat(nowhere.reached()).isEmpty();
        assertThat(nowhere.skipped())
                .extracting(s -> new Stretch(s.low(), s.high()))
                .containsExactly(new Stretch(-2, -1));
        assertThat(nowhere.summarize()).endsWith("the calculation holds nowhere there");
    }

    /** 1/(x² − c) + 2 with c small: not finite within one interval of the scan only, and only where Brent's method comes. */
    @Test
    void a_hole_within_an_interval_is_cut_out() {
        var x = sheet.given("x", Unit.NUMBER, Input.of(5.0));
        var near = x.minus(Cell.number(1.0023));
        sheet.require("awayFromHole", near.abs(), Relation.GREATER, Cell.number(0.002), "Move x.");
        var worksheet = sheet.close(sheet.let("y", near));
        var solution = worksheet.solve(Goal.of("x", 0).between(0, 5.12));
        assertThat(solution.isNone()).isTrue();
        assertThat(solution.jumps()).isEmpty();
        assertThat(solution.skipped()).hasSize(1);
        assertThat(solution.skipped().get(0).low()).isCloseTo(1.0003, within(1e-12));
        assertThat(solution.skipped().get(0).high()).isCloseTo(1.0043, within(1e-12));
    }

    @Test
    void the_same_number_as_the_root_formula() {
        var price = sheet.given("price", Unit.MONEY, Input.of(Money.of("250", "CNY")));
        var flow = sheet.given(
                "flow",
                Unit.MONEY,
                periods,
                InputRow.of(List.of(Money.of("100", "CNY"), Money.of("110", "CNY"), Money.of("121", "CNY"))));
        var t = sheet.fixed("t", Unit.INDEX, periods, List.of(1.0, 2.0, 3.0));
        var implied = sheet.root(
                "impliedRate",
                Unit.SHARE,
                Cell.number(0),
                Cell.number(1),
                r -> flow.times(Cell.ONE.plus(r).power(t.negated())).sum().minus(price));
        var rooted = sheet.close(implied);

        var other = Sheet.open(CNY);
        var rate = other.given("rate", Unit.SHARE, Input.of(0.10));
        var flows = other.given(
                "flow",
                Unit.MONEY,
                periods,
                InputRow.of(List.of(Money.of("100", "CNY"), Money.of("110", "CNY"), Money.of("121", "CNY"))));
        var times = other.fixed("t", Unit.INDEX, periods, List.of(1.0, 2.0, 3.0));
        var plain = other.close(other.let(
                "value", flows.times(Cell.ONE.plus(rate).power(times.negated())).sum()));
        assertThat(plain.solve(Goal.of("rate", 250).between(0, 1)).only().value())
                .isCloseTo(rooted.value(), within(1e-15));
        // and through a root: the price at which the implied rate is a tenth
        assertThat(rooted.solve(Goal.of("price", 0.10).between(200, 300)).only().value())
                .isCloseTo(300 / 1.1, within(1e-11));
    }

    @Test
    void a_shared_assumption_is_found_under_the_name_of_its_user() {
        var one = sheet.section("one").given("rate", Unit.SHARE, Input.of(0.1).sharedAs("rate"));
        var two = sheet.section("two").given("rate", Unit.SHARE, Input.of(0.1).sharedAs("rate"));
        var worksheet = sheet.close(sheet.let("y", one.plus(two)));
        var solution = worksheet.solve(Goal.of("two/rate", 0.5).between(0, 1));
        assertThat(solution.input()).isEqualTo("assumptions/rate");
        assertThat(solution.only().value()).isCloseTo(0.25, within(1e-16));
    }

    @Test
    void brackets_come_from_distributions() {
        for (var entry : Map.<Distribution, Stretch>of(
                        new Uniform(2, 3), new Stretch(2, 3),
                        new TruncatedNormal(2, 1, 1, 4), new Stretch(1, 4),
                        new Normal(2, 1), new Stretch(2 - 3.090232306167813, 2 + 3.090232306167813))
                .entrySet()) {
            var own = Sheet.open(CNY);
            var x = own.given("x", Unit.NUMBER, Input.of(2.0).distributed(entry.getKey()));
            var solution = own.close(own.let("y", x.plus(Cell.ONE))).solve(Goal.of("x", 3.5));
            assertThat(solution.low()).isCloseTo(entry.getValue().low(), within(1e-12));
            assertThat(solution.high()).isCloseTo(entry.getValue().high(), within(1e-12));
            assertThat(solution.only().value()).isCloseTo(2.5, within(1e-15));
        }
    }

    @Test
    void what_cannot_be_asked_is_said() {
        var worksheet = royalties();
        assertThatThrownBy(() -> worksheet.solve(Goal.of("discountRate", 1)))
                .hasMessage("bracket is missing. discountRate has no distribution: say between which numbers.");
        assertThatThrownBy(() -> worksheet.solve(Goal.of("nothing", 1))).hasMessageContaining("'nothing'");
        assertThatThrownBy(() -> worksheet.solve(Goal.of("presentValue", 1)))
                .hasMessageContaining("it is computed, not given");
        assertThatThrownBy(() -> worksheet.solve(Goal.of("revenue", 1).at("2031")))
                .hasMessageContaining("the element '2031'")
                .hasMessageContaining("Name one of periods, from 2026 on.");
        assertThatThrownBy(() -> worksheet.solve(Goal.of("royaltyRate", 1).at("2026")))
                .hasMessageContaining("It is a cell; name no element.");
        assertThatThrownBy(() -> worksheet.solve(Goal.of("royaltyRate", Double.NaN)))
                .hasMessageContaining("target");
        assertThatThrownBy(() -> Goal.of("royaltyRate", 1).between(1, 1)).hasMessageContaining("bracket");
    }

    @Test
    void an_input_that_does_not_matter_is_refused() {
        var row = Sheet.open(CNY);
        var a = row.given("a", Unit.NUMBER, Input.of(1.0));
        var b = row.let("b", row.given("c", Unit.NUMBER, Input.of(2.0)).plus(Cell.ONE));
        var both = row.close(row.let("y", a.plus(b)));
        assertThatThrownBy(() -> both.solve(Goal.of("a", 1).of("b").between(0, 1)))
                .hasMessageContaining("b does not depend on it");
    }

    @Test
    void a_sheet_that_rounds_on_the_way_is_refused() {
        var rounded = Sheet.open(CNY, Rounding.textbook(Map.of("y", 2)));
        var x = rounded.given("x", Unit.NUMBER, Input.of(1.0));
        var worksheet = rounded.close(rounded.let("y", x.times(Cell.number(1.234))));
        assertThatThrownBy(() -> worksheet.solve(Goal.of("x", 2).between(0, 5)))
                .hasMessageContaining("rounds figures on the way");
    }

    static LongStream seeds() {
        return Seeds.of(200);
    }

    /** On any sheet each answer, set as the input, gives the target; and an input set back to itself solves for the value it had. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_answer_gives_the_target(long seed) {
        var worksheet = RandomSheets.any(seed);
        var random = new SplittableRandom(seed);
        var partials = worksheet.derivatives().partials().stream()
                .filter(p -> p.derivative() != 0)
                .toList();
        if (partials.isEmpty()) return;
        var partial = partials.get(random.nextInt(partials.size()));
        double width = Math.max(Math.abs(partial.at()), 0.1) * random.nextDouble(0.05, 0.5);
        var goal = new Goal(
                partial.input(),
                partial.element(),
                Optional.empty(),
                worksheet.value(),
                Optional.of(new Goal.Bracket(partial.at() - 0.7 * width, partial.at() + width)));
        var solution = worksheet.solve(goal);
        for (var answer : solution.answers()) {
            double again = worksheet
                    .with(partial.input(), partial.element(), answer.value())
                    .value();
            assertThat(again - worksheet.value()).isEqualTo(answer.residual());
        }
        boolean found = solution.answers().stream()
                        .anyMatch(answer -> Math.abs(answer.value() - partial.at()) <= 1e-6 * width)
                || solution.plateaus().stream().anyMatch(s -> s.low() <= partial.at() && partial.at() <= s.high());
        assertThat(found).as("%s in %s", partial, solution).isTrue();
        assertThat(worksheet.solve(goal)).isEqualTo(solution);
    }
}
