package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.rate.DatedFlow;
import org.dataassay.valuation.rate.DatedFlows;
import org.dataassay.valuation.rate.FlowPattern;
import org.dataassay.valuation.rate.InternalRates;
import org.dataassay.valuation.rate.Irr;
import org.dataassay.valuation.rate.Mirr;
import org.dataassay.valuation.rate.ModifiedFlows;
import org.dataassay.valuation.rate.Npv;
import org.dataassay.valuation.rate.PeriodicFlows;
import org.dataassay.valuation.rate.PresentValueFacts;
import org.dataassay.valuation.rate.Xirr;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;

/** What a data set that was bought brings in, as a rate: yearly, by date, with a cost of clearing up at the end, and as a sum of money. */
public final class InternalRateExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    private static final Source DEAL =
            Source.given("Buyer", "Purchase agreement", "clause 4", LocalDate.of(2025, 12, 1));

    private InternalRateExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region irr
    static InternalRates yearly() {
        return Irr.standard().evaluate(new PeriodicFlows(flows("-1000000", "550000", "605000")), CONTEXT);
    }

    static InternalRates withClearingUp() {
        return Irr.standard().evaluate(new PeriodicFlows(flows("-1000000", "2600000", "-1650000")), CONTEXT);
    }
    // #endregion irr

    // #region xirr
    static InternalRates dated() {
        var flows = new DatedFlows(List.of(
                DatedFlow.of(LocalDate.of(2026, 1, 1), cny("-1000000")),
                DatedFlow.of(LocalDate.of(2028, 1, 1), cny("605000")),
                DatedFlow.of(LocalDate.of(2027, 1, 1), cny("550000"))));
        return Xirr.standard().evaluate(flows, CONTEXT);
    }
    // #endregion xirr

    // #region mirr
    static FoundFigure modified() {
        var facts = new ModifiedFlows(
                flows("-1000000", "2600000", "-1650000"), Input.of(Rate.of(0.06)), Input.of(Rate.of(0.04)));
        return Mirr.standard().evaluate(facts, CONTEXT);
    }
    // #endregion mirr

    // #region npv
    static FoundFigure atEightPercent() {
        var flows = new FlowPattern.Periodic(flows("-1000000", "550000", "605000"));
        return Npv.standard().evaluate(new PresentValueFacts(flows, Input.of(Rate.of(0.08))), CONTEXT);
    }

    static FoundFigure annuity() {
        var options = Npv.Options.STANDARD.withFirstFlow(Npv.FirstFlow.AFTER_ONE_PERIOD);
        var payments = new FlowPattern.Level(cny("50000"), 10);
        return new Npv(options).evaluate(new PresentValueFacts(payments, Input.of(Rate.of(0.15))), CONTEXT);
    }
    // #endregion npv

    static void print(PrintStream out) {
        print("yearly", yearly(), out);
        print("with clearing up", withClearingUp(), out);
        print("dated", dated(), out);
        print("modified", modified(), out);
        print("present value at 8 %", atEightPercent(), out);
        print("annuity at 15 %", annuity(), out);
        out.print(yearly().explanation().text());
    }

    // #region read
    private static void print(String name, InternalRates found, PrintStream out) {
        var rates = found.rates().stream().map(Plain::of).toList();
        out.println(
                name + ": " + (found.rate().isPresent() ? Plain.of(found.rate().getAsDouble()) : "open") + ", of "
                        + rates + ", signs change " + found.signChanges() + " times");
        found.notes().forEach(note -> out.println("  " + note.kind() + " " + note.code() + ": " + note.text()));
    }

    private static void print(String name, FoundFigure found, PrintStream out) {
        out.println(name + ": " + Plain.of(found.value()) + " [" + found.unit() + "]");
    }
    // #endregion read

    private static List<Input<Money>> flows(String... amounts) {
        return Stream.of(amounts).map(InternalRateExample::cny).toList();
    }

    private static Input<Money> cny(String amount) {
        return Input.of(Money.of(amount, "CNY"), DEAL);
    }
}
