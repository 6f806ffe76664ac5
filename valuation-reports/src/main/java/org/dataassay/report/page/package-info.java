/**
 * Pages that a person enjoys reading: self-contained HTML with inline drawings, in English and Chinese, the same bytes for the same facts.
 *
 * <p>Reading order: {@link org.dataassay.report.page.Markup} and {@link org.dataassay.report.page.Tag} (text is escaped by construction),
 * {@link org.dataassay.report.page.Edition} (language, words, numbers), {@link org.dataassay.report.page.Chart} and its six kinds, {@link
 * org.dataassay.report.page.Table}, {@link org.dataassay.report.page.Parts}, {@link org.dataassay.report.page.Page}.
 */
@NullMarked
package org.dataassay.report.page;

import org.jspecify.annotations.NullMarked;
