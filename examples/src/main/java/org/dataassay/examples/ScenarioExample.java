package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.risk.RiskScenario;
import org.dataassay.valuation.risk.RiskTwoWay;
import org.dataassay.valuation.risk.ScenarioFacts;
import org.dataassay.valuation.risk.ScenarioFacts.Scenario;
import org.dataassay.valuation.risk.ScenarioMatrix;
import org.dataassay.valuation.risk.StoredSheet;
import org.dataassay.valuation.risk.TwoWayFacts;
import org.dataassay.valuation.risk.TwoWayTable;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Setting;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.TwoWay;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/** What a license income capitalized comes to in three scenarios, and at which fee and rate it is a million. */
public final class ScenarioExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private ScenarioExample() {}

    public static void main(String[] args) {
        print(scenarios(), System.out);
        print(table(), System.out);
    }

    // #region sheet
    static Worksheet worksheet() {
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        var fee = sheet.given("fee", Unit.MONEY, Input.of(Money.of("20000", "CNY")));
        var licensees = sheet.given("licensees", Unit.FACTOR, Input.of(6.0));
        var rate = sheet.given("rate", Unit.FACTOR, Input.of(0.12));
        var income = sheet.let("income", fee.times(licensees));
        return sheet.close(sheet.let("value", income.times(Cell.ONE.dividedBy(rate))));
    }
    // #endregion sheet

    // #region scenarios
    static ScenarioMatrix scenarios() {
        var planned = Scenario.of("as planned").weighted(Input.of(0.5));
        var rival = Scenario.of("a rival opens its data", Setting.of("fee", 12000), Setting.of("licensees", 4));
        var growth = Scenario.of("a second market", Setting.of("licensees", 9), Setting.of("rate", 0.13));
        var all = List.of(planned, rival.weighted(Input.of(0.3)), growth.weighted(Input.of(0.2)));
        var stored = new StoredSheet(worksheet().graph(), List.of("income"));
        return RiskScenario.standard().evaluate(new ScenarioFacts(stored, all), CONTEXT);
    }
    // #endregion scenarios

    // #region two-way
    static TwoWayTable table() {
        var rates = TwoWay.Scale.of("rate", List.of(0.10, 0.12, 0.14));
        var fees = TwoWay.Scale.of("fee", List.of(15000.0, 20000.0, 25000.0));
        var facts = new TwoWayFacts(StoredSheet.of(worksheet()), rates, fees, OptionalDouble.of(1_000_000));
        return RiskTwoWay.standard().evaluate(facts, CONTEXT);
    }
    // #endregion two-way

    // #region read
    static void print(ScenarioMatrix found, PrintStream out) {
        for (var scenario : found.scenarios()) out.printf("%s: %s%n", scenario.name(), rounded(scenario.values()));
        var value = found.summaries().get(0);
        out.printf(
                Locale.ROOT,
                "mean %.0f ± %.0f%n",
                value.mean().orElseThrow(),
                value.deviation().orElseThrow());
    }

    static void print(TwoWayTable found, PrintStream out) {
        for (var row : found.table().values())
            out.println(rounded(row.stream().map(OptionalDouble::orElseThrow).toList()));
        for (var piece : found.table().line().orElseThrow().pieces())
            out.printf(
                    Locale.ROOT,
                    "a million from %.4f, %.0f to %.4f, %.0f%n",
                    piece.from().row(),
                    piece.from().column(),
                    piece.to().row(),
                    piece.to().column());
    }
    // #endregion read

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }
}
