package org.dataassay.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.pricing.regulated.CeilingFacts;
import org.dataassay.pricing.regulated.CostItem;
import org.dataassay.pricing.regulated.CostItem.Category;
import org.dataassay.pricing.regulated.Exclusion;
import org.dataassay.pricing.regulated.PermittedRevenue;
import org.dataassay.pricing.regulated.PublicDataCeiling;
import org.dataassay.pricing.regulated.PublicDataCeiling.Allocation;
import org.dataassay.pricing.regulated.PublicDataCeilings;
import org.dataassay.pricing.regulated.PublicDataRevenue;
import org.dataassay.pricing.regulated.PublicDataRevenue.ProfitBase;
import org.dataassay.pricing.regulated.RegulatedProduct;
import org.dataassay.pricing.regulated.RegulatedProduct.ChargedBy;
import org.dataassay.pricing.regulated.RegulatedProduct.Trial;
import org.dataassay.pricing.regulated.RegulatedProduct.Use;
import org.dataassay.pricing.regulated.RevenueFacts;
import org.dataassay.pricing.regulated.RevenueFacts.PriorYear;
import org.dataassay.pricing.regulated.RevenueFacts.Tax;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;

/** What the operator of a city's public data may take in, and charge at most for a unit of each product. */
public final class PublicDataPriceExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2026, 3, 1), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    private static final Source BOOKS =
            Source.given("Accounts department", "Annual accounts 2025", "note 7", LocalDate.of(2026, 2, 20));

    private PublicDataPriceExample() {}

    public static void main(String[] args) {
        printRevenue(revenue(), System.out);
        printCeilings(ceilings(revenue()), System.out);
    }

    // #region revenue
    static PermittedRevenue revenue() {
        var costs = List.of(
                CostItem.of("platform", Category.PLATFORM, cny("4000000")).subsidized(cny("1000000")),
                CostItem.of("staff", Category.LABOR, cny("2500000")).shared(Input.of(0.8, BOOKS)),
                CostItem.of("fine", Category.OTHER, cny("50000"))
                        .excluded(Exclusion.Ground.PENALTY, "data protection fine of 2025"));
        var yield = Source.given("China Central Depository", "Yield curve", "10 years", LocalDate.of(2025, 12, 31));
        var decision = Source.given("Price authority", "Decision 8/2026", "item 3", LocalDate.of(2026, 1, 15));
        var facts = RevenueFacts.builder(
                        LocalDate.of(2026, 1, 1), costs, Input.of(Rate.of(0.018), yield), Input.of(0.05, decision))
                .taxes(new Tax("surcharges", cny("310000")))
                .prior(PriorYear.of(cny("5000000"), cny("5120000")))
                .build();
        return PublicDataRevenue.on(ProfitBase.COST).evaluate(facts, CONTEXT);
    }
    // #endregion revenue

    // #region ceilings
    static PublicDataCeilings ceilings(PermittedRevenue revenue) {
        var trial = new Trial(
                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), new BigDecimal("0.5"), "Data bureau, paper 12");
        var facts = CeilingFacts.of(
                        revenue.permittedRevenue(),
                        RegulatedProduct.industry("company check", ChargedBy.CALLS, "call", "9000000", "3000000")
                                .withFee("0.25"),
                        RegulatedProduct.industry("weather feed", ChargedBy.TIME, "month", "480", "2000000"),
                        RegulatedProduct.industry("traffic", ChargedBy.CALLS, "call", "200000", "0")
                                .withTrial(trial),
                        RegulatedProduct.free(
                                "disaster warning", Use.PUBLIC_WELFARE, ChargedBy.CALLS, "call", "1000000"))
                .reviewed(LocalDate.of(2026, 1, 1), 12);
        var options = PublicDataCeiling.by(Allocation.BY_COST).options().withDecimals(4);
        return new PublicDataCeiling(options).evaluate(facts, CONTEXT);
    }
    // #endregion ceilings

    // #region read
    static void printRevenue(PermittedRevenue found, PrintStream out) {
        out.println("Permitted revenue: " + found.permittedRevenue());
        out.print(found.explanation().text());
        found.excluded()
                .forEach(one -> out.println(
                        "left out: " + one.line() + ", " + one.exclusion().reason()));
    }

    static void printCeilings(PublicDataCeilings found, PrintStream out) {
        found.ceilings()
                .forEach(one -> out.println(one.product() + ": " + one.standing() + ", at most " + one.ceiling()));
        out.println("At the ceilings " + found.revenueAtCeilings() + ", on trial " + found.trialRevenue() + ", left "
                + found.slack());
        try {
            found.requireAllowed("company check", UnitPrice.of("0.4", "CNY", "call"), CONTEXT.valuationDate());
        } catch (RefusedException refused) {
            out.println("Refused: " + refused.getMessage());
        }
    }
    // #endregion read

    private static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"), BOOKS);
    }
}
