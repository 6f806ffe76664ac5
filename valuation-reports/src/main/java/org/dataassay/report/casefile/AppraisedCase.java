package org.dataassay.report.casefile;

import java.util.Optional;
import org.dataassay.valuation.appraisal.AppraisalReport;

/**
 * A case and what its appraisal came to: everything that the papers say.
 *
 * @param source the case
 * @param quality what was measured on its data; empty where there are none at hand
 * @param report indications, conclusion, sheet, simulation, tornado, notes
 */
public record AppraisedCase(LoadedCase source, Optional<MeasuredQuality> quality, AppraisalReport report) {}
