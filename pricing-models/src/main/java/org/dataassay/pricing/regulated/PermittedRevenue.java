package org.dataassay.pricing.regulated;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * 最高准许收入: what an operator of public data may take in at most in a year, with the figures of the yearly report.
 *
 * @param method id of the method
 * @param permittedRevenue in whole minor units, never rounded up
 * @param yearStart first day of the year
 * @param report figures for the yearly report
 * @param excluded lines that do not count, with their reasons
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record PermittedRevenue(
        MethodId method,
        Money permittedRevenue,
        LocalDate yearStart,
        Report report,
        List<Excluded> excluded,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * Figures for the yearly report, each rounded to the minor unit; the sheet has them unrounded.
     *
     * @param permittedCost net of subsidy, of the lines that count
     * @param costNotPermitted what else was paid: subsidies, free use, lines left out
     * @param profitBase what the profit rate is applied to
     * @param profitRate bond yield and spread, per year
     * @param permittedProfit on the base
     * @param taxes passed on
     * @param clawback excess of earlier years that is deducted
     * @param carriedToNextYear excess that this year's revenue was too small to deduct
     * @param actualRevenue what was taken in; empty until it is known
     * @param excess above the permitted revenue, to be deducted next year; empty until the revenue is known
     */
    public record Report(
            Money permittedCost,
            Money costNotPermitted,
            Money profitBase,
            double profitRate,
            Money permittedProfit,
            Money taxes,
            Money clawback,
            Money carriedToNextYear,
            Optional<Money> actualRevenue,
            Optional<Money> excess) {}

    /**
     * A line that does not count.
     *
     * @param line name of the cost or asset
     * @param amount as given
     * @param exclusion why
     */
    public record Excluded(String line, Money amount, Exclusion exclusion) {}

    public PermittedRevenue {
        excluded = List.copyOf(excluded);
        notes = List.copyOf(notes);
    }
}
