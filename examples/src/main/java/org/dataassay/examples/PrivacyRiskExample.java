package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.quality.indicator.FoundPrivacyRisk;
import org.dataassay.quality.indicator.PrivacyFacts;
import org.dataassay.quality.indicator.PrivacyFacts.Required;
import org.dataassay.quality.indicator.PrivacyFacts.Scale;
import org.dataassay.quality.indicator.PrivacyFacts.Sensitive;
import org.dataassay.quality.indicator.PrivacyRisk;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** How easily the patients of a small extract can be told, and whether it keeps to what an exchange requires. */
public final class PrivacyRiskExample {

    private PrivacyRiskExample() {}

    public static void main(String[] args) {
        print(measured(), System.out);
    }

    static TableSource patients() {
        return TableSource.of(
                "patients",
                List.of("district", "born", "days", "diagnosis"),
                List.of(
                        List.of("Haidian", "1980s", "3", "flu"),
                        List.of("Haidian", "1980s", "5", "gastritis"),
                        List.of("Haidian", "1980s", "4", "flu"),
                        List.of("Chaoyang", "1990s", "9", "pneumonia"),
                        List.of("Chaoyang", "1990s", "11", "pneumonia"),
                        List.of("Chaoyang", "1970s", "7", "flu")));
    }

    // #region measure
    static FoundPrivacyRisk measured() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var exchange = Source.given("exchange", "listing rules", "article 12", LocalDate.of(2025, 6, 1));
        var hospital = Source.given("hospital", "register", "December", LocalDate.of(2025, 12, 31));
        try (var patients = patients()) {
            var facts = PrivacyFacts.of(patients, List.of("district", "born"))
                    .withSensitive(List.of(
                            new Sensitive("days", Scale.ORDERED), new Sensitive("diagnosis", Scale.CATEGORICAL)))
                    .withSamplingFraction(Input.of(0.1, hospital))
                    .withRequired(new Required(2, 2, 0.5, exchange));
            return PrivacyRisk.standard().evaluate(facts, context);
        }
    }
    // #endregion measure

    static void print(FoundPrivacyRisk found, PrintStream out) {
        out.println("k " + found.k() + ", classes by size " + found.sizes() + ", alone " + found.uniques());
        out.println("prosecutor " + text(found.prosecutor()));
        out.println("journalist " + text(found.journalist().orElseThrow()));
        for (var column : found.sensitive())
            out.println(column.column() + ": l " + column.distinctL() + ", entropy l " + decimals(column.entropyL())
                    + ", t " + decimals(column.t()) + ", poor rows "
                    + column.poor().stream().boxed().toList() + ", unlike rows "
                    + column.unlike().stream().boxed().toList());
        out.println("risky rows " + found.risky().stream().boxed().toList());
    }

    private static String text(FoundPrivacyRisk.Risk risk) {
        return "highest " + decimals(risk.highest()) + ", average " + decimals(risk.average())
                + ", above what is accepted " + decimals(risk.above());
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
