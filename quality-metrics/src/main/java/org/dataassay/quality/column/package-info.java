/**
 * The profile of a table: what each column holds and what each rule found, in one pass.
 *
 * <p>Reading order: {@link org.dataassay.quality.column.QualityProfiler}, {@link org.dataassay.quality.column.QualityProfile}, {@link
 * org.dataassay.quality.column.ColumnProfile}, {@link org.dataassay.quality.column.ProfileRun} (the mergeable state behind it),
 * {@link org.dataassay.quality.column.TableSummary} (what a table looks like, in figures to keep), {@link org.dataassay.quality.column.RuleSuggester} (rules from it) and
 * {@link org.dataassay.quality.column.DriftComparison} (two of them).
 * States for columns of any size, mergeable and with stated errors: {@code QuantileSketch}, {@code FrequentItems}, {@code Histogram},
 * {@code Masks}.
 */
@NullMarked
package org.dataassay.quality.column;

import org.jspecify.annotations.NullMarked;
