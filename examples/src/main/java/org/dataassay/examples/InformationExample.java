package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.information.DecisionTable;
import org.dataassay.valuation.information.Evpi;
import org.dataassay.valuation.information.Evppi;
import org.dataassay.valuation.information.Evsi;
import org.dataassay.valuation.information.InformationValue;
import org.dataassay.valuation.information.PartialFacts;
import org.dataassay.valuation.information.StudyFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/** What it is worth to know the demand for a data product, and whether its data are good, before launching it. */
public final class InformationExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.INVESTMENT_VALUE);

    private InformationExample() {}

    public static void main(String[] args) {
        print(perfect(), System.out);
        print(partial(), System.out);
        print(survey(), System.out);
    }

    // #region table
    static DecisionTable launch() {
        return new DecisionTable(
                List.of(
                        state(0.35, "high", "good"),
                        state(0.15, "high", "poor"),
                        state(0.30, "low", "good"),
                        state(0.20, "low", "poor")),
                List.of(
                        action("launch", 2400, 300, -500, -1100),
                        action("pilot", 900, 400, 110, -150),
                        action("wait", 0, 0, 0, 0)));
    }
    // #endregion table

    private static DecisionTable.State state(double probability, String demand, String quality) {
        var parameters = Map.of("demand", demand, "quality", quality);
        return new DecisionTable.State(demand + " demand " + quality + " data", Input.of(probability), parameters);
    }

    private static DecisionTable.Action action(String name, int... thousands) {
        var payoffs = java.util.Arrays.stream(thousands)
                .mapToObj(amount -> Input.of(Money.of(amount + "000", "CNY")))
                .toList();
        return new DecisionTable.Action(name, payoffs);
    }

    // #region perfect
    static InformationValue perfect() {
        return Evpi.standard().evaluate(launch(), CONTEXT);
    }
    // #endregion perfect

    // #region partial
    static InformationValue partial() {
        return Evppi.standard().evaluate(new PartialFacts(launch(), List.of("demand")), CONTEXT);
    }
    // #endregion partial

    // #region study
    static InformationValue survey() {
        var high = new StudyFacts.Likelihood(List.of("high"), List.of(Input.of(0.8), Input.of(0.2)));
        var low = new StudyFacts.Likelihood(List.of("low"), List.of(Input.of(0.25), Input.of(0.75)));
        var signals = List.of("favorable", "unfavorable");
        var cost = java.util.Optional.of(Input.of(Money.of("60000", "CNY")));
        var facts = new StudyFacts(launch(), List.of("demand"), signals, List.of(high, low), cost);
        return Evsi.standard().evaluate(facts, CONTEXT);
    }
    // #endregion study

    // #region read
    static void print(InformationValue found, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: %s without it (%s), %s with it: worth %s%n",
                found.method(),
                found.withoutInformation(),
                found.actionWithoutInformation(),
                found.withInformation(),
                found.value());
        for (var advice : found.advice())
            out.printf(
                    Locale.ROOT,
                    "  %s, %.1f%%: %s%s%n",
                    advice.learned(),
                    100 * advice.probability(),
                    advice.action(),
                    advice.posterior().isEmpty() ? "" : ", now " + advice.posterior());
        found.netBenefit().ifPresent(net -> out.printf("  less its cost: %s%n", net));
    }
    // #endregion read
}
