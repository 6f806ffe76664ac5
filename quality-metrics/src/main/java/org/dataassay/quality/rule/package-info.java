/**
 * Rules as data: what must hold for a column, a row or a table, evaluated row by row with both counts and the numbers of the violating rows.
 *
 * <p>Reading order: {@link org.dataassay.quality.rule.Constraint} (what can be demanded), {@link org.dataassay.quality.rule.Expression} (the
 * language of row conditions), {@link org.dataassay.quality.rule.Dimension} and {@link org.dataassay.quality.rule.Indicator} (what is measured,
 * by which standard), {@link org.dataassay.quality.rule.Rule}, {@link org.dataassay.quality.rule.RuleSet}, {@link
 * org.dataassay.quality.rule.RuleRun}, {@link org.dataassay.quality.rule.RuleResult} and {@link org.dataassay.quality.rule.RuleEvaluation}; {@link
 * org.dataassay.quality.rule.ReferenceKeys} where rules name other tables.
 */
@NullMarked
package org.dataassay.quality.rule;

import org.jspecify.annotations.NullMarked;
