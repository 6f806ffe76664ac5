package org.dataassay.report.violation;

import org.dataassay.examples.violation.Sample;

/** Breaks: the reports do not see the examples. */
final class ReportSeesExamples {
    final Sample other = new Sample();
}
