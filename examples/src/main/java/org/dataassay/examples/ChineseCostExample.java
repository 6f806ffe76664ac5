package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.Cas2023Cost;
import org.dataassay.valuation.cost.Cas2023CostFacts;
import org.dataassay.valuation.cost.Circulation;
import org.dataassay.valuation.cost.CostLine;
import org.dataassay.valuation.cost.ExpertGuidance9;
import org.dataassay.valuation.cost.ExpertGuidance9Facts;
import org.dataassay.valuation.cost.Gbt37550Cost;
import org.dataassay.valuation.cost.Monopoly;
import org.dataassay.valuation.cost.ScoredShare;
import org.dataassay.valuation.cost.ValueAdjustment;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** One register of enterprises by the two Chinese cost models: C × δ of 2023, and TC (1 + R) U of 2019. */
public final class ChineseCostExample {

    private static final Source LEDGER =
            Source.given("Accounts department", "Project ledger", "pages 3 to 9", LocalDate.of(2025, 12, 1));
    private static final Source JUDGED = Source.judged("Chen Yu, appraiser", "market survey of December 2025");
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private ChineseCostExample() {}

    public static void main(String[] args) {
        print(by2023Guidance(), System.out);
        print(byExpertGuidance9(), System.out);
    }

    // #region guidance
    static Valuation by2023Guidance() {
        var lines = List.of(
                CostLine.of("planning", CostLine.Category.PRELIMINARY, cny("100000")),
                CostLine.of("collecting", CostLine.Category.DIRECT, cny("500000")),
                CostLine.of("cleaning", CostLine.Category.DIRECT, cny("250000")),
                CostLine.of("servers and premises", CostLine.Category.INDIRECT, cny("150000")));
        var facts = Cas2023CostFacts.builder(lines, new ValueAdjustment.FromLife(number(1), number(4)))
                .opportunity(new Cas2023CostFacts.Opportunity.Profit(number(0.12)))
                .taxRate(number(0.06))
                .suitability("anyone may collect the register again, so nobody pays much more than that costs")
                .build();
        return Cas2023Cost.standard().evaluate(facts, CONTEXT);
    }
    // #endregion guidance

    // #region no9
    static Valuation byExpertGuidance9() {
        var lines = List.of(
                CostLine.of("planning", Gbt37550Cost.DATA_PLANNING, cny("100000")),
                CostLine.of("collecting", Gbt37550Cost.DATA_ACQUISITION, cny("500000")),
                CostLine.of("cleaning", Gbt37550Cost.DATA_INTEGRATION, cny("250000")),
                CostLine.of("servers", Gbt37550Cost.EQUIPMENT_DEPRECIATION, cny("90000")),
                CostLine.of("premises", Gbt37550Cost.OVERHEAD, cny("60000")));
        var quality = new ScoredShare.Weighted(List.of(
                new ScoredShare.Weighted.Item("completeness", number(0.4), number(0.95)),
                new ScoredShare.Weighted.Item("accuracy", number(0.4), number(0.90)),
                new ScoredShare.Weighted.Item("validity", number(0.2), number(0.80))));
        var circulation = new Circulation.Volumes(
                "record",
                number(200_000),
                number(300_000),
                number(400_000),
                number(1_000_000),
                number(1.5),
                number(1.2),
                number(1));
        var facts = new ExpertGuidance9Facts(
                lines,
                Optional.empty(),
                number(0.15),
                quality,
                circulation,
                new Monopoly.Volumes("record", number(1_000_000), number(5_000_000)),
                new ScoredShare.Stated(number(0.1)));
        return ExpertGuidance9.standard().evaluate(facts, CONTEXT);
    }
    // #endregion no9

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println(valuation.method() + ": " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"), LEDGER);
    }

    private static Input<Double> number(double value) {
        return Input.of(value, JUDGED);
    }
}
