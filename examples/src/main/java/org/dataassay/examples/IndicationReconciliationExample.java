package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.Approach;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.reconcile.CrossChecks;
import org.dataassay.valuation.reconcile.EvidenceItems;
import org.dataassay.valuation.reconcile.IndicationReconciliation;
import org.dataassay.valuation.reconcile.ReconciledIndications;
import org.dataassay.valuation.reconcile.ReconciliationFacts;
import org.dataassay.valuation.reconcile.StatedIndication;
import org.dataassay.valuation.reconcile.UnusedApproach;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** From two indications to a conclusion that a named person answers for. */
public final class IndicationReconciliationExample {

    private IndicationReconciliationExample() {}

    public static void main(String[] args) {
        print(conclusion(), System.out);
    }

    // #region conclusion
    static ReconciledIndications conclusion() {
        var papers =
                Source.given("Chen Yu, appraiser", "Working papers", "sections 4 and 5", LocalDate.of(2026, 1, 20));
        var cost = StatedIndication.of("cost", MethodId.of("cost.replacement-cost"), Input.of(cny("900000"), papers));
        var income = StatedIndication.of(
                        "income", MethodId.of("income.relief-from-royalty"), Input.of(cny("1300000"), papers))
                .withEvidence(List.of(new EvidenceItems(EvidenceItems.Kind.TRANSACTION, 3, LocalDate.of(2023, 6, 30))));
        var judged = Source.judged("Chen Yu, appraiser", "weights of the conclusion");
        var checks = new CrossChecks(
                Optional.of(Input.of(cny("800000"), papers)), Optional.empty(), Optional.empty(), Optional.empty());
        var terms = new ConclusionTerms(
                List.of(
                        new ConclusionTerms.Weight(
                                "cost", Input.of(0.4, judged), "A buyer could build it again in a year."),
                        new ConclusionTerms.Weight("income", Input.of(0.6, judged), "Three licenses are in force.")),
                "Chen Yu, appraiser",
                "",
                Optional.of(checks),
                10_000);
        var facts = new ReconciliationFacts(
                List.of(cost, income),
                List.of(new UnusedApproach(Approach.MARKET, "No comparable data set has been sold.")),
                terms);
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return IndicationReconciliation.standard().evaluate(facts, context);
    }
    // #endregion conclusion

    // #region read
    static void print(ReconciledIndications result, PrintStream out) {
        out.println("Conclusion: " + result.conclusion() + ", " + result.responsiblePerson());
        out.println("Indications from " + result.lowest() + " to " + result.highest() + ", confidence "
                + result.confidence());
        out.print(result.explanation().text());
        result.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
