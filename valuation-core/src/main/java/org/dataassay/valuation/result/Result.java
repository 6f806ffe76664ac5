package org.dataassay.valuation.result;

import java.util.List;

/** What a method comes back with: a {@link Valuation} in money, or a {@link Finding} of anything else. */
public sealed interface Result permits Valuation, Finding {

    /** Assumptions, warnings and limits; never empty by oversight. */
    List<Note> notes();

    Provenance provenance();
}
