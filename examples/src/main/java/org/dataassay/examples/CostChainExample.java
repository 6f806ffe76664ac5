package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.CostChain;
import org.dataassay.valuation.cost.CostFacts;
import org.dataassay.valuation.cost.CostLine;
import org.dataassay.valuation.cost.Gbt37550Cost;
import org.dataassay.valuation.cost.ReplacementCost;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** Road photographs from raw to AI-ready: what each level costs, and what it is worth. */
public final class CostChainExample {

    private static final Source LEDGER =
            Source.given("Accounts department", "Project ledger", "pages 3 to 9", LocalDate.of(2025, 12, 1));

    private CostChainExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region chain
    static Valuation value() {
        var chain = new CostChain(
                List.of(
                        level(DevelopmentLevel.RAW, "driving the roads", Gbt37550Cost.DATA_ACQUISITION, "600000")
                                .sharedBy(number(3)),
                        level(DevelopmentLevel.DE_IDENTIFIED, "masking faces", Gbt37550Cost.DATA_INTEGRATION, "100000")
                                .yielding(number(0.9)),
                        level(
                                        DevelopmentLevel.MODELED,
                                        "joining to the map",
                                        Gbt37550Cost.KNOWLEDGE_DISCOVERY,
                                        "300000")
                                .sharedBy(number(2)),
                        level(DevelopmentLevel.AI_READY, "labeling", Gbt37550Cost.STAFF, "250000")
                                .yielding(number(0.8))),
                CostChain.LostData.ABSORBED,
                Optional.of(new CostChain.Quantity(number(1_000_000), "picture")));
        var facts = CostFacts.builder(chain).developersProfit(number(0.10)).build();
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return ReplacementCost.standard().evaluate(facts, context);
    }

    private static CostChain.Level level(DevelopmentLevel level, String work, Gbt37550Cost item, String cny) {
        return CostChain.Level.of(level, List.of(CostLine.of(work, item, Input.of(Money.of(cny, "CNY"), LEDGER))));
    }
    // #endregion chain

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        var sheet = valuation.worksheet();
        for (var figure : List.of("costByLevel", "quantityByLevel", "unitCostByLevel", "valueByLevel"))
            out.println(figure + ": " + sheet.values(figure));
        out.println("Value at the last level: " + valuation.amount());
    }
    // #endregion read

    private static Input<Double> number(double value) {
        return Input.of(value, LEDGER);
    }
}
