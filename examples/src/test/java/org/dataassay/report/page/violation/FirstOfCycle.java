package org.dataassay.report.page.violation;

import org.dataassay.report.workbook.violation.SecondOfCycle;

/** Breaks, with {@link SecondOfCycle}: packages have no cycles. */
public final class FirstOfCycle {
    Class<?> other() {
        return SecondOfCycle.class;
    }
}
