package org.dataassay.valuation.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.reconcile.EvidenceItems.Kind;

/** How far the evidence carries a conclusion: a grade from its count, age and kind, not a probability. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW,
    /** No evidence at all. */
    NONE;

    /**
     * What makes a grade. High: at least {@code many} transactions, none older than {@code recentYears}. Medium: at least {@code few} transactions or offers, none
     * older than {@code oldestYears}. Low: any evidence of others. Items too old for a grade do not count for it.
     *
     * @param many at least {@code few}
     * @param few at least 1
     * @param recentYears at most {@code oldestYears}
     * @param oldestYears at least 1
     */
    public record Rule(int many, int few, int recentYears, int oldestYears) {

        /** Our own thresholds, not those of any standard. */
        public static final Rule STANDARD = new Rule(5, 2, 2, 5);

        public Rule {
            new Check()
                    .that(few >= 1 && few <= many, "few", "1 to many", few, "Fewer make a lower grade.")
                    .that(
                            recentYears >= 1 && recentYears <= oldestYears && oldestYears <= 100,
                            "recentYears",
                            "1 to oldestYears, which is at most 100",
                            recentYears,
                            "Older evidence makes a lower grade.")
                    .done();
        }

        Confidence grade(List<EvidenceItems> evidence, LocalDate valuationDate) {
            if (count(evidence, Set.of(Kind.TRANSACTION), valuationDate.minusYears(recentYears)) >= many) return HIGH;
            if (count(evidence, Set.of(Kind.TRANSACTION, Kind.OFFER), valuationDate.minusYears(oldestYears)) >= few)
                return MEDIUM;
            return evidence.stream().anyMatch(items -> items.kind() != Kind.JUDGEMENT) ? LOW : NONE;
        }

        private static long count(List<EvidenceItems> evidence, Set<Kind> kinds, LocalDate oldest) {
            return evidence.stream()
                    .filter(items ->
                            kinds.contains(items.kind()) && !items.date().isBefore(oldest))
                    .mapToLong(EvidenceItems::count)
                    .sum();
        }
    }
}
