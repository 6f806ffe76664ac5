package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.quality.indicator.Gbt36344;
import org.dataassay.quality.indicator.Gbt36344Facts;
import org.dataassay.quality.indicator.IndicatorAssessment;
import org.dataassay.quality.indicator.StatedMeasure;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Source;

/** A table of orders by the twenty indicators of GB/T 36344-2018. */
public final class Gbt36344Example {

    private Gbt36344Example() {}

    public static void main(String[] args) {
        print(assessment(), System.out);
    }

    static TableSource orders() {
        return TableSource.of(
                "orders",
                List.of("id", "city", "net", "gross", "ordered"),
                List.of(
                        List.of("1", "Beijing", "100", "113", "2025-12-01"),
                        List.of("2", "Shanghai", "200", "226", "2025-12-03"),
                        List.of("2", "Shanghai", "200", "226", "2025-12-03"),
                        List.of("4", "", "50", "40", "2025-11-20"),
                        List.of("5", "Atlantis", "80", "90.4", "2024-01-05")));
    }

    static final String RULES = """
            { "schemaVersion": 1, "rules": [
              { "id": "known-city", "indicator": "0105", "inSet": { "column": "city", "values": ["Beijing", "Shanghai"] } },
              { "id": "gross-above-net", "indicator": "0402", "holds": { "expression": "number([gross]) >= [net]" } },
              { "id": "recent", "indicator": "0502", "withinDays": { "column": "ordered", "days": 90 } } ] }""";

    // #region assess
    static IndicatorAssessment assessment() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var test = Source.given("operations", "test of the interface", "page 2", LocalDate.of(2025, 12, 20));
        try (var orders = orders()) {
            var facts = Gbt36344Facts.of(orders)
                    .withKey(List.of("id"))
                    .withExpected(6, Source.given("sales", "order book", "December", LocalDate.of(2025, 12, 31)))
                    .withStated(List.of(new StatedMeasure(Indicator.ACCESSIBLE, 998, 1000, test)));
            return Gbt36344.of(QualityJson.readRules(RULES)).evaluate(facts, context);
        }
    }
    // #endregion assess

    static void print(IndicatorAssessment found, PrintStream out) {
        for (var result : found.indicators()) {
            var name = result.indicator().code() + " " + result.indicator().en();
            if (!result.isMeasured()) {
                out.println(name + ": " + result.reason().orElseThrow());
                continue;
            }
            out.println(name + ": " + result.count() + "/" + result.evaluated() + " = "
                    + String.format(Locale.ROOT, "%.3f", result.ratio().orElseThrow())
                    + (result.indicator().lowerIsBetter() ? " (lower is better)" : "")
                    + (result.violations().size() == 0
                            ? ""
                            : ", rows " + result.violations().stream().boxed().toList()));
        }
    }
}
