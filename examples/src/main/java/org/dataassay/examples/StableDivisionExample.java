package org.dataassay.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.dataassay.pricing.contribution.CoreSolution;
import org.dataassay.pricing.contribution.GameFacts;
import org.dataassay.pricing.contribution.LeastCore;
import org.dataassay.pricing.contribution.Nucleolus;
import org.dataassay.pricing.contribution.WorthTable;

/** Divisions that nobody has a reason to leave: three insurers who pool their claims data, and three partners of whom any two suffice. */
public final class StableDivisionExample {

    private StableDivisionExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region nucleolus
    static CoreSolution insurers() {
        var saved = WorthTable.of(
                List.of("A", "B", "C"),
                WorthTable.Worth.of(46_125, "A"),
                WorthTable.Worth.of(17_437.5, "B"),
                WorthTable.Worth.of(5_812.5, "C"),
                WorthTable.Worth.of(69_187.5, "A", "B"),
                WorthTable.Worth.of(53_812.5, "A", "C"),
                WorthTable.Worth.of(30_750, "B", "C"),
                WorthTable.Worth.of(90_000, "A", "B", "C"));
        return Nucleolus.standard().evaluate(GameFacts.of(saved), ContributionExample.CONTEXT);
    }
    // #endregion nucleolus

    // #region least-core
    static CoreSolution partners() {
        var worths = WorthTable.of(
                List.of("A", "B", "C"),
                WorthTable.Worth.of(0, "A"),
                WorthTable.Worth.of(0, "B"),
                WorthTable.Worth.of(0, "C"),
                WorthTable.Worth.of(90, "A", "B"),
                WorthTable.Worth.of(90, "A", "C"),
                WorthTable.Worth.of(90, "B", "C"),
                WorthTable.Worth.of(100, "A", "B", "C"));
        return LeastCore.standard().evaluate(GameFacts.of(worths), ContributionExample.CONTEXT);
    }
    // #endregion least-core

    // #region read
    static void print(PrintStream out) {
        for (var found : List.of(insurers(), partners())) {
            out.println(found.method());
            for (var player : found.players())
                out.println(String.format(Locale.ROOT, "  %s %10.2f", player.player(), player.value()));
            for (var level : found.levels())
                out.println(String.format(
                        Locale.ROOT,
                        "  excess %.2f held by %s",
                        level.excess(),
                        level.coalitions().stream()
                                .map(CoreSolution.Balanced::members)
                                .toList()));
            out.println("  core is empty: " + found.coreIsEmpty());
        }
    }
    // #endregion read
}
