package org.dataassay.quality.rule;

/**
 * One violation, without the data: enough to find the row and to understand what is wrong with it.
 *
 * @param row number of the row, 1 for the first below the header
 * @param reason why it violates the rule; values appear as their shape only: a letter as {@code A}, a digit as {@code 9}
 */
public record RuleExample(long row, String reason) {}
