package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.pricing.evidence.BandFacts;
import org.dataassay.pricing.evidence.ConfidenceLadder;
import org.dataassay.pricing.evidence.ConfidenceLadder.Rung;
import org.dataassay.pricing.evidence.GradeWeights;
import org.dataassay.pricing.evidence.Normalization;
import org.dataassay.pricing.evidence.Normalization.RightsStep;
import org.dataassay.pricing.evidence.Normalization.UnitStep;
import org.dataassay.pricing.evidence.PriceEvidence;
import org.dataassay.pricing.evidence.ReferenceBand;
import org.dataassay.pricing.evidence.ReferencePrices;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.market.MarketEvidence.Grade;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.UnitPrice;

/** For how much a check of a company is sold, from deals, a quote and list prices in several units. */
public final class ReferenceBandExample {

    private ReferenceBandExample() {}

    public static void main(String[] args) {
        print(band(), System.out);
    }

    // #region band
    static ReferencePrices band() {
        var evidence = List.of(
                piece("deal 1", "Alpha", Grade.DEAL, "0.30", "call", "own use"),
                piece("deal 2", "Beta", Grade.DEAL, "250", "pack", "own use"),
                piece("quote 1", "Gamma", Grade.QUOTE, "0.42", "call", "own use"),
                piece("list 1", "Delta", Grade.LIST, "0.36", "call", "own use"),
                piece("list 2", "Delta", Grade.LIST, "0.40", "call", "own use"),
                piece("list 3", "Epsilon", Grade.LIST, "0.80", "call", "resale"),
                piece("list 4", "Zeta", Grade.LIST, "350", "call", "own use"),
                piece("list 5", "Eta", Grade.LIST, "0", "call", "own use"));
        var facts = BandFacts.of("call", "own use", evidence)
                .normalizedBy(Normalization.of(UnitStep.of("pack", "1000"))
                        .withRights(RightsStep.of("resale", "0.5", "Li Wei, licences of 2025")));
        var ladder =
                new ConfidenceLadder(new Rung(3, 3, 0, 0.5), new Rung(10, 5, 0.2, 0.25), new Rung(30, 10, 0.5, 0.1));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return ReferenceBand.with(GradeWeights.of(3, 2, 1), ladder).evaluate(facts, context);
    }
    // #endregion band

    // #region read
    static void print(ReferencePrices found, PrintStream out) {
        found.band().ifPresent(band -> {
            out.println("Band: " + band.low() + " to " + band.high());
            band.middle().ifPresent(middle -> out.println("Middle: " + middle));
        });
        out.println("Confidence: " + found.confidence() + " from " + found.sources() + " sources");
        found.used().forEach(one -> out.println("used " + one.name() + ": " + one.price() + " " + one.steps()));
        found.setAside()
                .forEach(one -> out.println("set aside " + one.name() + ": " + one.reason()
                        + one.looksLike()
                                .map(factor -> ", looks like " + factor)
                                .orElse("")));
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static PriceEvidence piece(
            String name, String source, Grade grade, String price, String unit, String rights) {
        return PriceEvidence.of(
                name, source, grade, UnitPrice.of(price, "CNY", unit), rights, LocalDate.of(2025, 9, 30));
    }
}
