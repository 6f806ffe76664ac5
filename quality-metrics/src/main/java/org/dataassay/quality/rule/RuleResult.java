package org.dataassay.quality.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one rule found.
 *
 * @param rule the rule
 * @param satisfied A, how many elements satisfy the rule
 * @param evaluated B, how many elements were evaluated; 0 means not applicable
 * @param notEvaluated rows that the rule says nothing about: no value, or the condition of an {@code if} not met
 * @param element what A and B count
 * @param violations the numbers of all violating rows; empty where the elements are not rows
 * @param examples the first violations
 * @param measured the figure that was held against bounds, where the rule is about one: a mean, a share, a number of rows
 * @param note why nothing could be measured, or where to look
 */
public record RuleResult(
        Rule rule,
        long satisfied,
        long evaluated,
        long notEvaluated,
        Element element,
        RowSet violations,
        List<RuleExample> examples,
        Optional<BigDecimal> measured,
        Optional<String> note) {

    /** What is counted. */
    public enum Element {
        ROW,
        MONTH,
        DAY,
        /** Keys of another table. */
        KEY,
        /** The table as a whole: 1 of 1 or 0 of 1. */
        TABLE
    }

    /** How many violations are shown as examples. */
    public static final int EXAMPLES = 5;

    public RuleResult {
        examples = List.copyOf(examples);
    }

    /** A result of a rule that holds no figure against bounds. */
    public RuleResult(
            Rule rule,
            long satisfied,
            long evaluated,
            long notEvaluated,
            Element element,
            RowSet violations,
            List<RuleExample> examples,
            Optional<String> note) {
        this(rule, satisfied, evaluated, notEvaluated, element, violations, examples, Optional.empty(), note);
    }

    /** How many elements violate the rule. */
    public long violated() {
        return evaluated - satisfied;
    }

    /** A / B in [0, 1], 1 is best; empty when nothing was evaluated. */
    public OptionalDouble ratio() {
        return evaluated == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) satisfied / evaluated);
    }

    /** A as the rule's indicator counts it: where {@link org.dataassay.quality.rule.Indicator#lowerIsBetter()}, the defects. */
    public long indicatorCount() {
        return rule.indicator().lowerIsBetter() ? violated() : satisfied;
    }
}
