/**
 * From indications to a conclusion: a case goes in, with its gate, methods and the valuer's judgement; every outcome comes out, on one sheet.
 *
 * <p>Reading order: {@link org.dataassay.valuation.appraisal.AppraisalCase}, {@link org.dataassay.valuation.appraisal.Appraisal}, {@link
 * org.dataassay.valuation.appraisal.AppraisalReport}.
 */
@NullMarked
package org.dataassay.valuation.appraisal;

import org.jspecify.annotations.NullMarked;
