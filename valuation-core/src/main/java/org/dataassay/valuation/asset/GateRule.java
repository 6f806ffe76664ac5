package org.dataassay.valuation.asset;

import org.dataassay.valuation.error.ErrorCode;

/** The rules of the {@link RightsGate}, in the order in which they are tried. */
public enum GateRule implements ErrorCode {
    LAWFUL_SOURCE(
            "gate.lawful-source",
            "{0}: the source {1} is unlawful or unknown, or none is stated. Without a lawful source there is no value; state where the data come from."),
    RIGHTS_EVIDENCE(
            "gate.rights-evidence",
            "{0}: {1} is not shown by a registration, contract, license, authorization, legal opinion or production record valid on {2}. Add the document, or leave the right out."),
    RIGHT_IN_FORCE(
            "gate.right-in-force",
            "{0}: {1} runs from {2} to {3} and is not in force on the valuation date {4}. Renew it, leave it out, or change the valuation date."),
    COMPLIANCE_CHECK(
            "gate.compliance-check",
            "{0}: the compliance check {1} failed ({2}). Cure the breach and check again; no score makes up for it."),
    COMPLIANCE_EVIDENCE(
            "gate.compliance-evidence",
            "{0}: the compliance check {1} is said to be passed, but no document valid on {2} shows it. Add the report of the check."),
    SCENARIO("gate.scenario", "{0}: nobody says what a buyer does with the data. State the scenario: buyer and use.");

    private final String id;
    private final String pattern;

    GateRule(String id, String pattern) {
        this.id = id;
        this.pattern = pattern;
    }

    /** The id of the rule, which is also the field of its problems, such as {@code gate.rights-evidence}. */
    public String id() {
        return id;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
