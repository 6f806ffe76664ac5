package org.dataassay.valuation.rate;

import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/** Remarks that several methods make. */
final class Notes {

    private Notes() {}

    /** On what basis a built rate stands: that of its risk-free rate. */
    static List<Note> riskFree(Input<Rate> riskFreeRate) {
        return List.of(Note.of(
                Note.Kind.ASSUMPTION,
                "rate-basis",
                "The rate is " + riskFreeRate.value().prices().name().toLowerCase(Locale.ROOT)
                        + ", after tax of the company, as the risk-free rate and the flows must be."));
    }

    static String percent(double rate) {
        return Plain.of(Math.rint(rate * 1e6) / 1e4) + " %";
    }
}
