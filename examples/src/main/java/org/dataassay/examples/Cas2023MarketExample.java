package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.market.Adjustment;
import org.dataassay.valuation.market.Cas2023;
import org.dataassay.valuation.market.Cas2023Facts;
import org.dataassay.valuation.market.SubDataSet;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** What a traffic data set in two parts is worth by the market approach of the 2023 guidance. */
public final class Cas2023MarketExample {

    private Cas2023MarketExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var deals = Source.given("Exchange A", "Register of deals 2025", "lots 8 and 21", LocalDate.of(2025, 12, 5));
        var tested = Source.given("Chen Yu", "Quality report", "table 3", LocalDate.of(2025, 12, 12));
        var judged = Source.judged("Chen Yu, appraiser", "two bidders for lot 21, none left over");
        var index = Source.given("Exchange A", "Price index", "December 2025", LocalDate.of(2025, 12, 31));
        var parts = List.of(
                new SubDataSet("Road sensors", Input.of(Money.of("300000", "CNY"), deals)),
                new SubDataSet("Toll gates", Input.of(Money.of("120000", "CNY"), deals)));
        var coefficients = List.<Adjustment>of(
                new Adjustment.Ratios("quality", Adjustment.Direction.MULTIPLY, each(tested, 1.05, 0.96)),
                new Adjustment.Differences("supplyAndDemand", each(judged, 0.0, 0.25)),
                new Adjustment.Measures(
                        "date",
                        Adjustment.Direction.MULTIPLY,
                        each(index, 104),
                        each(index, 100, 104),
                        Optional.empty()),
                new Adjustment.Measures(
                        "volume",
                        Adjustment.Direction.MULTIPLY,
                        each(deals, 4e6, 9e5),
                        each(deals, 4e6, 1e6),
                        Optional.empty()),
                new Adjustment.Ratios(
                        "other",
                        Adjustment.Direction.MULTIPLY,
                        each(Source.judged("Chen Yu, appraiser", "same channel and type of data"), 1, 1)));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return Cas2023.standard().evaluate(new Cas2023Facts(parts, coefficients), context);
    }

    private static List<Input<Double>> each(Source source, double... values) {
        return Arrays.stream(values).mapToObj(value -> Input.of(value, source)).toList();
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
