package org.dataassay.report.workbook.violation;

import org.dataassay.report.page.violation.FirstOfCycle;

/** The way back of the cycle. */
public final class SecondOfCycle {
    Class<?> other() {
        return FirstOfCycle.class;
    }
}
