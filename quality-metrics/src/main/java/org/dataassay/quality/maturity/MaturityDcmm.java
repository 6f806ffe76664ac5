package org.dataassay.quality.maturity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.quality.maturity.FoundMaturity.DomainResult;
import org.dataassay.quality.maturity.FoundMaturity.ItemResult;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds how mature an organization is in managing its data, by the model DCMM (数据管理能力成熟度).
 *
 * <p><b>Formula</b>  domain = mean, or least, of the levels of its assessed items; score = mean, weighted mean, or least of the domains that were assessed; low and high put
 * every item that was not assessed at 1 and at 5
 * <p><b>Units and ranges</b>  1 初始 · 2 受管理 · 3 稳健 · 4 量化管理 · 5 优化; 28 items in 8 domains
 * <p><b>Edge cases</b>  an item without evidence is not assessed, whatever level was claimed · a domain without an assessed item is absent from the score and widens the range · a
 * level is told only where thresholds were given and what was not assessed cannot move it
 * <p><b>Numerics</b>  left-to-right sums on the sheet
 * <p><b>Use when / not when</b>  the holder's management bears on risk, life or price / the data themselves are judged: see {@code quality.gbt-36344}. A certificate also
 * needs conditions on staff and systems that no score replaces
 *
 * @param options conventions
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36073-2018 数据管理能力成熟度评估模型, clauses 5 to 13</a>
 */
public record MaturityDcmm(Options options) implements SheetMethod<DcmmFacts, FoundMaturity> {

    public static final MethodId ID = MethodId.of("quality.maturity-dcmm");

    private static final Cell LOWEST = Cell.number(DcmmFacts.LOWEST);
    private static final Cell HIGHEST = Cell.number(DcmmFacts.HIGHEST);

    /** How items become a domain. */
    public enum OfItems {
        /** Each counts alike. */
        MEAN,
        /** The weakest decides. */
        LEAST
    }

    /** How domains become one score. */
    public sealed interface OfDomains {
        /** Each counts alike. */
        record Mean() implements OfDomains {}

        /** The weakest decides. */
        record Least() implements OfDomains {}

        /**
         * By weights, relative to each other.
         *
         * @param weights of the domains, above 0; one that is left out does not count
         * @param source who weighs so, and why; must be stated
         */
        record Weighted(Map<DcmmDomain, Double> weights, Source source) implements OfDomains {
            public Weighted {
                var check = new Check();
                weights.forEach((domain, weight) -> check.that(
                        weight > 0 && weight <= 1000,
                        "weights." + domain.id(),
                        "above 0",
                        Plain.of(weight),
                        "Leave out a domain that does not count."));
                check.that(
                                !weights.isEmpty(),
                                "weights",
                                "given for at least one domain",
                                "empty",
                                "Weigh the domains.")
                        .that(source.isStated(), "source", "stated", "not stated", "Say who weighs so, and why.")
                        .done();
                var ordered = new EnumMap<DcmmDomain, Double>(DcmmDomain.class);
                ordered.putAll(weights);
                weights = Collections.unmodifiableMap(ordered);
            }
        }
    }

    /**
     * From a score to a level.
     *
     * @param leastScores the least score of the levels 2, 3, 4 and 5, ascending, above 1 and at most 5
     * @param source who sets these, and where; must be stated
     */
    public record Thresholds(List<Double> leastScores, Source source) {
        public Thresholds {
            leastScores = List.copyOf(leastScores);
            boolean ascending = leastScores.size() == 4;
            for (int i = 0; ascending && i < 4; i++) {
                double before = i == 0 ? DcmmFacts.LOWEST : leastScores.get(i - 1);
                ascending = leastScores.get(i) > before && leastScores.get(i) <= DcmmFacts.HIGHEST;
            }
            new Check()
                    .that(
                            ascending,
                            "leastScores",
                            "four numbers, ascending, above 1 and at most 5",
                            leastScores.stream().map(Plain::of).toList(),
                            "Give the least score of the levels 2 to 5.")
                    .that(source.isStated(), "source", "stated", "not stated", "Say who sets the thresholds.")
                    .done();
        }

        /** The level of a score. */
        int level(double score) {
            return 1
                    + (int) leastScores.stream().filter(least -> score >= least).count();
        }
    }

    /**
     * Conventions; each is written into the provenance. How a formal assessment aggregates is not published in full, so nothing here is official.
     *
     * @param items how items become a domain
     * @param domains how domains become one score
     * @param thresholds from a score to a level; absent where none is agreed
     */
    public record Options(OfItems items, OfDomains domains, Optional<Thresholds> thresholds) {
        public static final Options STANDARD = new Options(OfItems.MEAN, new OfDomains.Mean(), Optional.empty());

        public Options withItems(OfItems how) {
            return new Options(how, domains, thresholds);
        }

        public Options withDomains(OfDomains how) {
            return new Options(items, how, thresholds);
        }

        public Options withThresholds(Thresholds agreed) {
            return new Options(items, domains, Optional.of(agreed));
        }
    }

    public static MaturityDcmm standard() {
        return new MaturityDcmm(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes each domain's {@code level}, {@code maturityLow} and {@code maturityHigh}, and returns {@code maturity}. */
    @Override
    public Cell write(Sheet sheet, DcmmFacts facts, ValuationContext context) {
        var counted = new ArrayList<DcmmDomain>();
        var levels = new ArrayList<Cell>();
        var every = new ArrayList<DcmmDomain>();
        var lows = new ArrayList<Cell>();
        var highs = new ArrayList<Cell>();
        for (var domain : DcmmDomain.values()) {
            if (weight(domain) == 0) continue;
            var section = sheet.section("domains").section(domain.id());
            var assessed = facts.assessed(domain);
            var cells = assessed.isEmpty() ? List.<Cell>of() : levels(section, assessed);
            int missing = domain.items().size() - assessed.size();
            every.add(domain);
            if (!assessed.isEmpty()) {
                counted.add(domain);
                levels.add(section.let("level", ofItems(cells)));
            }
            lows.add(section.let("levelLow", ofItems(with(cells, LOWEST, missing))));
            highs.add(section.let("levelHigh", ofItems(with(cells, HIGHEST, missing))));
        }
        new Check()
                .that(
                        !counted.isEmpty(),
                        "items",
                        "assessed with evidence in a domain that has a weight",
                        "none",
                        "Assess such an item, or weigh the domains that were assessed.")
                .done();
        sheet.let("maturityLow", ofDomains(sheet.section("allDomains"), every, lows));
        sheet.let("maturityHigh", ofDomains(sheet.section("allDomainsHigh"), every, highs));
        return sheet.let("maturity", ofDomains(sheet, counted, levels));
    }

    private static List<Cell> levels(Sheet section, List<DcmmFacts.Assessed> assessed) {
        var axis = section.axis(
                assessed.get(0).item().domain().id() + "Items",
                assessed.stream().map(a -> a.item().id()).toList());
        var row = section.given(
                "itemLevel",
                Unit.FACTOR,
                axis,
                assessed.stream().map(DcmmFacts.Assessed::level).toList());
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < assessed.size(); i++) cells.add(row.at(i));
        return cells;
    }

    private static List<Cell> with(List<Cell> cells, Cell level, int missing) {
        var all = new ArrayList<>(cells);
        all.addAll(Collections.nCopies(missing, level));
        return all;
    }

    private Cell ofItems(List<Cell> levels) {
        return options.items() == OfItems.LEAST ? least(levels) : mean(levels);
    }

    private Cell ofDomains(Sheet sheet, List<DcmmDomain> domains, List<Cell> levels) {
        if (options.domains() instanceof OfDomains.Least) return least(levels);
        if (options.domains() instanceof OfDomains.Weighted) {
            var axis = sheet.axis(
                    domains.size() + "WeightedDomains",
                    domains.stream().map(DcmmDomain::id).toList());
            var weights = sheet.fixed(
                    "weight",
                    Unit.FACTOR,
                    axis,
                    domains.stream().map(this::weight).toList());
            return weights.times(Row.of(axis, levels)).sum().dividedBy(weights.sum());
        }
        return mean(levels);
    }

    private double weight(DcmmDomain domain) {
        return options.domains() instanceof OfDomains.Weighted weighted
                ? weighted.weights().getOrDefault(domain, 0.0)
                : 1;
    }

    private static Cell mean(List<Cell> cells) {
        return cells.stream().reduce(Cell::plus).orElseThrow().dividedBy(Cell.number(cells.size()));
    }

    private static Cell least(List<Cell> cells) {
        return cells.stream().reduce(Cell::min).orElseThrow();
    }

    @Override
    public List<Note> remarks(DcmmFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "aggregation-not-official",
                "how a formal assessment aggregates items and domains is not published in full; items by "
                        + (options.items() == OfItems.LEAST ? "the least" : "the mean") + ", domains by "
                        + aggregation()));
        if (options.domains() instanceof OfDomains.Weighted weighted)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "weights-of-domains",
                    weighted.source().summarize().isEmpty()
                            ? "stated"
                            : weighted.source().summarize()));
        var claimed = facts.items().stream()
                .filter(a -> a.evidence().isEmpty())
                .map(a -> a.item().id())
                .toList();
        if (!claimed.isEmpty())
            notes.add(Note.of(Note.Kind.WARNING, "level-without-evidence", String.join(", ", claimed)));
        var missing = new ArrayList<String>();
        for (var item : DcmmItem.values()) {
            if (facts.items().stream().noneMatch(a -> a.item() == item)) missing.add(item.id());
        }
        if (!missing.isEmpty()) notes.add(Note.of(Note.Kind.MISSING, "items-not-assessed", String.join(", ", missing)));
        return notes;
    }

    private String aggregation() {
        if (options.domains() instanceof OfDomains.Least) return "the least";
        return options.domains() instanceof OfDomains.Weighted ? "weighted mean" : "the mean";
    }

    @Override
    public FoundMaturity evaluate(DcmmFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        double low = worksheet.values("maturityLow").get(0);
        double high = worksheet.values("maturityHigh").get(0);
        var level =
                options.thresholds().filter(t -> t.level(low) == t.level(high)).map(t -> t.level(worksheet.value()));
        var notes = new ArrayList<>(Indication.notes(this, facts, context, worksheet));
        options.thresholds().ifPresent(t -> {
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "thresholds-of-levels",
                    "from " + t.source().summarize() + ": "
                            + String.join(
                                    ", ",
                                    t.leastScores().stream().map(Plain::of).toList())));
            if (t.level(low) != t.level(high))
                notes.add(Note.of(
                        Note.Kind.LIMIT,
                        "level-depends-on-what-was-not-assessed",
                        "from level " + t.level(low) + " to level " + t.level(high)));
        });
        return new FoundMaturity(
                worksheet.value(),
                low,
                high,
                level,
                domains(facts, worksheet),
                worksheet,
                notes,
                Indication.provenance(this, context, worksheet));
    }

    private List<DomainResult> domains(DcmmFacts facts, Worksheet worksheet) {
        var results = new ArrayList<DomainResult>();
        for (var domain : DcmmDomain.values()) {
            var items = domain.items().stream().map(item -> item(facts, item)).toList();
            int assessed = facts.assessed(domain).size();
            var level = assessed == 0 || weight(domain) == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(worksheet
                            .values("domains/" + domain.id() + "/level")
                            .get(0));
            results.add(new DomainResult(domain, level, assessed, items));
        }
        return results;
    }

    private static ItemResult item(DcmmFacts facts, DcmmItem item) {
        var found = facts.items().stream().filter(a -> a.item() == item).findFirst();
        var level = found.filter(a -> !a.evidence().isEmpty())
                .map(a -> OptionalDouble.of(a.level().value()))
                .orElse(OptionalDouble.empty());
        return new ItemResult(
                item, level, found.map(DcmmFacts.Assessed::evidence).orElse(List.of()));
    }
}
