package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Bridge.Cause;
import org.dataassay.valuation.sheet.Bridge.Move;
import org.dataassay.valuation.sheet.Bridge.Part;
import org.dataassay.valuation.sheet.Bridge.Remark;
import org.junit.jupiter.api.Test;

class BridgeTest {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");
    private static final LocalDate OLD = LocalDate.of(2024, 12, 31);
    private static final LocalDate NEW = LocalDate.of(2025, 12, 31);

    private static Money cny(double amount) {
        return Money.of(BigDecimal.valueOf(amount), CNY);
    }

    private static Sheet sheet() {
        return Sheet.open(CNY);
    }

    /** price · quantity. */
    private static Worksheet sales(double price, double quantity) {
        var sheet = sheet();
        var p = sheet.given("price", Unit.MONEY, Input.of(cny(price)));
        var q = sheet.given("quantity", Unit.FACTOR, Input.of(quantity));
        return sheet.close(sheet.let("value", p.times(q)));
    }

    private static Part part(Bridge bridge, String name) {
        return bridge.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Bridge bridge) {
        return bridge.parts().stream().map(Part::name).toList();
    }

    @Test
    void price_and_quantity_share_the_corner() {
        // 100 · 10 to 120 · 13: price 20 · (10 + 13)/2 = 230, quantity 3 · (100 + 120)/2 = 330
        var bridge = sales(100, 10).bridge(sales(120, 13), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("price", "quantity");
        assertThat(part(bridge, "price").amount()).isEqualTo(230);
        assertThat(part(bridge, "quantity").amount()).isEqualTo(330);
        assertThat(part(bridge, "price").moves())
                .containsExactly(new Move(
                        "price", Optional.empty(), Unit.MONEY, OptionalDouble.of(100), OptionalDouble.of(120)));
        assertThat(bridge.difference()).isEqualTo(560);
        assertThat(bridge.remarks()).isEmpty();
    }

    @Test
    void what_did_not_change_is_not_listed_and_what_changed_in_vain_gets_nothing() {
        var bridge = sales(100, 10).bridge(sales(100, 13), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("quantity");
        assertThat(sales(100, 10).bridge(sales(100, 10), BridgeTerms.NONE).parts())
                .isEmpty();
        assertThat(sales(100, 10).bridge(sales(100, 10), BridgeTerms.NONE).amounts(RoundingMode.HALF_UP))
                .isEmpty();
        assertThat(part(sales(0, 10).bridge(sales(0, 13), BridgeTerms.NONE), "quantity")
                        .amount())
                .isZero();
    }

    @Test
    void amounts_add_up_to_the_minor_unit() {
        var sheet = sheet();
        var a = sheet.given("a", Unit.MONEY, Input.of(cny(0)));
        var parts = List.of("b", "c");
        var sum = a;
        for (var name : parts) sum = sum.plus(sheet.given(name, Unit.MONEY, Input.of(cny(0))));
        var old = sheet.close(sheet.let("value", sum.dividedBy(Cell.number(3))));
        var now = old.with("a", Optional.empty(), 1)
                .with("b", Optional.empty(), 1)
                .with("c", Optional.empty(), 1);
        // a third each, together one: the cent goes to the first
        assertThat(old.bridge(now, BridgeTerms.NONE).amounts(RoundingMode.HALF_EVEN))
                .containsExactly(cny(0.34), cny(0.33), cny(0.33));
    }

    @Test
    void amounts_add_up_where_doubles_do_not() {
        var old = sales(123_456_789_012_345.67, 1.1);
        var now = sales(123_456_789_012_777.19, 1.3);
        var bridge = old.bridge(now, BridgeTerms.NONE);
        var amounts = bridge.amounts(RoundingMode.HALF_EVEN);
        var total = Money.ofRounded(now.value(), CNY, RoundingMode.HALF_EVEN)
                .minus(Money.ofRounded(old.value(), CNY, RoundingMode.HALF_EVEN));
        assertThat(amounts.get(0).plus(amounts.get(1))).isEqualTo(total);
    }

    // -------- the date

    /** Sum of flows over (1 + r)^(t − ½), flows named by year, life in force as in the income methods. */
    private static Worksheet forecast(int from, List<Double> flows, double rate, double life) {
        var sheet = sheet();
        int n = flows.size();
        var periods = sheet.axis(
                "periods",
                IntStream.range(0, n).mapToObj(i -> Integer.toString(from + i)).toList());
        var flow = sheet.given(
                "flow",
                Unit.MONEY,
                periods,
                InputRow.of(flows.stream().map(BridgeTest::cny).toList()));
        var r = sheet.given("discountRate", Unit.SHARE, Input.of(rate));
        var t = sheet.fixed(
                "t",
                Unit.YEARS,
                periods,
                IntStream.range(0, n).mapToObj(i -> i + 0.5).toList());
        var lasts = sheet.given("remainingUsefulLife", Unit.YEARS, Input.of(life));
        var inForce = lasts.minus(t)
                .plus(Cell.number(0.5))
                .max(Cell.ZERO)
                .min(Cell.ONE)
                .as(Unit.SHARE);
        return sheet.close(sheet.let(
                "value",
                flow.times(inForce).times(Cell.ONE.plus(r).power(t.negated())).sum()));
    }

    private static double present(List<Double> flows, double rate) {
        double value = 0;
        for (int i = 0; i < flows.size(); i++) value += flows.get(i) / Math.pow(1 + rate, i + 0.5);
        return value;
    }

    @Test
    void a_year_passes_and_nothing_else() {
        var old = forecast(2025, List.of(100.0, 110.0, 120.0), 0.1, 3);
        var now = forecast(2026, List.of(110.0, 120.0, 130.0), 0.1, 3);
        var bridge = old.bridge(now, BridgeTerms.NONE.dated(OLD, NEW));
        assertThat(names(bridge)).containsExactly("dateRoll");
        assertThat(part(bridge, "dateRoll").cause()).isEqualTo(Cause.DATE_ROLL);
        assertThat(part(bridge, "dateRoll").amount()).isEqualTo(now.value() - old.value());
        // 2025 drops out, 2028 comes in
        assertThat(part(bridge, "dateRoll").moves())
                .containsExactly(
                        new Move(
                                "flow",
                                Optional.of("2028"),
                                Unit.MONEY,
                                OptionalDouble.empty(),
                                OptionalDouble.of(130)),
                        new Move(
                                "flow",
                                Optional.of("2025"),
                                Unit.MONEY,
                                OptionalDouble.of(100),
                                OptionalDouble.empty()));
    }

    @Test
    void the_forecast_is_compared_year_by_year() {
        var old = forecast(2025, List.of(100.0, 110.0, 120.0), 0.1, 3);
        var now = forecast(2026, List.of(105.0, 125.0, 130.0), 0.1, 3);
        var bridge = old.bridge(now, BridgeTerms.NONE.dated(OLD, NEW));
        assertThat(names(bridge)).containsExactly("dateRoll", "flow");
        assertThat(part(bridge, "dateRoll").amount())
                .isCloseTo(
                        present(List.of(110.0, 120.0, 130.0), 0.1) - present(List.of(100.0, 110.0, 120.0), 0.1),
                        within(1e-12));
        assertThat(part(bridge, "flow").amount()).isCloseTo(present(List.of(-5.0, 5.0, 0.0), 0.1), within(1e-12));
        assertThat(part(bridge, "flow").moves())
                .extracting(move -> move.element().orElseThrow())
                .containsExactly("2026", "2027");
    }

    @Test
    void a_life_that_fell_by_the_year_that_passed_moves_with_the_date() {
        var old = forecast(2025, List.of(100.0, 110.0, 120.0), 0.1, 3);
        var now = forecast(2026, List.of(110.0, 120.0), 0.1, 2);
        var bridge = old.bridge(now, BridgeTerms.NONE.dated(OLD, NEW));
        assertThat(names(bridge)).containsExactly("dateRoll");
        // without dates nobody knows, and the old life reaches beyond the new forecast
        assertThat(names(old.bridge(now, BridgeTerms.NONE))).containsExactly("dateRoll", "remainingUsefulLife");
        var shorter = forecast(2026, List.of(110.0, 120.0), 0.1, 1.5);
        assertThat(names(old.bridge(shorter, BridgeTerms.NONE.dated(OLD, NEW))))
                .containsExactly("dateRoll", "remainingUsefulLife");
    }

    @Test
    void periods_without_dates_do_not_roll() {
        var old = sheet();
        var axis = old.axis("periods", List.of("1", "2"));
        var flow = old.given("flow", Unit.MONEY, axis, InputRow.of(List.of(cny(1), cny(2))));
        var before = old.close(old.let("value", flow.sum()));
        var now = sheet();
        var longer = now.axis("periods", List.of("1", "2", "3"));
        var flows = now.given("flow", Unit.MONEY, longer, InputRow.of(List.of(cny(1), cny(2), cny(3))));
        var bridge = before.bridge(now.close(now.let("value", flows.sum())), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("structure");
        assertThat(part(bridge, "structure").amount()).isEqualTo(3);
        assertThat(part(bridge, "structure").moves()).hasSize(5);
    }

    // -------- formulas

    private static Worksheet timed(int from, double first, double shift) {
        var sheet = sheet();
        var periods = sheet.axis("periods", List.of(Integer.toString(from), Integer.toString(from + 1)));
        var flow = sheet.given("flow", Unit.MONEY, periods, InputRow.of(List.of(cny(first), cny(first + 10))));
        var r = sheet.given("discountRate", Unit.SHARE, Input.of(0.1));
        var t = sheet.fixed("t", Unit.YEARS, periods, List.of(1 - shift, 2 - shift));
        return sheet.close(sheet.let(
                "value", flow.times(Cell.ONE.plus(r).power(t.negated())).sum()));
    }

    @Test
    void another_convention_is_the_methods_part() {
        var bridge = timed(2026, 100, 0).bridge(timed(2026, 100, 0.5), BridgeTerms.NONE.withChangedMethods(Set.of("")));
        assertThat(bridge.parts()).extracting(Part::cause).containsExactly(Cause.METHOD);
        assertThat(part(bridge, "method").amount()).isCloseTo(bridge.difference(), within(1e-12));
        // where nobody says that the options changed, it is another structure
        assertThat(timed(2026, 100, 0)
                        .bridge(timed(2026, 100, 0.5), BridgeTerms.NONE)
                        .parts())
                .extracting(Part::cause)
                .containsExactly(Cause.STRUCTURE);
    }

    @Test
    void date_convention_and_input_stand_in_their_order() {
        var old = timed(2025, 100, 0);
        var now = timed(2026, 115, 0.5);
        var bridge = old.bridge(now, BridgeTerms.NONE.dated(OLD, NEW).withChangedMethods(Set.of("")));
        assertThat(names(bridge)).containsExactly("dateRoll", "method", "flow");
        // old 100, 110; at the new date 110 and the new 125 at whole years; then at half years; then 115 for 110
        assertThat(part(bridge, "dateRoll").amount())
                .isCloseTo((110 / 1.1 + 125 / 1.21) - (100 / 1.1 + 110 / 1.21), within(1e-12));
        assertThat(part(bridge, "method").amount())
                .isCloseTo((110 / 1.1 + 125 / 1.21) * (Math.sqrt(1.1) - 1), within(1e-12));
        assertThat(part(bridge, "flow").amount()).isCloseTo(5 / Math.sqrt(1.1), within(1e-12));
        assertThat(bridge.remarks()).isEmpty();
    }

    @Test
    void options_that_change_nothing_are_still_told() {
        var bridge = sales(1, 2).bridge(sales(1, 3), BridgeTerms.NONE.withChangedMethods(Set.of("")));
        assertThat(names(bridge)).containsExactly("method", "quantity");
        assertThat(part(bridge, "method").amount()).isZero();
    }

    @Test
    void another_formula_is_one_part_structure_before_the_inputs() {
        var now = sheet();
        var p = now.given("price", Unit.MONEY, Input.of(cny(120)));
        var q = now.given("quantity", Unit.FACTOR, Input.of(13.0));
        var fee = now.given("fee", Unit.MONEY, Input.of(cny(50)));
        var bridge = sales(100, 10).bridge(now.close(now.let("value", p.times(q).minus(fee))), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("structure", "price", "quantity");
        assertThat(part(bridge, "structure").amount()).isEqualTo(-50);
        assertThat(part(bridge, "structure").moves()).extracting(Move::input).containsExactly("fee");
        assertThat(part(bridge, "price").amount()).isEqualTo(230);
    }

    @Test
    void a_row_that_gained_an_element_is_structure() {
        var old = prices(List.of("a", "b"), List.of(10.0, 20.0), 2);
        var now = prices(List.of("a", "b", "c"), List.of(11.0, 21.0, 30.0), 3);
        var bridge = old.bridge(now, BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("structure", "quantity");
        // 30 · 2 to 62 · 2, then 62 · (3 − 2)
        assertThat(part(bridge, "structure").amount()).isEqualTo(64);
        assertThat(part(bridge, "quantity").amount()).isEqualTo(62);
        assertThat(bridge.remarks()).isEmpty();
    }

    private static Worksheet prices(List<String> names, List<Double> prices, double quantity) {
        var sheet = sheet();
        var axis = sheet.axis("comparables", names);
        var price = sheet.given(
                "price",
                Unit.MONEY,
                axis,
                InputRow.of(prices.stream().map(BridgeTest::cny).toList()));
        var q = sheet.given("quantity", Unit.FACTOR, Input.of(quantity));
        return sheet.close(sheet.let("value", price.sum().times(q)));
    }

    @Test
    void date_and_formulas_that_cannot_be_told_apart_are_one_part() {
        // the forecast got shorter and the convention changed
        var old = forecast(2025, List.of(100.0, 110.0, 120.0), 0.1, 3);
        var sheet = sheet();
        var periods = sheet.axis("periods", List.of("2026", "2027"));
        var flow = sheet.given("flow", Unit.MONEY, periods, InputRow.of(List.of(cny(110), cny(120))));
        var r = sheet.given("discountRate", Unit.SHARE, Input.of(0.12));
        var now = sheet.close(sheet.let("value", flow.sum().dividedBy(Cell.ONE.plus(r))));
        var bridge = old.bridge(now, BridgeTerms.NONE.dated(OLD, NEW));
        assertThat(names(bridge)).containsExactly("structure", "discountRate");
        assertThat(bridge.remarks()).containsExactly(Remark.NOT_SEPARABLE);
        assertThat(part(bridge, "structure").amount()).isCloseTo(230 / 1.1 - old.value(), within(1e-12));
    }

    // -------- groups

    private static Worksheet sum(int sections, int inputs, double each) {
        var sheet = sheet();
        var total = sheet.section("total").given("base", Unit.MONEY, Input.of(cny(1)));
        for (int s = 0; s < sections; s++) {
            var section = sheet.section("s" + s);
            for (int i = 0; i < inputs; i++)
                total = total.plus(section.given("x" + i, Unit.MONEY, Input.of(cny(each * (s + 1) * (i + 1)))));
        }
        return sheet.close(sheet.section("total").let("value", total));
    }

    @Test
    void more_than_twelve_inputs_are_grouped_by_section() {
        assertThat(names(sum(3, 4, 1).bridge(sum(3, 4, 2), BridgeTerms.NONE))).hasSize(12);
        var bridge = sum(3, 5, 1).bridge(sum(3, 5, 2), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("s0", "s1", "s2");
        assertThat(bridge.parts()).extracting(Part::amount).containsExactly(15.0, 30.0, 45.0);
        assertThat(part(bridge, "s1").moves()).hasSize(5);
        assertThat(bridge.remarks()).containsExactly(Remark.GROUPED_BY_SECTION);
    }

    @Test
    void more_than_twelve_sections_leave_the_last_together() {
        var bridge = sum(14, 1, 1).bridge(sum(14, 1, 2), BridgeTerms.NONE);
        assertThat(bridge.parts()).hasSize(12);
        assertThat(part(bridge, "others").amount()).isEqualTo(12 + 13 + 14);
    }

    @Test
    void groups_can_be_named() {
        var terms = BridgeTerms.NONE.grouping("first", "s0", "s1/x0");
        var bridge = sum(3, 2, 1).bridge(sum(3, 2, 2), terms);
        assertThat(names(bridge)).containsExactly("first", "s1/x1", "s2/x0", "s2/x1");
        assertThat(part(bridge, "first").amount()).isEqualTo(1 + 2 + 2);
        assertThatThrownBy(() -> sum(1, 1, 1).bridge(sum(1, 1, 2), BridgeTerms.NONE.grouping("a", "nothing")))
                .hasMessage(
                        "groups.a names 'nothing', which is not known. Name an input or a section of the later sheet.");
        assertThatThrownBy(() -> sum(1, 1, 1)
                        .bridge(
                                sum(1, 1, 2),
                                BridgeTerms.NONE.grouping("a", "s0/x0").grouping("b", "s0/x0")))
                .hasMessageContaining("groups.b is used twice: s0/x0");
        var twelve = BridgeTerms.NONE;
        for (int i = 0; i < 12; i++) twelve = twelve.grouping("g" + i, "s" + i);
        var full = twelve;
        assertThat(names(sum(12, 2, 1).bridge(sum(12, 2, 2), full))).hasSize(12);
        assertThatThrownBy(() -> sum(13, 2, 1).bridge(sum(13, 2, 2), full))
                .hasMessageContaining("groups is larger than 12 with the inputs that no group names allowed: 13");
        assertThatThrownBy(() -> full.grouping("g12", "s12")).hasMessageContaining("at most 12");
    }

    /** 1 / (r − g): new growth above the old rate is no calculation. */
    private static Worksheet perpetuity(double rate, double growth, double flow) {
        var sheet = sheet();
        var section = sheet.section("rates");
        var r = section.given("rate", Unit.SHARE, Input.of(rate));
        var g = section.given("growth", Unit.SHARE, Input.of(growth));
        var f = sheet.section("flows").given("flow", Unit.MONEY, Input.of(cny(flow)));
        sheet.require("growthBelowRate", g, Relation.LESS, r, "Lower the growth.");
        return sheet.close(sheet.let("value", f.dividedBy(r.minus(g))));
    }

    @Test
    void mixtures_that_break_a_guard_make_coarser_groups() {
        var bridge = perpetuity(0.05, 0.02, 10).bridge(perpetuity(0.12, 0.06, 12), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("rates", "flows");
        assertThat(bridge.remarks()).containsExactly(Remark.MIXTURES_DO_NOT_HOLD);
        double a = 10 / 0.03;
        double b = 12 / 0.03;
        double c = 10 / 0.06;
        double d = 12 / 0.06;
        assertThat(part(bridge, "rates").amount()).isCloseTo((c - a + d - b) / 2, within(1e-9));
        assertThat(part(bridge, "flows").amount()).isCloseTo((b - a + d - c) / 2, within(1e-9));
    }

    @Test
    void where_no_mixture_holds_all_inputs_are_one_part() {
        var before = limits(1, 2);
        var after = limits(3, 4);
        var bridge = before.bridge(after, BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("inputs");
        assertThat(part(bridge, "inputs").amount()).isEqualTo(4);
        assertThat(part(bridge, "inputs").moves()).hasSize(2);
    }

    private static Worksheet limits(double low, double high) {
        var sheet = sheet();
        var a = sheet.section("one").given("low", Unit.FACTOR, Input.of(low));
        var b = sheet.section("two").given("high", Unit.FACTOR, Input.of(high));
        sheet.require("near", b.minus(a), Relation.EQUAL, Cell.ONE, "Keep them one apart.");
        return sheet.close(sheet.let("value", a.plus(b)));
    }

    @Test
    void an_input_that_does_not_enter_the_value_is_left_out() {
        var bridge = beside(1, 10).bridge(beside(2, 20), BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("price");
        assertThat(part(bridge, "price").amount()).isEqualTo(1);
    }

    private static Worksheet beside(double price, double margin) {
        var sheet = sheet();
        var p = sheet.given("price", Unit.MONEY, Input.of(cny(price)));
        sheet.let("shown", p.times(sheet.given("margin", Unit.FACTOR, Input.of(margin))));
        return sheet.close(sheet.let("value", p.times(Cell.ONE)));
    }

    // -------- rounding

    @Test
    void rounding_on_the_way_is_a_part_of_its_own() {
        var old = rounded(100, 0.333);
        var now = rounded(101, 0.337);
        var bridge = old.bridge(now, BridgeTerms.NONE);
        assertThat(names(bridge)).containsExactly("price", "share", "rounding");
        // 33.3 → 33 and 34.037 → 34: the parts are those of the unrounded figures
        assertThat(part(bridge, "price").amount() + part(bridge, "share").amount())
                .isCloseTo(34.037 - 33.3, within(1e-12));
        assertThat(part(bridge, "rounding").amount()).isCloseTo((34 - 34.037) - (33 - 33.3), within(1e-12));
        assertThat(bridge.remarks()).containsExactly(Remark.ROUNDED_ON_THE_WAY);
        assertThat(bridge.difference()).isEqualTo(1);
    }

    private static Worksheet rounded(double price, double share) {
        var sheet = Sheet.open(CNY, Rounding.textbook(Map.of("value", 0)));
        var p = sheet.given("price", Unit.MONEY, Input.of(cny(price)));
        var s = sheet.given("share", Unit.SHARE, Input.of(share));
        return sheet.close(sheet.let("value", p.times(s)));
    }

    @Test
    void stated_amounts_bring_their_rounding() {
        var bridge = sales(101, 10).bridge(sales(119, 10), BridgeTerms.NONE).stated(1000, 1200);
        assertThat(names(bridge)).containsExactly("price", "rounding");
        assertThat(part(bridge, "rounding").amount()).isEqualTo(20);
        assertThat(bridge.amounts(RoundingMode.HALF_EVEN)).containsExactly(cny(180), cny(20));
    }

    // -------- refusals

    @Test
    void what_cannot_be_bridged_is_refused() {
        var dollars = Sheet.open(CurrencyCode.of("USD"));
        var usd = dollars.close(dollars.let(
                "value",
                dollars.given("x", Unit.MONEY, Input.of(Money.of("1", "USD"))).times(Cell.ONE)));
        assertThatThrownBy(() -> sales(1, 1).bridge(usd, BridgeTerms.NONE))
                .hasMessageContaining("it is in USD, the earlier one in CNY");
        var rate = sheet();
        var share = rate.close(
                rate.let("value", rate.given("x", Unit.SHARE, Input.of(0.1)).times(Cell.ONE)));
        assertThatThrownBy(() -> sales(1, 1).bridge(share, BridgeTerms.NONE))
                .hasMessageContaining("a bridge leads from a value to another of its unit");
        assertThatThrownBy(() -> share.bridge(share, BridgeTerms.NONE).amounts(RoundingMode.HALF_UP))
                .hasMessageContaining("Read the parts unrounded");
    }
}
