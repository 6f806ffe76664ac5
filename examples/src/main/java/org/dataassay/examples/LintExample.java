package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import org.dataassay.pricing.tariff.Charge;
import org.dataassay.pricing.tariff.Lint;
import org.dataassay.pricing.tariff.LintFacts;
import org.dataassay.pricing.tariff.LintReport;
import org.dataassay.pricing.tariff.Meter;
import org.dataassay.pricing.tariff.MeterUnit;
import org.dataassay.pricing.tariff.Tariff;
import org.dataassay.pricing.tariff.Tier;
import org.dataassay.pricing.tariff.TierMode;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** Two plans for one interface, examined before they are published. */
public final class LintExample {

    private LintExample() {}

    public static void main(String[] args) {
        print(report(), System.out);
    }

    // #region lint
    static LintReport report() {
        var byVolume = Tariff.builder("by-volume", 1, LocalDate.of(2026, 1, 1), "CNY")
                .meter(Meter.of("call", MeterUnit.CALL))
                .charge(Charge.UsageFee.of(
                        "calls", "call", TierMode.VOLUME, Tier.upTo(10, "22"), Tier.upTo(25, "18"), Tier.beyond("13")))
                .build();
        var withFree = Tariff.builder("with-free-calls", 1, LocalDate.of(2026, 1, 1), "CNY")
                .meter(Meter.of("call", MeterUnit.CALL))
                .charge(Charge.UsageFee.of("calls", "call", "25").withFreeUnits(2))
                .build();
        var today = ValuationContext.of(LocalDate.of(2026, 3, 1), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var facts = LintFacts.of(byVolume, withFree).withUnitCost("call", "14");
        return new Lint(Lint.Options.STANDARD.withPeriods(1)).evaluate(facts, today);
    }
    // #endregion lint

    // #region read
    static void print(LintReport report, PrintStream out) {
        for (var finding : report.findings())
            out.println(finding.severity() + " " + finding.rule() + "\n    " + finding.en());
    }
    // #endregion read
}
