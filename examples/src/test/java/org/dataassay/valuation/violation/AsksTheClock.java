package org.dataassay.valuation.violation;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Breaks: never ask a clock, not by a method reference either. */
final class AsksTheClock {
    final Supplier<LocalDate> today = LocalDate::now;
}
