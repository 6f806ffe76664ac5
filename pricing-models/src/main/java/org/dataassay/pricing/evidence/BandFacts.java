package org.dataassay.pricing.evidence;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link ReferenceBand}: what a price is wanted for, and the evidence.
 *
 * @param unit wanted, in the singular: {@code call}, {@code record}, {@code year}
 * @param termMonths wanted; empty where there is no term
 * @param rights wanted
 * @param evidence 1 to {@link #MOST_EVIDENCE} pieces, no name twice
 * @param normalization how other units, rights and currencies are converted
 */
public record BandFacts(
        String unit,
        Optional<BigDecimal> termMonths,
        String rights,
        List<PriceEvidence> evidence,
        Normalization normalization) {

    /** Most pieces of evidence. */
    public static final int MOST_EVIDENCE = 10_000;

    public BandFacts {
        evidence = List.copyOf(evidence);
        var check = new Check()
                .that(!unit.isBlank(), "unit", "named", "''", "Say for what unit a price is wanted.")
                .that(
                        !evidence.isEmpty() && evidence.size() <= MOST_EVIDENCE,
                        "evidence",
                        "1 to " + MOST_EVIDENCE + " pieces",
                        evidence.size(),
                        "Give the prices of similar data.");
        termMonths.ifPresent(months -> Normalization.checkFactor(check, "termMonths", months));
        if (normalization.units().stream().anyMatch(step -> step.unit().equals(unit)))
            check.add(Problem.of(
                    ValuationError.INVALID,
                    "normalization.units",
                    "it converts the wanted unit",
                    "Convert other units to it."));
        if (normalization.rights().stream().anyMatch(step -> step.rights().equals(rights)))
            check.add(Problem.of(
                    ValuationError.INVALID,
                    "normalization.rights",
                    "it converts the wanted rights",
                    "Convert other rights to them."));
        var seen = new HashSet<String>();
        for (int i = 0; i < evidence.size(); i++)
            if (!seen.add(evidence.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "evidence[" + i + "].name",
                        "an earlier piece has the name",
                        "Name each piece once; the same deal counts once."));
        check.done();
    }

    /** Prices in one unit, without a term. */
    public static BandFacts of(String unit, String rights, List<PriceEvidence> evidence) {
        return new BandFacts(unit, Optional.empty(), rights, evidence, Normalization.NONE);
    }

    public BandFacts normalizedBy(Normalization how) {
        return new BandFacts(unit, termMonths, rights, evidence, how);
    }

    public BandFacts forMonths(String months) {
        return new BandFacts(unit, Optional.of(new BigDecimal(months)), rights, evidence, normalization);
    }

    public BandFacts withEvidence(List<PriceEvidence> pieces) {
        return new BandFacts(unit, termMonths, rights, pieces, normalization);
    }
}
