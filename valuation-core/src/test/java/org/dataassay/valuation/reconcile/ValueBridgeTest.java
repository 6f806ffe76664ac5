package org.dataassay.valuation.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFacts.MethodTerms;
import org.dataassay.valuation.reconcile.BridgeFacts.StoredValue;
import org.dataassay.valuation.reconcile.BridgeFinding.Step;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Bridge.Cause;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Graph;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;

class ValueBridgeTest {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");
    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2025, 12, 31);
    private static final ValuationContext CONTEXT = ValuationContext.of(AFTER, CNY, BasisOfValue.MARKET_VALUE);
    private static final MethodId METHOD = MethodId.of("income.sample");

    /** Two years of a fee for so many customers, a year each. */
    private static Graph fees(int from, String fee, double first, double second, double shift) {
        var sheet = Sheet.open(CNY);
        var periods = new Axis("periods", List.of(Integer.toString(from), Integer.toString(from + 1)));
        var income = sheet.section("income");
        var price = income.given("fee", Unit.MONEY, Input.of(Money.of(fee, "CNY")));
        var customers = income.given("customers", Unit.FACTOR, periods, InputRow.of(List.of(first, second)));
        var rate = income.given("rate", Unit.SHARE, Input.of(0.1));
        var t = income.fixed("t", Unit.YEARS, periods, List.of(1 - shift, 2 - shift));
        var flow = customers.times(price);
        return sheet.close(income.let(
                        "value",
                        flow.times(Cell.ONE.plus(rate).power(t.negated())).sum()))
                .graph();
    }

    private static StoredValue stored(LocalDate date, Graph graph, String options) {
        return new StoredValue(date, graph, Optional.empty(), List.of(new MethodTerms("income", METHOD, 1, options)));
    }

    private static BridgeFinding bridge(StoredValue before, StoredValue after) {
        return ValueBridge.standard().evaluate(new BridgeFacts(before, after), CONTEXT);
    }

    @Test
    void each_step_by_hand() {
        var finding = bridge(
                stored(BEFORE, fees(2025, "1000.00", 11, 22, 0), "end"),
                stored(AFTER, fees(2026, "1100.00", 24.2, 33, 0.5), "mid"));
        // 11 000 / 1.1 + 22 000 / 1.21 = 28 181.82
        assertThat(finding.before()).isEqualTo(Money.of("28181.82", "CNY"));
        assertThat(finding.steps())
                .extracting(Step::name)
                .containsExactly("dateRoll", "method", "income/fee", "income/customers");
        // 22 000 / 1.1 + 33 000 / 1.21 = 47 272.73
        assertThat(amount(finding, 0)).isEqualTo("19090.91");
        // 47 272.73 · (√1.1 − 1) = 2 307.33
        assertThat(amount(finding, 1)).isEqualTo("2307.33");
        // 22 to 24.2 at 1 000 to 1 100: fee 100 · (22 + 24.2)/2 = 2 310 and 3 300 for 2027; customers 2.2 · 1 050 = 2
        // 310
        double half = Math.sqrt(1.1);
        assertThat(Double.parseDouble(amount(finding, 2))).isCloseTo(2310 / half + 3300 / (half * 1.1), within(0.01));
        assertThat(Double.parseDouble(amount(finding, 3))).isCloseTo(2310 / half, within(0.01));
        assertThat(finding.after()).isEqualTo(Money.of(plain(26620 / half + 36300 / (half * 1.1)), "CNY"));
        assertThat(finding.difference()).isEqualTo(finding.after().minus(finding.before()));
        assertThat(finding.notes()).extracting(Note::code).containsExactly("bridge-date-first", "bridge-shapley");
        assertThat(finding.provenance().inputDigest()).hasSize(64);
    }

    private static String plain(double amount) {
        return Money.ofRounded(amount, CNY, java.math.RoundingMode.HALF_UP)
                .amount()
                .toPlainString();
    }

    private static String amount(BridgeFinding finding, int step) {
        return finding.steps().get(step).amount().amount().toPlainString();
    }

    @Test
    void steps_add_up_to_the_minor_unit() {
        var finding = bridge(
                stored(BEFORE, fees(2025, "1000.37", 11.1, 22.2, 0), "end"),
                stored(AFTER, fees(2026, "1100.91", 23.7, 31.9, 0.5), "mid"));
        var sum = finding.steps().stream().map(Step::amount).reduce(finding.before(), Money::plus);
        assertThat(sum).isEqualTo(finding.after());
    }

    @Test
    void groups_are_the_callers_words() {
        var facts = new BridgeFacts(
                stored(BEFORE, fees(2025, "1000.00", 11, 22, 0), ""),
                stored(AFTER, fees(2026, "1100.00", 24, 33, 0), ""));
        var finding = new ValueBridge(ValueBridge.Options.STANDARD.grouping("sales", "income/fee", "income/customers"))
                .evaluate(facts, CONTEXT);
        assertThat(finding.steps()).extracting(Step::name).containsExactly("dateRoll", "sales");
        assertThat(finding.notes()).extracting(Note::code).containsExactly("bridge-date-first");
        assertThat(finding.steps().get(1).moves()).hasSize(2);
    }

    @Test
    void options_that_nobody_compares_count_as_structure() {
        var finding = bridge(
                new StoredValue(AFTER, fees(2026, "1000.00", 1, 2, 0), Optional.empty(), List.of()),
                new StoredValue(AFTER, fees(2026, "1000.00", 1, 2, 0.5), Optional.empty(), List.of()));
        assertThat(finding.steps()).extracting(Step::cause).containsExactly(Cause.STRUCTURE);
    }

    @Test
    void stated_amounts_bring_a_step_of_rounding() {
        var before = fees(2026, "1000.00", 11, 22, 0);
        var after = fees(2026, "1100.00", 11, 22, 0);
        var finding = bridge(
                new StoredValue(AFTER, before, Optional.of(Money.of("28000", "CNY")), List.of()),
                new StoredValue(AFTER, after, Optional.empty(), List.of()));
        assertThat(finding.before()).isEqualTo(Money.of("28000.00", "CNY"));
        assertThat(finding.steps()).extracting(Step::cause).containsExactly(Cause.INPUT, Cause.ROUNDING);
        // 28 181.82 was stated as 28 000
        assertThat(amount(finding, 1)).isEqualTo("181.82");
    }

    @Test
    void remarks_become_notes() {
        var sheet = Sheet.open(CNY, Rounding.textbook(java.util.Map.of("value", -3)));
        var price = sheet.given("price", Unit.MONEY, Input.of(Money.of("12345.00", "CNY")));
        var graph = sheet.close(sheet.let("value", price.times(Cell.ONE))).graph();
        var finding = bridge(
                new StoredValue(AFTER, graph, Optional.empty(), List.of()),
                new StoredValue(AFTER, graph, Optional.empty(), List.of()));
        assertThat(finding.notes()).extracting(Note::code).containsExactly("bridge-ignores-rounding");
    }

    @Test
    void what_does_not_belong_together_is_said_together() {
        var after = fees(2026, "1.00", 1, 2, 0);
        var facts = new BridgeFacts(
                new StoredValue(AFTER.plusDays(1), after, Optional.of(Money.of("1", "USD")), List.of()),
                stored(BEFORE, after, ""));
        assertThatThrownBy(() -> ValueBridge.standard().evaluate(facts, CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("""
                        after.valuationDate must be on or after 2026-01-01, but was 2024-12-31. Give the earlier valuation as before.
                        after.valuationDate must be the valuation date of the context, 2025-12-31, but was 2024-12-31. The bridge leads to the value as of that date.
                        before.stated does not fit: it is in USD where the context is in CNY. Give the amount that was stated.""");
        var dollars = CONTEXT.withCurrency(CurrencyCode.of("USD"));
        var own = new BridgeFacts(stored(BEFORE, after, ""), stored(AFTER, after, ""));
        assertThatThrownBy(() -> ValueBridge.standard().evaluate(own, dollars))
                .hasMessageContaining("before.graph.currency does not fit: it is CNY where the context is in USD.")
                .hasMessageContaining("after.graph.currency");
        assertThatThrownBy(() -> new StoredValue(
                        BEFORE,
                        after,
                        Optional.empty(),
                        List.of(new MethodTerms("income", METHOD, 1, ""), new MethodTerms("income", METHOD, 2, ""))))
                .hasMessageContaining("methods[1].section is used twice: income.");
    }

    @Test
    void an_altered_graph_is_named_by_its_side() {
        var sound = fees(2026, "1.00", 1, 2, 0);
        var altered = new Graph(sound.currency(), sound.axes(), sound.vertices(), sound.guards(), "nothing");
        assertThatThrownBy(() -> bridge(stored(BEFORE, altered, ""), stored(AFTER, sound, "")))
                .hasMessageContaining("before.graph.result names 'nothing'");
        var rate = Sheet.open(CNY);
        var share = rate.close(rate.let(
                        "value", rate.given("x", Unit.SHARE, Input.of(0.1)).times(Cell.ONE)))
                .graph();
        assertThatThrownBy(() -> bridge(stored(BEFORE, sound, ""), stored(AFTER, share, "")))
                .hasMessageContaining("after.graph.result does not fit: value is in share, not CNY.");
    }

    @Test
    void a_request_holds_both_graphs() {
        var json = AssayJson.standard();
        var request = json.readRequest(getClass().getResourceAsStream("/requests/reconcile.bridge.json"));
        var finding = (BridgeFinding) request.evaluate();
        assertThat(finding.steps())
                .extracting(Step::name)
                .containsExactly("dateRoll", "method", "royalty", "rates and life", "costToReplicate", "rounding");
        // the cap by cost to replicate does not bind, before or after
        assertThat(finding.steps().get(4).amount().isZero()).isTrue();
        assertThat(AssayJson.readResult(AssayJson.write(finding)).finding()).isPresent();
    }
}
