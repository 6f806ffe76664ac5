package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.rate.Beta;
import org.dataassay.valuation.rate.BuildUp;
import org.dataassay.valuation.rate.BuildUpFacts;
import org.dataassay.valuation.rate.CapitalStructure;
import org.dataassay.valuation.rate.Capm;
import org.dataassay.valuation.rate.CapmFacts;
import org.dataassay.valuation.rate.CurrencyConversion;
import org.dataassay.valuation.rate.CurrencyFacts;
import org.dataassay.valuation.rate.Leverage;
import org.dataassay.valuation.rate.PreTaxEquivalent;
import org.dataassay.valuation.rate.PreTaxFacts;
import org.dataassay.valuation.rate.RiskPremium;
import org.dataassay.valuation.rate.Wacc;
import org.dataassay.valuation.rate.WaccFacts;
import org.dataassay.valuation.rate.Wara;
import org.dataassay.valuation.rate.WaraFacts;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** Discount rates for a data asset: built up, by the capital market, averaged, checked, before tax, and abroad. */
public final class DiscountRateExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    private static final Source STUDY = Source.judged("Chen Yu, appraiser", "rate study of December 2025");

    private DiscountRateExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region build-up
    static FoundFigure builtUp() {
        return BuildUp.standard()
                .evaluate(
                        new BuildUpFacts(
                                rate(0.0185),
                                List.of(
                                        premium(RiskPremium.Kind.EQUITY_MARKET, 0.06),
                                        premium(RiskPremium.Kind.DATA_MANAGEMENT, 0.015),
                                        premium(RiskPremium.Kind.DATA_CIRCULATION, 0.02),
                                        premium(RiskPremium.Kind.DATA_SECURITY, 0.01),
                                        premium(RiskPremium.Kind.DATA_REGULATION, 0.0165))),
                        CONTEXT);
    }
    // #endregion build-up

    // #region capm
    static FoundFigure costOfEquity() {
        var beta = new Beta.Relevered(number(0.8), Leverage.of(number(0.5), number(0.25)));
        var size = premium(RiskPremium.Kind.SIZE, 0.02);
        return Capm.standard().evaluate(new CapmFacts(rate(0.02), beta, number(0.06), List.of(size)), CONTEXT);
    }
    // #endregion capm

    // #region wacc
    static FoundFigure wacc() {
        var structure = new CapitalStructure.Components(List.of(
                capital("equity", CapitalStructure.Kind.EQUITY, 0.12, "700000000"),
                capital("loans", CapitalStructure.Kind.DEBT, 0.06, "300000000")));
        return Wacc.standard().evaluate(new WaccFacts(structure, number(0.25), Optional.empty()), CONTEXT);
    }

    private static CapitalStructure.Capital capital(
            String name, CapitalStructure.Kind kind, double cost, String amount) {
        return new CapitalStructure.Capital(name, kind, rate(cost), new CapitalStructure.Part.MarketValue(cny(amount)));
    }
    // #endregion wacc

    // #region wara
    static FoundFigure rateOfGoodwill() {
        var assets = List.of(
                new WaraFacts.Asset("working capital", cny("120000000"), rate(0.035)),
                new WaraFacts.Asset("fixed assets", cny("200000000"), rate(0.055)),
                new WaraFacts.Asset("customer data", cny("180000000"), rate(0.12)));
        var goodwill = new WaraFacts.Goodwill.SolveRate(cny("150000000"));
        return Wara.standard()
                .evaluate(new WaraFacts(assets, goodwill, rate(0.0975), Optional.of(rate(0.101))), CONTEXT);
    }
    // #endregion wara

    // #region pre-tax-equivalent
    static FoundFigure beforeTax() {
        var tax = new PreTaxFacts.Tax.Paid(row("0", "121"));
        var options = PreTaxEquivalent.Options.STANDARD.withTiming(Timing.END);
        return new PreTaxEquivalent(options).evaluate(new PreTaxFacts(row("0", "1331"), tax, rate(0.10)), CONTEXT);
    }
    // #endregion pre-tax-equivalent

    // #region currency-conversion
    static FoundFigure abroad() {
        var conversion = new CurrencyFacts.Conversion.ToForeign(number(0.02), number(0.05));
        return CurrencyConversion.standard().evaluate(new CurrencyFacts(rate(0.0975), conversion), CONTEXT);
    }
    // #endregion currency-conversion

    static void print(PrintStream out) {
        for (var found : List.of(builtUp(), costOfEquity(), wacc(), rateOfGoodwill(), beforeTax(), abroad()))
            print(found, out);
    }

    // #region read
    private static void print(FoundFigure found, PrintStream out) {
        out.println("== " + found.method());
        out.print(found.explanation().text());
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static RiskPremium premium(RiskPremium.Kind kind, double premium) {
        return RiskPremium.of(kind, number(premium));
    }

    private static Input<Rate> rate(double rate) {
        return Input.of(Rate.of(rate), STUDY);
    }

    private static Input<Double> number(double value) {
        return Input.of(value, STUDY);
    }

    private static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"), STUDY);
    }

    private static InputRow<Money> row(String... amounts) {
        return InputRow.of(
                Stream.of(amounts).map(amount -> Money.of(amount, "CNY")).toList(), STUDY);
    }
}
