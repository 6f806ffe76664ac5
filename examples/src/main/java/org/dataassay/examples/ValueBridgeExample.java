package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.ReliefFromRoyalty;
import org.dataassay.valuation.income.Royalty;
import org.dataassay.valuation.income.RoyaltyFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFacts;
import org.dataassay.valuation.reconcile.BridgeFacts.StoredValue;
import org.dataassay.valuation.reconcile.BridgeFinding;
import org.dataassay.valuation.reconcile.ValueBridge;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** Why a customer data set is worth more than a year ago. */
public final class ValueBridgeExample {

    private static final LocalDate LAST_YEAR = LocalDate.of(2024, 12, 31);
    private static final LocalDate THIS_YEAR = LocalDate.of(2025, 12, 31);

    private ValueBridgeExample() {}

    public static void main(String[] args) {
        print(bridge(), System.out);
    }

    // #region bridge
    static BridgeFinding bridge() {
        var before = royalties(LAST_YEAR, 0.12, List.of("2025", "2026", "2027"), "1900000", "2000000", "2100000");
        var after = royalties(THIS_YEAR, 0.10, List.of("2026", "2027", "2028"), "2000000", "2200000", "2400000");
        var facts = new BridgeFacts(StoredValue.of(LAST_YEAR, before), StoredValue.of(THIS_YEAR, after));
        return ValueBridge.standard().evaluate(facts, asOf(THIS_YEAR));
    }
    // #endregion bridge

    private static Valuation royalties(LocalDate date, double rate, List<String> years, String... revenue) {
        var forecast =
                InputRow.of(Arrays.stream(revenue).map(ValueBridgeExample::cny).toList());
        var royalty = new Royalty(Input.of(0.05), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
        var terms = IncomeTerms.of(Input.of(0.25), Input.of(Rate.of(rate))).withPeriods(years);
        var conventions = IncomeConventions.STANDARD.withTiming(Timing.END);
        return new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(conventions))
                .evaluate(RoyaltyFacts.of(forecast, royalty, terms), asOf(date));
    }

    // #region read
    static void print(BridgeFinding bridge, PrintStream out) {
        out.println(bridge.dateBefore() + "  " + bridge.before());
        for (var step : bridge.steps()) out.println("  " + step.name() + "  " + step.amount());
        out.println(bridge.dateAfter() + "  " + bridge.after());
    }
    // #endregion read

    private static ValuationContext asOf(LocalDate date) {
        return ValuationContext.of(date, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
