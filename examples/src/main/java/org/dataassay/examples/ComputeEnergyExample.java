package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.ComputeEnergy;
import org.dataassay.valuation.cost.ComputeEnergyFacts;
import org.dataassay.valuation.cost.ComputeEnergyFacts.ComputeClass;
import org.dataassay.valuation.cost.ComputeEnergyFacts.ComputeUse;
import org.dataassay.valuation.cost.ComputeEnergyFacts.Site;
import org.dataassay.valuation.cost.ComputeEnergyFacts.TimeOfUse;
import org.dataassay.valuation.cost.ComputeEnergyFacts.VolumeUse;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** What the machines, the electricity, the discs and the lines behind a labeled image set cost in a year. */
public final class ComputeEnergyExample {

    private static final Source CONTRACT =
            Source.given("Purchasing", "Frame contract and price list", "annex 2", LocalDate.of(2025, 3, 1));
    private static final Source METERS =
            Source.given("Data center", "Meter readings of 2025", "all months", LocalDate.of(2025, 12, 31));

    private ComputeEnergyExample() {}

    public static void main(String[] args) {
        print(cost(), System.out);
    }

    // #region cost
    static FoundFigure cost() {
        var machines = List.of(
                new ComputeUse("servers", ComputeClass.GENERAL, read(50_000), price("0.40", "hour"), false),
                new ComputeUse("accelerators", ComputeClass.INTELLIGENT, read(8_000), price("12", "hour"), false));
        var west = new Site(
                "Guizhou",
                read(1.25),
                List.of(
                        new TimeOfUse("peak", read(10_000), price("0.80", "kWh")),
                        new TimeOfUse("valley", read(20_000), price("0.30", "kWh"))));
        var east =
                new Site("Shanghai", read(1.5), List.of(new TimeOfUse("all day", read(4_000), price("0.90", "kWh"))));
        var discs = new VolumeUse("object storage", read(240_000), price("0.10", "GB month"));
        var lines = new VolumeUse("to customers", read(5_000), price("0.50", "GB"));
        var facts = new ComputeEnergyFacts(machines, List.of(west, east), List.of(discs), List.of(lines));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return ComputeEnergy.standard().evaluate(facts, context);
    }
    // #endregion cost

    // #region read
    static void print(FoundFigure found, PrintStream out) {
        out.print(found.worksheet().explain().text());
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Input<Double> read(double value) {
        return Input.of(value, METERS);
    }

    private static Input<UnitPrice> price(String amount, String item) {
        return Input.of(UnitPrice.of(amount, "CNY", item), CONTRACT);
    }
}
