package org.dataassay.report.casefile;

import java.util.List;
import org.dataassay.valuation.money.Money;

/**
 * What a screening came to.
 *
 * @param schemaVersion version of this format
 * @param libraryVersion of the library that screened
 * @param inventory the file
 * @param rulesSha256 digest of the rules, as they were read
 * @param rows of the inventory, without the header and blank lines
 * @param screened rows that have a class
 * @param errorRows rows that have none, because something is wrong with them
 * @param problems in those rows; a row may have several
 * @param blankLines that were passed over
 * @param classes in the order of the rules
 * @param decisions the rules that give a class, in their order
 * @param rules gates, thresholds and materiality, in their order
 */
public record ScreeningSummary(
        int schemaVersion,
        String libraryVersion,
        Inventory inventory,
        String rulesSha256,
        long rows,
        long screened,
        long errorRows,
        long problems,
        long blankLines,
        List<ClassTotal> classes,
        List<DecisionCount> decisions,
        List<RuleCount> rules) {

    /** The version of the format that this library writes. */
    public static final int SCHEMA_VERSION = 1;

    public ScreeningSummary {
        classes = List.copyOf(classes);
        decisions = List.copyOf(decisions);
        rules = List.copyOf(rules);
    }

    /**
     * Which file it was.
     *
     * @param name without folders
     * @param bytes its size
     * @param sha256 its digest
     */
    public record Inventory(String name, long bytes, String sha256) {}

    /**
     * The assets of one class.
     *
     * @param name of the class
     * @param assets how many
     * @param estimated how many of them have an estimate
     * @param total of the estimates; rough, and no value
     */
    public record ClassTotal(String name, long assets, long estimated, Money total) {}

    /**
     * The assets to which one rule gave their class.
     *
     * @param rule name
     * @param assign the class
     * @param reason of the rule
     * @param assets how many
     */
    public record DecisionCount(String rule, String assign, String reason, long assets) {}

    /**
     * The assets that do not pass one rule.
     *
     * @param rule name
     * @param reason of the rule
     * @param failed how many
     */
    public record RuleCount(String rule, String reason, long failed) {}
}
