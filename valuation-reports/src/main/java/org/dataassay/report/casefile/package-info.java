/**
 * Case files: everything about one appraisal in one JSON file, data beside it.
 *
 * <p>Reading order: {@link org.dataassay.report.casefile.CaseFile}, {@link org.dataassay.report.casefile.CaseDocument}, {@link
 * org.dataassay.report.casefile.LoadedCase}, {@link org.dataassay.report.casefile.AppraisedCase}.
 *
 * <p>Many assets at once: {@link org.dataassay.report.casefile.PortfolioScreening}, {@link org.dataassay.report.casefile.ScreeningRules}.
 */
@NullMarked
package org.dataassay.report.casefile;

import org.jspecify.annotations.NullMarked;
