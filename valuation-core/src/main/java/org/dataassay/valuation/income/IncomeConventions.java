package org.dataassay.valuation.income;

import org.dataassay.valuation.life.AttritionTiming;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;

/**
 * Conventions on which two careful valuers differ, the same for every income method; each is written into the provenance.
 *
 * @param timing when in each period the benefit flows
 * @param attritionTiming when in each period the survival curve is read
 * @param terminalExponent which exponent discounts the terminal value
 * @param taxBasis of the flows that are discounted: after tax deducts τ, before tax does not
 * @param mismatchedRate what happens where the discount rate is of the other tax basis
 * @param rounding figures rounded on the way, to reproduce a published calculation
 */
public record IncomeConventions(
        Timing timing,
        AttritionTiming attritionTiming,
        TerminalExponent terminalExponent,
        TaxBasis taxBasis,
        MismatchedRate mismatchedRate,
        Rounding rounding) {

    /** Which exponent discounts the terminal value. */
    public enum TerminalExponent {
        /** As its kind has it: constant growth and its kin like the last flow, an exit multiple at the end. */
        BY_KIND,
        /** That of the last flow. */
        OF_LAST_FLOW,
        /** The end of the last period. */
        END_OF_LAST_PERIOD
    }

    /** What happens where flows before tax meet a rate after tax, or the reverse. */
    public enum MismatchedRate {
        REFUSED,
        /** Computed, with a warning: a person takes responsibility for it. */
        FLAGGED
    }

    /** Mid-period flows, after tax. */
    public static final IncomeConventions STANDARD = new IncomeConventions(
            Timing.MID_PERIOD,
            AttritionTiming.MID_PERIOD,
            TerminalExponent.BY_KIND,
            TaxBasis.POST_TAX,
            MismatchedRate.REFUSED,
            Rounding.NONE);

    /** Year-end flows before tax, EBIT at a pre-tax rate: the form of the Chinese guidance on data assets, P = Σ F(t) / (1 + i)^t. */
    public static final IncomeConventions CAS_2023 =
            STANDARD.withTiming(Timing.END).withTaxBasis(TaxBasis.PRE_TAX);

    public IncomeConventions withTiming(Timing other) {
        return new IncomeConventions(other, attritionTiming, terminalExponent, taxBasis, mismatchedRate, rounding);
    }

    public IncomeConventions withAttritionTiming(AttritionTiming other) {
        return new IncomeConventions(timing, other, terminalExponent, taxBasis, mismatchedRate, rounding);
    }

    public IncomeConventions withTerminalExponent(TerminalExponent other) {
        return new IncomeConventions(timing, attritionTiming, other, taxBasis, mismatchedRate, rounding);
    }

    public IncomeConventions withTaxBasis(TaxBasis other) {
        return new IncomeConventions(timing, attritionTiming, terminalExponent, other, mismatchedRate, rounding);
    }

    public IncomeConventions withMismatchedRate(MismatchedRate other) {
        return new IncomeConventions(timing, attritionTiming, terminalExponent, taxBasis, other, rounding);
    }

    public IncomeConventions withRounding(Rounding other) {
        return new IncomeConventions(timing, attritionTiming, terminalExponent, taxBasis, mismatchedRate, other);
    }
}
