package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.life.Attrition;
import org.dataassay.valuation.life.AttritionFacts;
import org.dataassay.valuation.life.DecayFit;
import org.dataassay.valuation.life.DecayFitFacts;
import org.dataassay.valuation.life.FittedDecay;
import org.dataassay.valuation.life.LifeRecord;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;

/** How fast subscribers leave, from a register of contracts, and how long one stays on average. */
public final class DecayFitExample {

    private static final Source REGISTER =
            Source.given("Yunhe Data", "Register of contracts", "closing 2025", LocalDate.of(2025, 12, 31));
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private DecayFitExample() {}

    public static void main(String[] args) {
        var fit = fit();
        print(fit, System.out);
        print(project(fit), System.out);
    }

    // #region fit
    static FittedDecay fit() {
        var records = List.of(
                new LifeRecord(1, 4, 2),
                new LifeRecord(2, 7, 3),
                new LifeRecord(3, 6, 5),
                new LifeRecord(4, 3, 4),
                new LifeRecord(5, 0, 6));
        return DecayFit.standard().evaluate(DecayFitFacts.of(records, REGISTER), CONTEXT);
    }
    // #endregion fit

    // #region project
    static FoundFigure project(FittedDecay fit) {
        var curve = fit.best().decay(REGISTER);
        return Attrition.standard().evaluate(new AttritionFacts(curve, 30), CONTEXT);
    }
    // #endregion project

    // #region read
    static void print(FittedDecay fit, PrintStream out) {
        out.println(fit.lost() + " lost, " + fit.censored() + " in use, " + fit.exposureYears() + " years of exposure");
        for (var curve : fit.curves())
            for (var parameter : curve.parameters())
                out.println(String.format(
                        Locale.ROOT,
                        "%-14s %-10s %.4f ± %.4f   AIC %.2f",
                        curve.curve(),
                        parameter.name(),
                        parameter.estimate(),
                        parameter.standardError(),
                        curve.akaike()));
        for (var step : fit.kaplanMeier().steps())
            out.println(String.format(
                    Locale.ROOT,
                    "after %.0f years %.4f left, ± %.4f",
                    step.years(),
                    step.survival(),
                    step.standardError().orElse(0)));
        fit.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }

    static void print(FoundFigure life, PrintStream out) {
        out.println(String.format(Locale.ROOT, "Average life by the best of them: %.2f years", life.value()));
        var spread =
                life.worksheet().simulate(Simulation.of(20251231)).spreads().get(0);
        out.println(String.format(
                Locale.ROOT, "5 %% to 95 %%: %.2f to %.2f years", spread.percentile(0.05), spread.percentile(0.95)));
    }
    // #endregion read
}
