package org.dataassay.pricing.regulated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * 上限收费标准: what may be charged at most for a unit of each product, with the proof that the permitted revenue cannot be exceeded at the quantities forecast.
 *
 * @param method id of the method
 * @param ceilings in the order of the products
 * @param permittedRevenue of the year
 * @param revenueAtCeilings Σ ceiling × quantity, exact
 * @param trialRevenue Σ trial fee × quantity, exact
 * @param slack what is left of the permitted revenue, never below 0
 * @param nextReview day by which the ceilings are due for review; empty where no interval is stated
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record PublicDataCeilings(
        MethodId method,
        List<Ceiling> ceilings,
        Money permittedRevenue,
        Money revenueAtCeilings,
        Money trialRevenue,
        Money slack,
        Optional<LocalDate> nextReview,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /** Why a ceiling is what it is. */
    public enum Standing {
        /** Within the permitted revenue. */
        CEILING,
        /** On trial, guided by the authorizing body. */
        TRIAL,
        /** Free of charge by the rule. */
        FREE
    }

    /**
     * What may be charged at most for one unit.
     *
     * @param product its name
     * @param standing why
     * @param ceiling for a unit; 0 for free use
     * @param quantity forecast
     * @param revenue ceiling × quantity, exact
     * @param fee what the operator means to charge; never above the ceiling
     * @param lapses last day of a trial
     */
    public record Ceiling(
            String product,
            Standing standing,
            UnitPrice ceiling,
            BigDecimal quantity,
            Money revenue,
            Optional<UnitPrice> fee,
            Optional<LocalDate> lapses) {}

    public PublicDataCeilings {
        ceilings = List.copyOf(ceilings);
        notes = List.copyOf(notes);
    }

    /** The ceiling of a product. */
    public Ceiling ceiling(String product) {
        return ceilings.stream()
                .filter(one -> one.product().equals(product))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.UNKNOWN,
                        "product",
                        "a product without a ceiling",
                        Nearest.remedy(
                                product, ceilings.stream().map(Ceiling::product).toList())));
    }

    /**
     * Lets a fee pass that may be charged on a day.
     *
     * @throws RefusedException where it is above the ceiling, the product is free of charge, or its trial is over
     */
    public void requireAllowed(String product, UnitPrice fee, LocalDate date) {
        var ceiling = ceiling(product);
        if (ceiling.lapses().map(date::isAfter).orElse(false))
            throw RefusedException.of(
                    PricingError.TRIAL_OVER,
                    "fee",
                    "the trial of " + product + " ended on " + ceiling.lapses().get(),
                    "Have a ceiling fixed within the permitted revenue.");
        if (fee.compareTo(ceiling.ceiling()) <= 0) return;
        throw ceiling.standing() == Standing.FREE
                ? freeOfCharge("fee", product + " is for public governance or public welfare")
                : aboveCeiling("fee", product + " at " + fee + ", ceiling " + ceiling.ceiling());
    }

    static RefusedException freeOfCharge(String field, String what) {
        return RefusedException.of(
                PricingError.FREE_OF_CHARGE, field, what, PublicDataRevenue.RULE + ": charge nothing for such use.");
    }

    static RefusedException aboveCeiling(String field, String what) {
        return RefusedException.of(
                PricingError.ABOVE_CEILING,
                field,
                what,
                PublicDataRevenue.RULE + ": charge at most the ceiling, or have it reviewed.");
    }
}
