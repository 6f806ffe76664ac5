package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.sheet.Input;
import org.junit.jupiter.api.Test;

class ComparableTransactionsTest {

    private static MarketEvidence sale(String name, String price) {
        return MarketEvidence.of(
                name, Input.of(new UnitPrice(new BigDecimal(price), CNY, "licence")), MarketEvidence.Grade.DEAL);
    }

    private static final List<Adjustment> GRID = List.of(
            new Adjustment.Ratios("exclusivity", Adjustment.Direction.MULTIPLY, List.of(number(1.2), number(1))),
            new Adjustment.Differences("coverage", List.of(number(0.25), number(-0.2))));

    private static final MarketFacts TWO = MarketFacts.of(number(10), List.of(sale("A", "100"), sale("B", "80")), GRID);

    @Test
    void the_grid_multiplies_divides_and_weights_by_gross_adjustment() {
        var valuation = ComparableTransactions.standard().evaluate(TWO, CONTEXT);
        var worksheet = valuation.worksheet();
        assertThat(worksheet.values("adjustedPrice"))
                .satisfiesExactly(
                        a -> assertThat(a).isCloseTo(100 * 1.2 / 1.25, within(1e-12)),
                        b -> assertThat(b).isCloseTo(80 / 0.8, within(1e-12)));
        double grossA = 0.2 + 0.2;
        double grossB = 0.25;
        double closeA = 1 / (grossA + 0.05);
        double closeB = 1 / (grossB + 0.05);
        assertThat(worksheet.value()).isCloseTo(10 * (96 * closeA + 100 * closeB) / (closeA + closeB), within(1e-10));
        assertThat(valuation.range().nature()).isEqualTo(Range.Nature.SPREAD);
        assertThat(valuation.range().low()).contains(money(960));
        assertThat(valuation.range().high()).contains(money(1000));
        assertThat(valuation.notes()).extracting(Note::code).contains("few-comparables");
    }

    @Test
    void additive_adjustments_add_their_percentages() {
        var method = new ComparableTransactions(ComparableTransactions.Options.STANDARD
                .withCombination(ComparableTransactions.Combination.ADDITIVE)
                .withWeighting(ComparableTransactions.Weighting.EQUAL));
        assertThat(method.evaluate(TWO, CONTEXT).worksheet().values("adjustedPrice"))
                .satisfiesExactly(
                        a -> assertThat(a).isCloseTo(100 * (1 + 0.2 - 0.2), within(1e-12)),
                        b -> assertThat(b).isCloseTo(80 * 1.25, within(1e-12)));
    }

    @Test
    void no_comparables_no_value() {
        assertThatThrownBy(() -> MarketFacts.of(number(1), List.of(), List.of()))
                .hasMessageContaining("comparables must be 1 to")
                .hasMessageContaining("does not apply");
    }

    @Test
    void an_aggregate_is_no_price() {
        assertThatThrownBy(() -> new MarketEvidence(
                        "x",
                        sale("A", "1").price(),
                        MarketEvidence.Grade.LIST,
                        MarketEvidence.AmountKind.AGGREGATE,
                        Optional.empty()))
                .hasMessageContaining("amountKind must be a price of one product");
    }

    @Test
    void weights_are_never_rescaled() {
        var facts = new MarketFacts(number(1), TWO.comparables(), List.of(), List.of(number(0.5), number(0.4)));
        var judged = new ComparableTransactions(
                ComparableTransactions.Options.STANDARD.withWeighting(ComparableTransactions.Weighting.JUDGED));
        assertThatThrownBy(() -> judged.evaluate(facts, CONTEXT)).hasMessageContaining("sum to 1");
    }

    @Test
    void without_adjustments_equal_prices_weigh_equally() {
        var facts = MarketFacts.of(number(1), List.of(sale("A", "100"), sale("B", "80")), List.of());
        assertThat(ComparableTransactions.standard()
                        .evaluate(facts, CONTEXT)
                        .worksheet()
                        .value())
                .isCloseTo(90, within(1e-12));
    }
}
