package org.dataassay.quality.maturity;

import java.util.EnumSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * What was assessed, item by item.
 *
 * @param items at least one with evidence, no item twice; an item that is left out is not assessed
 */
public record DcmmFacts(List<Assessed> items) {

    /** The lowest level, 初始级. */
    public static final double LOWEST = 1;

    /** The highest level, 优化级. */
    public static final double HIGHEST = 5;

    private static final int MOST_EVIDENCE = 100;

    /**
     * One item.
     *
     * @param item which
     * @param level from 1 to 5, halves and other fractions as the assessors score
     * @param evidence documents, records and systems that show it; without any, the item counts as not assessed
     */
    public record Assessed(DcmmItem item, Input<Double> level, List<String> evidence) {
        public Assessed {
            evidence = List.copyOf(evidence);
            new Check()
                    .range("level", level.value(), LOWEST, HIGHEST, "Levels are 1 to 5.")
                    .that(
                            evidence.size() <= MOST_EVIDENCE,
                            "evidence",
                            "at most " + MOST_EVIDENCE + " documents",
                            evidence.size(),
                            "Name the ones that matter.")
                    .that(
                            evidence.stream().noneMatch(String::isBlank),
                            "evidence",
                            "named",
                            "blank",
                            "Name the document and the place in it.")
                    .done();
        }
    }

    public DcmmFacts {
        items = List.copyOf(items);
        var check = new Check();
        var seen = EnumSet.noneOf(DcmmItem.class);
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i).item()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "items[" + i + "].item",
                        items.get(i).item().id(),
                        "Assess each item once."));
        }
        check.that(
                        items.stream().anyMatch(a -> !a.evidence().isEmpty()),
                        "items",
                        "assessed with evidence, at least one",
                        "none",
                        "Name what shows the level of an item.")
                .done();
    }

    /** The items of a domain that have evidence, in the order of the standard. */
    List<Assessed> assessed(DcmmDomain domain) {
        return domain.items().stream()
                .flatMap(item -> items.stream()
                        .filter(a -> a.item() == item && !a.evidence().isEmpty()))
                .toList();
    }
}
