package org.dataassay.valuation.asset;

import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * Whether the asset keeps one rule.
 *
 * @param name what was checked
 * @param rule the law, standard or contract, and where in it
 * @param passed whether the rule is kept
 * @param evidence ids of the documents that show it
 */
public record ComplianceCheck(String name, String rule, boolean passed, List<String> evidence) {

    public ComplianceCheck {
        evidence = List.copyOf(evidence);
        var check = new Check();
        Texts.stated(check, "name", name);
        Texts.bounded(check, "rule", rule);
        Texts.bounded(check, "evidence", evidence);
        check.done();
    }

    public static ComplianceCheck passed(String name, String rule, String... evidence) {
        return new ComplianceCheck(name, rule, true, List.of(evidence));
    }

    public static ComplianceCheck failed(String name, String rule, String... evidence) {
        return new ComplianceCheck(name, rule, false, List.of(evidence));
    }
}
