package org.dataassay.valuation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;

/** price · (1 − share): closed forms for all that is found. */
class RiskTest {

    private static Worksheet sheet(Input<Double> share) {
        var sheet = Sheet.open(CNY);
        var price = sheet.given("price", Unit.MONEY, cny(200));
        var lost = sheet.given("share", Unit.SHARE, share);
        return sheet.close(sheet.let("value", price.times(Cell.ONE.minus(lost))));
    }

    private static final Input<Double> UNIFORM = number(0.25).distributed(new Distribution.Uniform(0, 0.5));

    @Test
    void a_uniform_share_gives_a_uniform_value() {
        var found = RiskSimulation.standard().evaluate(StoredSheet.of(sheet(UNIFORM)), CONTEXT);
        var spread = found.result().of("value");
        // 100 + 100 u: mean 150, deviation 100/√12, the p-th percentile 100 + 100 p; five standard errors
        assertThat(spread.mean()).isCloseTo(150, within(5 * spread.standardError()));
        assertThat(spread.standardError()).isCloseTo(100 / StrictMath.sqrt(12 * 1e5), within(1e-3));
        for (var percentile : spread.percentiles())
            assertThat(percentile.value())
                    .isCloseTo(100 + 100 * percentile.probability(), within(5 * percentile.standardError()));
    }

    @Test
    void slopes_elasticities_and_swings_follow_their_closed_forms() {
        var found = RiskSensitivity.standard().evaluate(StoredSheet.of(sheet(UNIFORM)), CONTEXT);
        assertThat(found.base()).isEqualTo(150);
        assertThat(found.slopes())
                .satisfiesExactly(
                        price -> {
                            assertThat(price.derivative()).isEqualTo(0.75);
                            assertThat(price.elasticity()).isCloseTo(1, within(1e-15));
                        },
                        share -> {
                            assertThat(share.derivative()).isEqualTo(-200);
                            assertThat(share.elasticity()).isCloseTo(-200 * 0.25 / 150, within(1e-15));
                        });
        assertThat(found.tornado()).singleElement().satisfies(swing -> {
            assertThat(swing.low()).isCloseTo(200 * (1 - 0.05), within(1e-12));
            assertThat(swing.high()).isCloseTo(200 * (1 - 0.45), within(1e-12));
        });
    }

    @Test
    void a_sheet_without_distributions_moves_by_convention_and_says_so() {
        var found = RiskSensitivity.standard().evaluate(StoredSheet.of(sheet(number(0.25))), CONTEXT);
        assertThat(found.notes()).extracting(Note::code).contains("swings-by-convention");
        assertThat(found.tornado().get(0).input()).isEqualTo("price");
        assertThat(found.tornado().get(0).width()).isCloseTo(2 * 0.1 * 150, within(1e-12));
        assertThatThrownBy(() -> RiskSimulation.standard().evaluate(StoredSheet.of(sheet(number(0.25))), CONTEXT))
                .hasMessageContaining("No input has a distribution");
    }

    @Test
    void rejected_draws_are_told() {
        var sheet = Sheet.open(CNY);
        var share = sheet.given("share", Unit.SHARE, UNIFORM);
        sheet.require("below", share, Relation.LESS, Cell.number(0.48), "Lower it.");
        var worksheet = sheet.close(sheet.let("value", share.times(Cell.ONE)));
        assertThat(RiskSimulation.standard()
                        .evaluate(StoredSheet.of(worksheet), CONTEXT)
                        .notes())
                .extracting(Note::code)
                .contains("draws-rejected");
    }

    @Test
    void what_cannot_be_asked_says_so() {
        var graph = sheet(UNIFORM).graph();
        assertThatThrownBy(() ->
                        RiskSensitivity.standard().evaluate(new StoredSheet(graph, List.of("price", "value")), CONTEXT))
                .hasMessageContaining("figures must be at most one, but was 2");
        assertThatThrownBy(() -> RiskSimulation.standard().evaluate(new StoredSheet(graph, List.of("worth")), CONTEXT))
                .hasMessageContaining("worth");
        var dollars =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("USD"), BasisOfValue.MARKET_VALUE);
        assertThatThrownBy(() -> RiskSimulation.standard().evaluate(new StoredSheet(graph, List.of()), dollars))
                .hasMessageContaining("the sheet is in CNY, the context in USD");
    }
}
