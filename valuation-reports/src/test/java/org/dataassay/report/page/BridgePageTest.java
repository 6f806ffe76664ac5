package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFinding;
import org.dataassay.valuation.reconcile.BridgeFinding.Step;
import org.dataassay.valuation.reconcile.ValueBridge;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.sheet.Bridge.Cause;
import org.dataassay.valuation.sheet.Bridge.Move;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BridgePageTest {

    private static final Map<String, MethodId> METHODS = Map.of("income", MethodId.of("income.relief-from-royalty"));

    private static Move move(String input, Unit unit, double before, double after) {
        return new Move(input, Optional.empty(), unit, OptionalDouble.of(before), OptionalDouble.of(after));
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static BridgeFinding finding() {
        var dropped = new Move(
                "income/revenue",
                Optional.of("2025"),
                Unit.MONEY,
                OptionalDouble.of(3_200_000),
                OptionalDouble.empty());
        return new BridgeFinding(
                ValueBridge.ID,
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 12, 31),
                cny("1880000.00"),
                cny("2120000.00"),
                cny("240000.00"),
                List.of(
                        new Step(Cause.DATE_ROLL, "dateRoll", cny("39519.78"), List.of(dropped)),
                        new Step(
                                Cause.INPUT,
                                "income/royaltyRate",
                                cny("255284.56"),
                                List.of(move("income/royaltyRate", Unit.SHARE, 0.21, 0.23))),
                        new Step(
                                Cause.INPUT,
                                "assumptions",
                                cny("-46938.27"),
                                List.of(
                                        move("assumptions/discountRate", Unit.RATE, 0.17, 0.16),
                                        move("assumptions/taxRate", Unit.SHARE, 0.2, 0.25))),
                        new Step(
                                Cause.INPUT,
                                "<b>what & why",
                                cny("0.00"),
                                List.of(
                                        move("income/annualLoss", Unit.SHARE, 0.05, 0.06),
                                        move("conclusion/x", Unit.FACTOR, 1, 2))),
                        new Step(Cause.ROUNDING, "rounding", cny("-7866.07"), List.of())),
                List.of(
                        Note.of(Note.Kind.ASSUMPTION, "bridge-shapley", "English words"),
                        Note.of(Note.Kind.WARNING, "bridge-not-separable", "English words")),
                new Provenance(ValueBridge.ID, 1, "0.1.0", ValueBridge.Options.STANDARD, "ab".repeat(32), 1));
    }

    private static String html(Language language) {
        return BridgePage.html(finding(), "Strikes & more", METHODS, language, UnaryOperator.identity());
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Texts.named(BridgePage.class, "bridge", Language.CHINESE).keys())
                .isEqualTo(Texts.named(BridgePage.class, "bridge", Language.ENGLISH)
                        .keys());
    }

    @Test
    void tells_each_step_and_what_moved() {
        assertThat(html(Language.ENGLISH))
                .contains("CNY +240,000.00", "+12.8% of the earlier value")
                .contains("Passage of time", "dropped out", "Royalty rate", "21% → 23%")
                .contains("Shared assumptions: inputs", "numbers that moved: 2")
                .contains("CNY −46,938.27", "The bars of both values are cut")
                .contains("divided by the Shapley value")
                .doesNotContain("English words")
                .doesNotContain("<b>what")
                .contains("&lt;b&gt;what &amp; why");
    }

    @Test
    void says_it_in_chinese() {
        assertThat(html(Language.CHINESE))
                .contains("价值变动桥", "+240,000.00 元", "时间推移", "已退出", "共用假设：参数", "许可费率", "沙普利值")
                .doesNotContain("English words");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_same_finding_gives_the_same_bytes_and_asks_nobody(Language language) {
        var page = html(language);
        assertThat(html(language)).isEqualTo(page);
        assertThat(page).doesNotContain("<script", "href=\"http", "src=").contains("Content-Security-Policy");
    }

    @Test
    void a_summary_has_a_line_per_step() {
        var lines = BridgePage.summary(finding(), METHODS, Language.ENGLISH, UnaryOperator.identity());
        assertThat(lines)
                .containsExactly(
                        "31 December 2024  CNY 1,880,000.00",
                        "  Passage of time  CNY +39,519.78",
                        "  Royalty rate · Relief from royalty  CNY +255,284.56",
                        "  Shared assumptions: inputs  CNY −46,938.27",
                        "  <b>what & why  CNY 0.00",
                        "  Rounding  CNY −7,866.07",
                        "31 December 2025  CNY 2,120,000.00");
    }

    @Test
    void totals_are_cut_only_where_changes_are_small() {
        var money = Quantity.money("CNY");
        var small =
                List.of(Waterfall.Step.total("a", 100), Waterfall.Step.change("b", 5), Waterfall.Step.total("c", 105));
        assertThat(new Waterfall("w", money, small).cut().start()).isEqualTo(97);
        var great = List.of(
                Waterfall.Step.total("a", 100), Waterfall.Step.change("b", 150), Waterfall.Step.total("c", 250));
        assertThat(new Waterfall("w", money, great).cut().start()).isZero();
        var below =
                List.of(Waterfall.Step.total("a", 1), Waterfall.Step.change("b", -2), Waterfall.Step.total("c", -1));
        assertThat(new Waterfall("w", money, below).cut().start()).isZero();
        assertThat(new Waterfall("w", money, List.of(Waterfall.Step.total("a", 5)))
                        .cut()
                        .start())
                .isZero();
    }
}
