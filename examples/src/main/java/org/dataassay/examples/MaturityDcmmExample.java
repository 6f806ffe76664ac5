package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.quality.maturity.DcmmFacts;
import org.dataassay.quality.maturity.DcmmFacts.Assessed;
import org.dataassay.quality.maturity.DcmmItem;
import org.dataassay.quality.maturity.FoundMaturity;
import org.dataassay.quality.maturity.MaturityDcmm;
import org.dataassay.quality.maturity.MaturityDcmm.Options;
import org.dataassay.quality.maturity.MaturityDcmm.Thresholds;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** How mature a holder of data is, as far as it was assessed with evidence. */
public final class MaturityDcmmExample {

    private MaturityDcmmExample() {}

    public static void main(String[] args) {
        print(found(), System.out);
    }

    // #region facts
    static DcmmFacts facts() {
        return new DcmmFacts(List.of(
                at(DcmmItem.STRATEGY_PLANNING, 3, "data strategy 2025, chapter 2"),
                at(DcmmItem.STRATEGY_IMPLEMENTATION, 2, "project list 2025"),
                at(DcmmItem.QUALITY_REQUIREMENTS, 3, "rule files, version 14"),
                at(DcmmItem.QUALITY_CHECKS, 4, "profiles, January to June"),
                at(DcmmItem.QUALITY_ANALYSIS, 3, "monthly report, June"),
                // claimed, but nothing shows it
                new Assessed(DcmmItem.QUALITY_IMPROVEMENT, Input.of(4.0), List.of())));
    }

    private static Assessed at(DcmmItem item, double level, String evidence) {
        return new Assessed(item, Input.of(level, Source.judged("assessor", "interview of 12 May")), List.of(evidence));
    }
    // #endregion facts

    // #region find
    static FoundMaturity found() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var thresholds = new Thresholds(List.of(1.8, 2.6, 3.4, 4.2), Source.assumed("fifths of the scale"));
        return new MaturityDcmm(Options.STANDARD.withThresholds(thresholds)).evaluate(facts(), context);
    }
    // #endregion find

    static void print(FoundMaturity found, PrintStream out) {
        out.println("score " + decimals(found.score()) + " of " + found.assessed() + " items, range "
                + decimals(found.low()) + " to " + decimals(found.high()));
        out.println("level " + found.level().map(String::valueOf).orElse("not told"));
        for (var domain : found.domains())
            out.println(domain.domain().label(Locale.CHINESE) + ": "
                    + (domain.level().isPresent() ? decimals(domain.level().getAsDouble()) : "not assessed") + " ("
                    + domain.assessed() + " of " + domain.items().size() + ")");
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
