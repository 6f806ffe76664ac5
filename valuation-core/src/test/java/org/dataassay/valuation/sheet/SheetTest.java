package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Distribution.Normal;
import org.dataassay.valuation.time.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private final Sheet sheet = Sheet.open(CurrencyCode.of("CNY"));
    private final Axis periods = sheet.axis("periods", List.of("2026", "2027", "2028"));

    private Cell given(String name, double value) {
        return sheet.given(name, Unit.FACTOR, Input.of(value));
    }

    @Test
    void royalties_saved_by_hand() {
        var revenue = sheet.given(
                "revenue",
                Unit.MONEY,
                periods,
                InputRow.of(List.of(Money.of("100", "CNY"), Money.of("110", "CNY"), Money.of("121", "CNY"))));
        var royalty = sheet.given("royaltyRate", Unit.SHARE, Input.of(0.05));
        var rate = sheet.given("discountRate", Unit.RATE, Input.of(Rate.of(0.10)));
        var t = sheet.fixed("t", Unit.INDEX, periods, List.of(1.0, 2.0, 3.0));
        var saved = sheet.let("saved", revenue.times(royalty));
        var worksheet = sheet.close(sheet.let(
                "presentValue",
                saved.times(Cell.ONE.plus(rate).power(t.negated())).sum()));
        // each period 5 / 1.1
        assertThat(worksheet.value()).isEqualTo(3 * 5 / 1.1, within(1e-14));
        assertThat(worksheet.values("saved").get(1)).isEqualTo(5.5);
        assertThat(worksheet.unit("presentValue")).isEqualTo(Unit.MONEY);
        assertThat(worksheet.derivatives().by("royaltyRate")).isEqualTo(300 / 1.1, within(1e-11));
        assertThat(worksheet.unsourced()).containsExactly("revenue", "royaltyRate", "discountRate");
    }

    @Test
    void no_accessor_of_a_figure_gives_a_number() {
        for (var type : List.of(Cell.class, Row.class, Figure.class, Sheet.class)) {
            for (var method : type.getMethods()) {
                if (method.getDeclaringClass() == Object.class
                        || method.getName().equals("hashCode")
                        || method.getName().equals("equals")) continue;
                assertThat(method.getReturnType())
                        .as("%s", method)
                        .isNotIn(double.class, Double.class, Money.class, Number.class);
            }
        }
    }

    @Test
    void a_debugger_sees_the_number() {
        var x = given("x", 3);
        assertThat(x.times(x)).hasToString("x × x [factor] = 9");
        assertThat(sheet.let("y", x.plus(Cell.ONE))).hasToString("y = x + 1 [factor] = 4");
        var root = sheet.root("r", Unit.FACTOR, Cell.ZERO, Cell.number(10), u -> {
            assertThat(u.plus(x).toString()).doesNotContain(" = ");
            return u.minus(x);
        });
        assertThat(root.toString()).endsWith("= 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revenue", "收入", "الإيرادات", "हिन्दी", "R-D", "year 2026", "a.b_c-d", "𠮷野家"})
    void names_are_words_of_any_language(String name) {
        var worksheet = sheet.close(sheet.let("result", given(name, 2).times(Cell.ONE)));
        assertThat(worksheet.value(name)).isEqualTo(2);
        assertThat(worksheet.graph().replay().digest()).isEqualTo(worksheet.digest());
        assertThat(worksheet.spreadsheet().tabs().get(0).cells())
                .anyMatch(cell -> cell.text().equals(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "😀",
                "-x",
                "a//b",
                "/a",
                "a/",
                "a\nb",
                "<b>",
                "a\"b",
                "x123456789x123456789x123456789x123456789x123456789x123456789x123456789x123456789x"
            })
    void other_names_are_refused(String name) {
        assertThatThrownBy(() -> given(name, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("figure name");
    }

    @Test
    void emoji_may_stand_on_an_axis() {
        var axis = sheet.axis("assets", List.of("🗺️ maps", "اسم", "数据"));
        var worksheet = sheet.close(sheet.let(
                "total",
                sheet.given("row", Unit.FACTOR, axis, InputRow.of(List.of(1.0, 2.0, 3.0)))
                        .sum()));
        assertThat(worksheet.spreadsheet().tabs().get(0).cells())
                .anyMatch(cell -> cell.text().equals("🗺️ maps"));
    }

    @Test
    void a_name_is_used_once_and_a_path_has_an_end() {
        given("x", 1);
        assertThatThrownBy(() -> given("x", 2))
                .hasMessage(
                        "x is used twice: a sheet names each figure once. Choose another name, or write into a section.");
        sheet.section("s").given("x", Unit.FACTOR, Input.of(1.0));
        assertThatThrownBy(() ->
                        sheet.section("a".repeat(80)).section("b".repeat(80)).section("c".repeat(80)))
                .hasMessageContaining("200 characters");
    }

    @Test
    void inputs_must_fit() {
        assertThatThrownBy(() -> given("x", Double.NaN)).hasMessageContaining("x is not a finite number: NaN");
        assertThatThrownBy(() -> sheet.given("m", Unit.MONEY, Input.of(Money.of("1", "USD"))))
                .hasMessageContaining("USD")
                .hasMessageContaining("exchange rate");
        assertThatThrownBy(() -> sheet.given("m", Unit.SHARE, Input.of(Money.of("1", "CNY"))))
                .hasMessageContaining("its unit is money where share is needed");
        assertThatThrownBy(() -> sheet.given("r", Unit.FACTOR, periods, InputRow.of(List.of(1.0, 2.0))))
                .hasMessageContaining("r does not fit: it has 2 values but periods has 3")
                .hasMessageContaining("2026 to 2028");
        assertThatThrownBy(() -> sheet.given(
                        "r", Unit.FACTOR, periods, InputRow.of(List.of(1.0, Double.POSITIVE_INFINITY, 3.0))))
                .hasMessageContaining("r[2027]");
        assertThatThrownBy(() -> sheet.given(
                        "r", Unit.FACTOR, periods, List.of(Input.of(1.0).sharedAs("a"), Input.of(1.0), Input.of(1.0))))
                .hasMessageContaining("shared assumptions");
    }

    @Test
    void rows_combine_on_one_axis_only() {
        var a = sheet.given("a", Unit.FACTOR, periods, InputRow.of(List.of(1.0, 2.0, 3.0)));
        var b = sheet.given(
                "b", Unit.FACTOR, sheet.axis("periods", List.of("2026", "2027")), InputRow.of(List.of(1.0, 2.0)));
        assertThatThrownBy(() -> a.plus(b))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("b does not fit")
                .hasMessageContaining("periods (2: 2026 …)")
                .hasMessageContaining("periods (3: 2026 …)");
        assertThat(a.plus(sheet.given(
                                "c",
                                Unit.FACTOR,
                                sheet.axis("periods", List.of("2026", "2027", "2028")),
                                InputRow.of(List.of(1.0, 2.0, 3.0))))
                        .axis())
                .isEqualTo(periods);
    }

    @Test
    void a_figure_that_is_not_finite_is_named_with_its_operands() {
        var x = given("x", 1);
        var y = given("y", -1);
        var ratio = sheet.let("ratio", x.dividedBy(y.plus(Cell.ONE)));
        assertThatThrownBy(() -> sheet.close(sheet.let("result", ratio.negated())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ratio is not a finite number")
                .hasMessageContaining("x = 1");
    }

    @Test
    void a_guard_speaks_before_the_figure_that_it_protects() {
        var g = given("growth", 0.12);
        var r = given("rate", 0.10);
        sheet.require("growthBelowRate", g, Relation.LESS, r, "Lower the growth.");
        var gap = sheet.let("perpetuity", Cell.ONE.dividedBy(r.minus(g)));
        assertThatThrownBy(() -> sheet.close(gap))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "growthBelowRate: it must hold that growth < rate, but 0.12 is not < 0.1. Lower the growth.");
    }

    @Test
    void a_root_without_a_sign_change_names_itself() {
        var x = given("x", 1);
        var root = sheet.root(
                "impliedRate", Unit.RATE, Cell.ZERO, Cell.ONE, r -> r.power(2).plus(x));
        assertThatThrownBy(() -> sheet.close(root))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("impliedRate")
                .hasMessageContaining("no sign change");
    }

    @Test
    void an_input_of_a_root_that_is_not_finite_is_named_before_the_root() {
        var x = given("x", 0);
        var bad = sheet.let("bad", Cell.ONE.dividedBy(x));
        var root = sheet.root("root", Unit.FACTOR, Cell.ZERO, Cell.ONE, r -> r.minus(bad));
        assertThatThrownBy(() -> sheet.close(root)).hasMessageContaining("bad is not a finite number");
    }

    @Test
    void a_root_needs_its_unknown_and_a_bracket_in_its_unit() {
        var price = sheet.given("price", Unit.MONEY, Input.of(5.0));
        assertThatThrownBy(() -> sheet.root("r", Unit.RATE, Cell.ZERO, Cell.ONE, r -> Cell.ONE))
                .hasMessageContaining("does not depend on the unknown");
        assertThatThrownBy(() -> sheet.root("r", Unit.MONEY, Cell.ZERO, price, r -> r.minus(price)))
                .hasMessageContaining("its own unit");
    }

    @Test
    void a_multiple_root_is_found_and_has_no_derivative() {
        var x = given("x", 0);
        sheet.let(
                "within",
                sheet.root(
                        "r",
                        Unit.FACTOR,
                        Cell.number(-1),
                        Cell.number(2),
                        r -> r.power(3).minus(x)));
        var worksheet = sheet.close(sheet.root(
                "atTheEnd",
                Unit.FACTOR,
                Cell.ZERO,
                Cell.number(2),
                r -> r.power(3).minus(x)));
        assertThat(worksheet.value("within")).isEqualTo(0, within(1e-16));
        assertThat(worksheet.value()).isZero();
        assertThatThrownBy(worksheet::derivatives)
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("slope");
    }

    @Test
    void a_bracket_in_the_wrong_order_holds_no_root() {
        var x = given("x", 1);
        var root = sheet.root("r", Unit.FACTOR, Cell.number(2), Cell.ZERO, r -> r.minus(x));
        assertThatThrownBy(() -> sheet.close(root))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("r did not converge");
    }

    @Test
    void a_root_within_a_root_is_solved_and_a_third_level_refused() {
        var a = given("a", 2);
        // inner y(x): y³ = x; outer: x + y(x) = a + 8, so x = 8, y = 2
        var x = sheet.root(
                "x",
                Unit.FACTOR,
                Cell.ZERO,
                Cell.number(20),
                u -> u.plus(sheet.root(
                                "y",
                                Unit.FACTOR,
                                Cell.ZERO,
                                Cell.number(5),
                                v -> v.power(3).minus(u)))
                        .minus(a.plus(Cell.number(8))));
        var worksheet = sheet.close(x);
        assertThat(worksheet.value()).isEqualTo(8, within(1e-12));
        assertThat(worksheet.value("y")).isEqualTo(2, within(1e-12));
        // dx/da = 1 / (1 + 1 / (3 y²)) = 12 / 13
        assertThat(worksheet.derivatives().by("a")).isEqualTo(12.0 / 13, within(1e-12));
        var third = Sheet.open(CurrencyCode.of("CNY"));
        var deep = third.root(
                "p",
                Unit.FACTOR,
                Cell.ZERO,
                Cell.number(5),
                p -> third.root(
                                "q",
                                Unit.FACTOR,
                                Cell.ZERO,
                                Cell.number(5),
                                q -> third.root(
                                                "r",
                                                Unit.FACTOR,
                                                Cell.ZERO,
                                                Cell.number(5),
                                                r -> r.minus(q).minus(p).plus(Cell.ONE))
                                        .minus(q))
                        .minus(p));
        assertThatThrownBy(() -> third.close(deep)).hasMessageContaining("roots within each other");
    }

    @Test
    void a_shared_assumption_is_one_input() {
        var tax = Input.of(0.25).distributed(new Normal(0.25, 0.01)).sharedAs("taxRate");
        var a = sheet.section("a").given("tax", Unit.SHARE, tax);
        var b = sheet.section("b").given("tax", Unit.SHARE, tax);
        assertThatThrownBy(() -> sheet.section("c")
                        .given("tax", Unit.SHARE, Input.of(0.2).sharedAs("taxRate")))
                .hasMessageContaining("State the assumption once.");
        assertThatThrownBy(() -> sheet.section("c")
                        .given(
                                "tax",
                                Unit.SHARE,
                                Input.of(0.25)
                                        .distributed(new Normal(0.25, 0.02))
                                        .sharedAs("taxRate")))
                .hasMessageContaining("distribution");
        var worksheet = sheet.close(sheet.let("gap", a.minus(b)));
        assertThat(worksheet.derivatives().partials()).hasSize(1);
        var spread = worksheet.simulate(Simulation.of(1).withDraws(2048)).of("gap");
        assertThat(spread.standardDeviation()).isZero();
        assertThat(spread.greatest()).isZero();
    }

    @Test
    void figures_of_another_sheet_are_refused() {
        var other = Sheet.open(CurrencyCode.of("CNY"));
        var foreign = other.given("foreign", Unit.FACTOR, Input.of(1.0));
        var result = sheet.let("result", given("x", 1).plus(foreign));
        assertThatThrownBy(() -> sheet.close(result))
                .hasMessageContaining("foreign does not fit: it belongs to another sheet");
    }

    @Test
    void constants_may_be_named_on_many_sheets() {
        var half = Cell.number(0.5);
        for (int k = 0; k < 2; k++) {
            var one = Sheet.open(CurrencyCode.of("CNY"));
            assertThat(one.close(one.let("half" + k, half)).value()).isEqualTo(0.5);
            assertThat(half).hasToString("0.5 [number] = 0.5");
        }
    }

    @Test
    void a_closed_sheet_takes_nothing_more() {
        var result = sheet.let("result", given("x", 1).times(Cell.ONE));
        sheet.close(result);
        assertThatThrownBy(() -> given("y", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sheet.require("g", result, Relation.GREATER, Cell.ZERO, ""))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_figure_named_after_its_user_keeps_its_place_through_a_replay() {
        var x = given("x", 2);
        var late = x.times(x);
        sheet.let("first", x.plus(Cell.ONE).times(late));
        sheet.let("late", late);
        var worksheet = sheet.close(sheet.let("result", late.exp()));
        assertThat(worksheet.graph().replay().graph()).isEqualTo(worksheet.graph());
        assertThat(worksheet.graph().replay().names()).isEqualTo(worksheet.names());
    }

    @Test
    void textbook_rounding_reproduces_a_published_calculation() {
        var rounded = Sheet.open(CurrencyCode.of("CNY"), Rounding.textbook(Map.of("factor", 2)));
        var x = rounded.given("x", Unit.FACTOR, Input.of(1.005));
        var factor = rounded.let("factor", x.times(Cell.ONE));
        var worksheet = rounded.close(rounded.let("result", factor.times(Cell.number(100))));
        // half up on the shortest decimal 1.005, though the double lies below it
        assertThat(worksheet.value("factor")).isEqualTo(1.01);
        assertThat(worksheet.derivatives().throughRounding()).isTrue();
        assertThat(worksheet.derivatives().by("x")).isEqualTo(100);
        assertThatThrownBy(() -> worksheet.simulate(Simulation.of(1)))
                .hasMessageContaining("rounds figures on the way");
        var typo = Sheet.open(CurrencyCode.of("CNY"), Rounding.textbook(Map.of("factr", 2, "x", 1)));
        var y = typo.given("x", Unit.FACTOR, Input.of(1.0));
        assertThatThrownBy(() -> typo.close(typo.let("factor", y.times(y)))).hasMessageContaining("[factr, x]");
    }

    @Test
    void a_kink_is_flagged_and_the_branch_taken_counts() {
        var x = given("x", 1);
        var y = given("y", 1);
        sheet.let("least", x.min(y));
        sheet.let("greatest", x.max(Cell.ONE));
        sheet.let("distance", x.minus(y).abs());
        sheet.let("choice", Figure.when(x, Relation.GREATER_OR_EQUAL, y, x.times(Cell.number(3)), y));
        sheet.let("smooth", x.times(y).plus(x.min(x)));
        sheet.let(
                "root",
                sheet.root(
                        "atKink",
                        Unit.FACTOR,
                        Cell.ONE,
                        Cell.number(5),
                        r -> r.max(x).plus(r).minus(Cell.number(2))));
        var worksheet =
                sheet.close(sheet.let("untouched", x.min(y).times(Cell.ZERO).plus(x)));
        for (var name : List.of("least", "greatest", "distance", "choice", "root"))
            assertThat(worksheet.derivatives(name).atKink()).as(name).isTrue();
        assertThat(worksheet.derivatives("smooth").atKink()).isFalse();
        assertThat(worksheet.derivatives("least").by("x")).isEqualTo(1);
        assertThat(worksheet.derivatives("choice").by("x")).isEqualTo(3);
        assertThat(worksheet.derivatives("untouched").atKink()).isFalse();
    }

    @Test
    void a_slope_that_is_infinite_but_unused_does_no_harm() {
        var x = given("x", 0);
        var y = given("y", 2);
        sheet.let("vertical", x.sqrt().plus(y));
        var worksheet = sheet.close(sheet.let("taken", Figure.when(x, Relation.GREATER, y, x.sqrt(), y)));
        assertThat(worksheet.derivatives().by("x")).isZero();
        assertThat(worksheet.derivatives().by("y")).isEqualTo(1);
        assertThatThrownBy(() -> worksheet.derivatives("vertical"))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("vertical")
                .hasMessageContaining("by x");
        assertThatThrownBy(() -> worksheet.derivatives().by("z")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void digests_tell_inputs_apart() {
        var digests = new HashSet<String>();
        for (var elements : List.of(List.of("a, b", "c"), List.of("a", "b, c"))) {
            var one = Sheet.open(CurrencyCode.of("CNY"));
            digests.add(one.close(one.let(
                            "sum",
                            one.given("x", Unit.FACTOR, one.axis("n", elements), InputRow.of(List.of(1.0, 2.0)))
                                    .sum()))
                    .digest());
        }
        assertThat(digests).hasSize(2);
    }
}
