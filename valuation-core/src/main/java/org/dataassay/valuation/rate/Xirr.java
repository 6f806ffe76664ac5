package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.numeric.ExponentialSum;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.DayCount;

/**
 * Finds every internal rate of return, per year, of flows on any days.
 *
 * <p><b>Formula</b> Σ a(i) · (1 + r)^(−t(i)) = 0; t(i) years from the earliest flow by the day count; solved for y = ln(1 + r)
 *
 * <p><b>Units and ranges</b> a(i) in the context's currency, received positive, paid negative · r per year, annual compounding, above −1 · dates in any order, before 1970
 * too
 *
 * <p><b>Edge cases</b> as {@link Irr}'s; flows of one day are added up
 *
 * <p><b>Numerics</b> as {@link Irr}'s, by {@link ExponentialSum}. Dates are days without time or zone: local times have moved published present values in the fourth digit
 *
 * <p><b>Use when / not when</b> the dates of a deal are known / periods are equal and the day count is of no matter: use {@link Irr}, which a spreadsheet recalculates
 *
 * @param options conventions
 * @see <a href="https://support.microsoft.com/en-us/office/xirr-function-de1242ec-6477-445b-b11b-a303ad9adc9d">Microsoft, XIRR function, remarks: days over 365</a>
 */
public record Xirr(Options options) implements SheetMethod<DatedFlows, InternalRates> {

    public static final MethodId ID = MethodId.of("rate.xirr");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rule which of several rates is meant
     * @param guess where {@link RootRule#FROM_GUESS} starts; of no effect under the other rules
     * @param dayCount how days become years; the six differ by more than a tenth of a percentage point
     */
    public record Options(RootRule rule, double guess, DayCount dayCount) {
        public static final Options STANDARD =
                new Options(RootRule.ONLY_IF_UNIQUE, Irr.SPREADSHEET_GUESS, DayCount.ACT_365F);

        public Options {
            Irr.checkGuess(guess);
        }

        public Options withRule(RootRule which) {
            return new Options(which, guess, dayCount);
        }

        public Options withGuess(double start) {
            return new Options(rule, start, dayCount);
        }

        public Options withDayCount(DayCount count) {
            return new Options(rule, guess, count);
        }
    }

    public static Xirr standard() {
        return new Xirr(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes {@code rate} under the rule; a section of another sheet is refused where the rule leaves the choice open. */
    @Override
    public Cell write(Sheet sheet, DatedFlows facts, ValuationContext context) {
        return RateSearch.write(sheet, facts.write(sheet), years(facts), options.rule(), options.guess());
    }

    @Override
    public InternalRates evaluate(DatedFlows facts, ValuationContext context) {
        return new RateSearch(facts.flows().stream().map(DatedFlow::amount).toList(), years(facts))
                .found(this, facts, context, options.rule(), options.guess());
    }

    @Override
    public List<Note> remarks(DatedFlows facts, ValuationContext context, Worksheet worksheet, String section) {
        return List.of(Note.of(
                Note.Kind.ASSUMPTION,
                "day-count",
                "Years from " + facts.earliest() + " by " + options.dayCount().name() + "."));
    }

    private List<Double> years(DatedFlows facts) {
        return facts.years(facts.earliest(), options.dayCount());
    }
}
