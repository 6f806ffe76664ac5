/**
 * Papers for people and programs: reads a case, appraises it and writes the bundle of its papers. Start with {@link
 * org.dataassay.report.casefile.CaseFile}.
 */
@NullMarked
package org.dataassay.report;

import org.jspecify.annotations.NullMarked;
