package org.dataassay.valuation.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.RefusedException;

/**
 * The gate before any coefficient: without a lawful source, rights that are shown and in force, compliance and a scenario there is no value, whatever the scores.
 * It fails closed: what is not shown does not count.
 *
 * <p>Pure; it knows the day only as an argument.
 *
 * @see GateRule
 */
public final class RightsGate {

    private static final String OPEN_END = "…";

    private RightsGate() {}

    /**
     * Everything that keeps the asset from passing; empty where it passes. The field of each problem is the {@linkplain GateRule#id() id of the rule}.
     *
     * @param valuationDate the day on which rights and evidence must hold
     */
    public static List<Problem> problems(DataAsset asset, LocalDate valuationDate) {
        var problems = new ArrayList<Problem>();
        origins(asset, problems);
        rights(asset, valuationDate, problems);
        compliance(asset, valuationDate, problems);
        if (asset.scenario().isEmpty()) problems.add(problem(GateRule.SCENARIO));
        return List.copyOf(problems);
    }

    /**
     * Lets the asset pass or refuses it.
     *
     * @throws RefusedException with the first of the {@link #problems}
     */
    public static void check(DataAsset asset, LocalDate valuationDate) {
        var problems = problems(asset, valuationDate);
        if (!problems.isEmpty()) throw new RefusedException(problems.get(0));
    }

    private static void origins(DataAsset asset, List<Problem> problems) {
        if (asset.origins().isEmpty()) problems.add(problem(GateRule.LAWFUL_SOURCE, "origins"));
        for (int i = 0; i < asset.origins().size(); i++) {
            var origin = asset.origins().get(i);
            if (!origin.kind().isLawful()) {
                problems.add(problem(GateRule.LAWFUL_SOURCE, "origins[" + i + "] " + origin.kind()));
            }
        }
    }

    private static void rights(DataAsset asset, LocalDate day, List<Problem> problems) {
        if (asset.rights().isEmpty()) problems.add(problem(GateRule.RIGHTS_EVIDENCE, "rights", day));
        for (int i = 0; i < asset.rights().size(); i++) {
            var right = asset.rights().get(i);
            var name = "rights[" + i + "] " + right.type();
            boolean shown = asset.evidence(right.evidence()).stream()
                    .anyMatch(each -> each.kind().provesRights() && each.isValidOn(day));
            if (!shown) problems.add(problem(GateRule.RIGHTS_EVIDENCE, name, day));
            if (!right.isInForceOn(day)) {
                problems.add(problem(
                        GateRule.RIGHT_IN_FORCE,
                        name,
                        right.from().map(LocalDate::toString).orElse(OPEN_END),
                        right.until().map(LocalDate::toString).orElse(OPEN_END),
                        day));
            }
        }
    }

    private static void compliance(DataAsset asset, LocalDate day, List<Problem> problems) {
        if (asset.complianceChecks().isEmpty()) {
            problems.add(problem(GateRule.COMPLIANCE_EVIDENCE, "complianceChecks", day));
        }
        for (var check : asset.complianceChecks()) {
            if (!check.passed()) {
                problems.add(problem(GateRule.COMPLIANCE_CHECK, check.name(), check.rule()));
            } else if (asset.evidence(check.evidence()).stream().noneMatch(each -> each.isValidOn(day))) {
                problems.add(problem(GateRule.COMPLIANCE_EVIDENCE, check.name(), day));
            }
        }
    }

    private static Problem problem(GateRule rule, Object... arguments) {
        return Problem.of(rule, rule.id(), arguments);
    }
}
