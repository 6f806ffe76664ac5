package org.dataassay.pricing.tariff;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that the linter found.
 *
 * @param rule that is broken
 * @param severity of the rule
 * @param tariff id and version
 * @param about the other tariff, buyers, part or charge that it is about; empty where there is none
 * @param purchase that shows it
 * @param en what it means, in English
 * @param zh in Chinese
 */
public record LintFinding(
        LintRule rule,
        LintRule.Severity severity,
        String tariff,
        String about,
        Purchase purchase,
        String en,
        String zh) {

    static LintFinding of(LintRule rule, String tariff, String about, Purchase purchase) {
        var parts = List.of(
                tariff,
                Bill.text(purchase.need()) + " " + purchase.meter(),
                purchase.parts().stream().map(Bill::text).collect(Collectors.joining(" + ")),
                Bill.text(purchase.pays()),
                Bill.text(purchase.insteadOf()),
                about);
        return new LintFinding(
                rule,
                rule.severity(),
                tariff,
                about,
                purchase,
                WhyCode.filled(rule.english(), parts),
                WhyCode.filled(rule.chinese(), parts));
    }
}
