package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.CostDriver;
import org.dataassay.valuation.income.CostSaving;
import org.dataassay.valuation.income.CostSavingFacts;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.PremiumDriver;
import org.dataassay.valuation.income.PremiumProfit;
import org.dataassay.valuation.income.PremiumProfitFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** What data is worth by the price it lets a map maker ask, and by the cost it spares a bank. */
public final class ProfitDriversExample {

    private static final IncomeConventions END_OF_YEAR = IncomeConventions.STANDARD.withTiming(Timing.END);
    private static final IncomeTerms TERMS = IncomeTerms.of(Input.of(0.25), Input.of(Rate.of(0.10)));
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private ProfitDriversExample() {}

    public static void main(String[] args) {
        print(premium(), System.out);
        print(saving(), System.out);
    }

    // #region premium
    static Valuation premium() {
        var price = new PremiumDriver.PricePremium(
                "fresher map", perLicense("30", "30", "20"), InputRow.of(List.of(20_000.0, 20_000.0, 20_000.0)));
        var facts = PremiumProfitFacts.of(List.of(price), TERMS);
        return new PremiumProfit(new PremiumProfit.Options(END_OF_YEAR)).evaluate(facts, CONTEXT);
    }
    // #endregion premium

    // #region saving
    static Valuation saving() {
        var losses = new CostDriver.RelativeSaving(
                "fraud losses", InputRow.of(List.of(0.08, 0.08)), cny("5000000", "5500000"));
        var facts = CostSavingFacts.of(List.of(losses), TERMS).withCosts(cny("100000", "100000"));
        return new CostSaving(new CostSaving.Options(END_OF_YEAR)).evaluate(facts, CONTEXT);
    }
    // #endregion saving

    private static InputRow<UnitPrice> perLicense(String... amounts) {
        return InputRow.of(Arrays.stream(amounts)
                .map(amount -> UnitPrice.of(amount, "CNY", "license"))
                .toList());
    }

    private static InputRow<Money> cny(String... amounts) {
        return InputRow.of(
                Arrays.stream(amounts).map(amount -> Money.of(amount, "CNY")).toList());
    }

    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        for (var figure : List.of("totalGain", "afterTaxGain", "presentValueByPeriod"))
            out.println(figure + ": " + valuation.worksheet().values(figure));
    }
}
