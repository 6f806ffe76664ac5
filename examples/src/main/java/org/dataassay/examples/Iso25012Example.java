package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.dataassay.quality.indicator.Iso25012;
import org.dataassay.quality.indicator.Iso25012Assessment;
import org.dataassay.quality.indicator.Iso25012Facts;
import org.dataassay.quality.indicator.OpenDataDimension;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** The same table of orders by ISO/IEC 25012, and for an open data product. */
public final class Iso25012Example {

    private Iso25012Example() {}

    public static void main(String[] args) {
        print(assessment(), System.out);
    }

    // #region assess
    static Iso25012Assessment assessment() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var facts = new Iso25012Facts("data file orders", Gbt36344Example.assessment());
        return Iso25012.standard().evaluate(facts, context);
    }
    // #endregion assess

    static void print(Iso25012Assessment found, PrintStream out) {
        out.println(found.targetEntity());
        for (var result : found.characteristics()) {
            result.reason()
                    .ifPresent(reason -> out.println(result.characteristic().id() + ": " + reason));
            for (var measure : result.measures()) {
                out.println(result.characteristic().id() + " " + measure.id() + " " + measure.subject() + ": "
                        + measure.count() + "/" + measure.evaluated() + " = "
                        + String.format(Locale.ROOT, "%.3f", measure.ratio().orElseThrow())
                        + measure.rationale().map(why -> " (" + why + ")").orElse(""));
            }
        }
        out.print(product());
    }

    // #region product
    static String product() {
        var profile = Gbt36344Example.assessment().profile();
        return QualityJson.dataProductQuality(profile, Map.of(OpenDataDimension.TIMELINESS, 95));
    }
    // #endregion product
}
