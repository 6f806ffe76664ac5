package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.risk.RiskSensitivity;
import org.dataassay.valuation.risk.RiskSimulation;
import org.dataassay.valuation.risk.Sensitivities;
import org.dataassay.valuation.risk.SimulatedFigures;
import org.dataassay.valuation.risk.StoredSheet;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/** What a price less an uncertain discount may come to, and what moves it. */
public final class RiskExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private RiskExample() {}

    public static void main(String[] args) {
        print(sensitivity(), simulation(), System.out);
    }

    // #region sheet
    static Worksheet worksheet() {
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        var price = sheet.given("price", Unit.MONEY, Input.of(Money.of("200000", "CNY")));
        var discount =
                sheet.given("discount", Unit.SHARE, Input.of(0.25).distributed(new Distribution.Uniform(0, 0.5)));
        return sheet.close(sheet.let("value", price.times(Cell.ONE.minus(discount))));
    }
    // #endregion sheet

    // #region risk
    static Sensitivities sensitivity() {
        return RiskSensitivity.standard().evaluate(StoredSheet.of(worksheet()), CONTEXT);
    }

    static SimulatedFigures simulation() {
        return RiskSimulation.standard().evaluate(StoredSheet.of(worksheet()), CONTEXT);
    }
    // #endregion risk

    // #region read
    static void print(Sensitivities sensitivities, SimulatedFigures simulated, PrintStream out) {
        for (var slope : sensitivities.slopes())
            out.printf(
                    Locale.ROOT,
                    "%s: derivative %.2f, elasticity %.4f%n",
                    slope.input(),
                    slope.derivative(),
                    slope.elasticity());
        for (var swing : sensitivities.tornado())
            out.printf(
                    Locale.ROOT,
                    "%s from %.2f to %.2f: value %.0f to %.0f%n",
                    swing.input(),
                    swing.inputLow(),
                    swing.inputHigh(),
                    swing.low(),
                    swing.high());
        var spread = simulated.result().of("value");
        out.printf(Locale.ROOT, "mean %.0f, standard error %.0f%n", spread.mean(), spread.standardError());
        out.printf(Locale.ROOT, "5%% below %.0f, 95%% below %.0f%n", spread.percentile(0.05), spread.percentile(0.95));
    }
    // #endregion read
}
