package org.dataassay.valuation.violation;

import java.util.Locale;

/** Breaks: never use the locale of the machine. */
final class UsesDefaults {
    final Locale locale = Locale.getDefault();
}
