package org.dataassay.valuation.life;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What {@link DecayFit} found.
 *
 * @param method id of the method
 * @param lost items lost
 * @param censored items last seen in use
 * @param exposureYears years that all items together were observed
 * @param curves that could be fitted, in the order of {@link FittedCurve.Kind}
 * @param kaplanMeier the observed curve
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record FittedDecay(
        MethodId method,
        long lost,
        long censored,
        double exposureYears,
        List<FittedCurve> curves,
        KaplanMeier kaplanMeier,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    public FittedDecay {
        curves = List.copyOf(curves);
        notes = List.copyOf(notes);
    }

    /** The fit of a curve, where there is one. */
    public Optional<FittedCurve> curve(FittedCurve.Kind kind) {
        return curves.stream().filter(fit -> fit.curve() == kind).findFirst();
    }

    /** The fit of least Akaike criterion; the first of equal ones. */
    public FittedCurve best() {
        var best = curves.get(0);
        for (var fit : curves) if (fit.akaike() < best.akaike()) best = fit;
        return best;
    }
}
