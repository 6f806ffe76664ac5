package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.numeric.ExponentialSum;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;

/**
 * Finds every internal rate of return of flows one period apart.
 *
 * <p><b>Formula</b> Σ a(t) · (1 + r)^(−t) = 0 over t = 0…n; solved for y = ln(1 + r)
 *
 * <p><b>Units and ranges</b> a(t) in the context's currency, received positive, paid negative · r per period, above −1
 *
 * <p><b>Edge cases</b> flows without a change of sign have no rate and the method does not apply · several rates are all told, and {@link Options#rule} says which is
 * meant · leading and trailing zeros change nothing
 *
 * <p><b>Numerics</b> the search for all roots is {@link ExponentialSum}'s; each is the last bit of a bracket, and its residual stands on the sheet relative to Σ|a| · D,
 * because near r = −1 one unit in the last place of r moves the present value by thousands
 *
 * <p><b>Use when / not when</b> one outlay and the returns on it / flows whose sign changes often: compare present values instead
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, income approach, discount rates</a>
 */
public record Irr(Options options) implements SheetMethod<PeriodicFlows, InternalRates> {

    public static final MethodId ID = MethodId.of("rate.irr");

    /** Where spreadsheets start. */
    public static final double SPREADSHEET_GUESS = 0.1;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rule which of several rates is meant
     * @param guess where {@link RootRule#FROM_GUESS} starts; of no effect under the other rules
     */
    public record Options(RootRule rule, double guess) {
        public static final Options STANDARD = new Options(RootRule.ONLY_IF_UNIQUE, SPREADSHEET_GUESS);

        public Options {
            checkGuess(guess);
        }

        public Options withRule(RootRule which) {
            return new Options(which, guess);
        }

        public Options withGuess(double start) {
            return new Options(rule, start);
        }
    }

    static void checkGuess(double guess) {
        new Check()
                .that(
                        guess > -1 && guess <= 1e6,
                        "guess",
                        "above -1 and at most 1000000",
                        guess,
                        "Give a decimal per period: 10 % is 0.1.")
                .done();
    }

    public static Irr standard() {
        return new Irr(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes {@code rate} under the rule; a section of another sheet is refused where the rule leaves the choice open. */
    @Override
    public Cell write(Sheet sheet, PeriodicFlows facts, ValuationContext context) {
        return RateSearch.write(sheet, facts.write(sheet), facts.times(), options.rule(), options.guess());
    }

    @Override
    public InternalRates evaluate(PeriodicFlows facts, ValuationContext context) {
        return new RateSearch(List.copyOf(facts.flows()), facts.times())
                .found(this, facts, context, options.rule(), options.guess());
    }
}
