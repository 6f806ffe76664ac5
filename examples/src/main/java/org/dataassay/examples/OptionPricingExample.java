package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.option.BinomialFacts;
import org.dataassay.valuation.option.BinomialOption;
import org.dataassay.valuation.option.BlackScholesMerton;
import org.dataassay.valuation.option.CompoundFacts;
import org.dataassay.valuation.option.CompoundOption;
import org.dataassay.valuation.option.ExchangeFacts;
import org.dataassay.valuation.option.ExchangeOption;
import org.dataassay.valuation.option.ExerciseStyle;
import org.dataassay.valuation.option.LongstaffSchwartz;
import org.dataassay.valuation.option.LongstaffSchwartzFacts;
import org.dataassay.valuation.option.OptionContract;
import org.dataassay.valuation.option.OptionFacts;
import org.dataassay.valuation.option.OptionType;
import org.dataassay.valuation.option.PricedOption;
import org.dataassay.valuation.option.SampledOption;
import org.dataassay.valuation.option.UnderlyingAsset;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.Rate;

/** Rights on a data product: to build it later, at any time or in two stages, and to exchange it for another. Amounts in CNY 10,000. */
public final class OptionPricingExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.INVESTMENT_VALUE);
    private static final Source STUDY = Source.judged("Chen Yu, appraiser", "option study of December 2025");
    private static final Input<Rate> RISK_FREE = Input.of(Rate.of(0.02).withCompounding(Compounding.CONTINUOUS), STUDY);

    private OptionPricingExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region black-scholes-merton
    static PricedOption onTheLastDay() {
        var facts = new OptionFacts(product(), new OptionContract(OptionType.CALL, cny("1000"), number(2)), RISK_FREE);
        return BlackScholesMerton.standard().evaluate(facts, CONTEXT);
    }
    // #endregion black-scholes-merton

    // #region binomial
    static FoundFigure onAnyDay() {
        var option = new OptionFacts(product(), new OptionContract(OptionType.CALL, cny("1000"), number(2)), RISK_FREE);
        return BinomialOption.standard().evaluate(new BinomialFacts(option, ExerciseStyle.AMERICAN), CONTEXT);
    }
    // #endregion binomial

    // #region compound
    static FoundFigure inTwoStages() {
        var pilot = new OptionContract(OptionType.CALL, cny("50"), number(1));
        var product = new OptionContract(OptionType.CALL, cny("1000"), number(2));
        return CompoundOption.standard().evaluate(new CompoundFacts(product(), pilot, product, RISK_FREE), CONTEXT);
    }
    // #endregion compound

    // #region longstaff-schwartz
    static SampledOption byAverageUse() {
        var option = new OptionFacts(product(), new OptionContract(OptionType.CALL, cny("1000"), number(2)), RISK_FREE);
        var facts = new LongstaffSchwartzFacts(option, 8, LongstaffSchwartzFacts.PayoffOn.AVERAGE);
        return new LongstaffSchwartz(LongstaffSchwartz.Options.STANDARD.withPaths(50_000)).evaluate(facts, CONTEXT);
    }
    // #endregion longstaff-schwartz

    // #region exchange
    static FoundFigure forAnother() {
        var satellite = new UnderlyingAsset(cny("950"), number(0.5), number(0.05));
        return ExchangeOption.standard()
                .evaluate(new ExchangeFacts(satellite, product(), number(0.3), number(2)), CONTEXT);
    }
    // #endregion exchange

    private static UnderlyingAsset product() {
        return new UnderlyingAsset(cny("1000"), number(0.4), number(0.1));
    }

    static void print(PrintStream out) {
        var priced = onTheLastDay();
        out.println("== " + priced.method());
        out.print(priced.explanation().text());
        out.println(priced.greeks());
        for (var found : List.of(onAnyDay(), inTwoStages(), forAnother())) print(found, out);
        var sampled = byAverageUse();
        out.println("== " + sampled.method());
        out.println(sampled.value() + " ± " + sampled.standardError() + ", upper hint " + sampled.upperHint());
    }

    // #region read
    private static void print(FoundFigure found, PrintStream out) {
        out.println("== " + found.method());
        out.print(found.explanation().text());
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code()));
    }
    // #endregion read

    private static Input<Double> number(double value) {
        return Input.of(value, STUDY);
    }

    private static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"), STUDY);
    }
}
