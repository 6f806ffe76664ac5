package org.dataassay.valuation.context;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * The terms of a valuation: as of when, in which currency, on which basis and premise, how the result is rounded, and the seed of everything random. Nothing is
 * read from the clock or the machine.
 *
 * <p>Immutable and thread-safe.
 *
 * @param valuationDate the day as of which the value holds, between the years 1900 and 2199
 * @param currency of every amount
 * @param basisOfValue what kind of value is asked for
 * @param premise how the asset is supposed to be used or sold
 * @param roundingMode how the result is rounded to the currency's minor unit, once
 * @param seed of simulations and samples
 */
public record ValuationContext(
        LocalDate valuationDate,
        CurrencyCode currency,
        BasisOfValue basisOfValue,
        PremiseOfValue premise,
        RoundingMode roundingMode,
        long seed) {

    /** How results are rounded where nothing else is said. */
    public static final RoundingMode STANDARD_ROUNDING = RoundingMode.HALF_UP;

    /** The seed where nothing else is said. */
    public static final long STANDARD_SEED = 20_260_101;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    public ValuationContext {
        new Check()
                .that(
                        !valuationDate.isBefore(EARLIEST) && !valuationDate.isAfter(LATEST),
                        "valuationDate",
                        "between " + EARLIEST + " and " + LATEST,
                        valuationDate,
                        "Give the day as of which the value holds.")
                .that(
                        roundingMode != RoundingMode.UNNECESSARY,
                        "roundingMode",
                        "a mode that rounds",
                        roundingMode,
                        "Use " + STANDARD_ROUNDING + ".")
                .done();
    }

    /** The usual premise of the basis, {@link #STANDARD_ROUNDING} and {@link #STANDARD_SEED}. */
    public static ValuationContext of(LocalDate valuationDate, CurrencyCode currency, BasisOfValue basisOfValue) {
        return new ValuationContext(
                valuationDate, currency, basisOfValue, basisOfValue.usualPremise(), STANDARD_ROUNDING, STANDARD_SEED);
    }

    public ValuationContext withValuationDate(LocalDate valuationDate) {
        return new ValuationContext(valuationDate, currency, basisOfValue, premise, roundingMode, seed);
    }

    public ValuationContext withCurrency(CurrencyCode currency) {
        return new ValuationContext(valuationDate, currency, basisOfValue, premise, roundingMode, seed);
    }

    /** Keeps the premise. */
    public ValuationContext withBasisOfValue(BasisOfValue basisOfValue) {
        return new ValuationContext(valuationDate, currency, basisOfValue, premise, roundingMode, seed);
    }

    public ValuationContext withPremise(PremiseOfValue premise) {
        return new ValuationContext(valuationDate, currency, basisOfValue, premise, roundingMode, seed);
    }

    public ValuationContext withRoundingMode(RoundingMode roundingMode) {
        return new ValuationContext(valuationDate, currency, basisOfValue, premise, roundingMode, seed);
    }

    public ValuationContext withSeed(long seed) {
        return new ValuationContext(valuationDate, currency, basisOfValue, premise, roundingMode, seed);
    }
}
