package org.dataassay.valuation.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Projects how much of an asset's use is left year by year, and finds the average remaining life.
 *
 * <p><b>Formula</b> L = Σ S(t) over t = 1 … n, with S read at the start, the middle or the end of each year; the sum at the middle is the integral of S up to n with an error of second order. For an
 * asset of age a, S(t) = S₀(a + t)/S₀(a)
 *
 * <p><b>Units and ranges</b> S in [0, 1], never rising · years above 0
 *
 * <p><b>Edge cases</b> what is left after the last year is not counted; more than {@link #TAIL} of it is noted · a stated curve ends where it was stated
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ S
 *
 * <p><b>Use when / not when</b> churn or obsolescence has been measured or is known from similar assets / only a term limits the life: then {@link UsefulLife}
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, economic life and attrition</a>
 */
public record Attrition(Options options) implements FigureMethod<AttritionFacts> {

    public static final MethodId ID = MethodId.of("life.attrition");

    /** More than this share left after the last year is noted. */
    public static final double TAIL = 0.01;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param timing at which moment of a year the curve is read, as in the study that measured it
     */
    public record Options(AttritionTiming timing) {
        public static final Options STANDARD = new Options(AttritionTiming.MID_PERIOD);

        public Options withTiming(AttritionTiming other) {
            return new Options(other);
        }
    }

    public static Attrition standard() {
        return new Attrition(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, AttritionFacts facts, ValuationContext context) {
        var periods = sheet.axis(
                "periods",
                IntStream.rangeClosed(1, facts.years())
                        .mapToObj(Integer::toString)
                        .toList());
        var survival = facts.decay().write(sheet, periods, options.timing());
        return sheet.let("averageRemainingLife", survival.sum().as(Unit.YEARS));
    }

    @Override
    public List<Note> remarks(AttritionFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "attrition-timing",
                options.timing().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        var survival = worksheet.values(section + "survival");
        double left = survival.get(survival.size() - 1);
        if (left > TAIL) notes.add(Note.of(Note.Kind.LIMIT, "survivors-at-horizon", Plain.of(left)));
        return notes;
    }
}
