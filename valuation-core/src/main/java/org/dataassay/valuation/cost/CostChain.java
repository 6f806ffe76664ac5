package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Cost over the development levels of data: each level is made of the one before it, by work of its own. The asset stands at the last level; {@link ReplacementCost}
 * and {@link ReproductionCost} take a chain in place of their lines and then show the value at every level.
 *
 * <p><b>Formula</b> Aₗ = (Aₗ₋₁ / uₗ₋₁ + Cₗ) · kₗ; A cost accumulated to the level, C cost of the level's own lines, u how many products share the level's output, k = 1
 * where losses are absorbed by what remains, k = y where they are written off. With a quantity Q of the first level: Qₗ = Qₗ₋₁ · yₗ, and Aₗ / Qₗ per item
 *
 * <p><b>Units and ranges</b> yield y in (0, 1] · reuse u ≥ 1 · quantity above 0
 *
 * @param levels from the first upward, each once; a level may be left out
 * @param lostData what becomes of the cost of data lost in the work
 * @param quantity what goes into the first level
 * @see "National Development and Reform Commission, 发改高技〔2020〕1922号, on the four levels"
 */
public record CostChain(List<Level> levels, LostData lostData, Optional<Quantity> quantity) {

    /** What becomes of the cost of data that do not survive the work; there is no default, because careful people differ. */
    public enum LostData {
        /** The rest bears it: whoever makes the data again loses as much again. */
        ABSORBED,
        /** It is left out: a better maker would not have lost the data. */
        WRITTEN_OFF
    }

    /**
     * One level.
     *
     * @param level of development
     * @param lines of the work that leads up to it, at least one, no name twice
     * @param yield share of what goes in that comes out, in (0, 1]; all where empty
     * @param reuse how many products share what comes out, this chain among them, at least 1; one where empty. Only what is handed on is shared
     */
    public record Level(
            DevelopmentLevel level,
            List<CostLine> lines,
            Optional<Input<Double>> yield,
            Optional<Input<Double>> reuse) {

        public Level {
            lines = List.copyOf(lines);
            var check = new Check()
                    .that(!lines.isEmpty(), "lines", "at least one", 0, "State what the work of the level costs.");
            yield.ifPresent(share -> check.share("yield", share.value())
                    .that(
                            share.value() > 0,
                            "yield",
                            "above 0",
                            share.value(),
                            "Work that loses everything makes nothing."));
            reuse.ifPresent(count -> check.range(
                    "reuse", count.value(), 1, 1e6, "Count the products that share the level, this one included."));
            check.done();
        }

        public static Level of(DevelopmentLevel level, List<CostLine> lines) {
            return new Level(level, lines, Optional.empty(), Optional.empty());
        }

        public Level yielding(Input<Double> share) {
            return new Level(level, lines, Optional.of(share), reuse);
        }

        public Level sharedBy(Input<Double> products) {
            return new Level(level, lines, yield, Optional.of(products));
        }

        private String name() {
            var name = new StringBuilder();
            boolean starts = false;
            for (char letter : level.name().toLowerCase(Locale.ROOT).toCharArray()) {
                if (letter == '_') starts = true;
                else {
                    name.append(starts ? Character.toUpperCase(letter) : letter);
                    starts = false;
                }
            }
            return name.toString();
        }
    }

    /**
     * What goes into the first level.
     *
     * @param amount above 0
     * @param item what is counted, such as record
     */
    public record Quantity(Input<Double> amount, String item) {
        public Quantity {
            Unit.items(item);
            new Check()
                    .that(
                            amount.value() > 0 && amount.value() <= 1e15,
                            "amount",
                            "above 0",
                            amount.value(),
                            "Give how much goes into the first level.")
                    .done();
        }
    }

    public CostChain {
        levels = List.copyOf(levels);
        var check = new Check().that(!levels.isEmpty(), "levels", "at least one", 0, "Start from the raw data.");
        for (int i = 1; i < levels.size(); i++) {
            var before = levels.get(i - 1).level();
            check.that(
                    levels.get(i).level().compareTo(before) > 0,
                    "levels[" + i + "].level",
                    "above " + before,
                    levels.get(i).level(),
                    "List levels from raw upward, each once.");
        }
        check.done();
    }

    /** Without a quantity. */
    public static CostChain of(List<Level> levels, LostData lostData) {
        return new CostChain(levels, lostData, Optional.empty());
    }

    /** All lines, level by level. */
    List<CostLine> lines() {
        return levels.stream().flatMap(level -> level.lines().stream()).toList();
    }

    /** Refuses levels whose lines do not go together. */
    void check(Check check, Optional<Input<Double>> index) {
        for (int i = 0; i < levels.size(); i++)
            CostTree.checkLines(
                    check, "chain.levels[" + i + "].lines", levels.get(i).lines(), index);
        if (lines().stream().map(line -> line.category().getClass()).distinct().count() > 1)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "chain",
                    "levels stand in two cost trees",
                    "Take all from the 2023 guidance or all from GB/T 37550."));
    }

    /** What the reader must know of the convention on lost data, where any are lost. */
    Optional<Note> note() {
        if (levels.stream().allMatch(level -> level.yield().isEmpty())) return Optional.empty();
        return Optional.of(Note.of(
                Note.Kind.ASSUMPTION,
                "lost-data",
                lostData.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** {@code valueByLevel}: what the accumulated cost of each level is worth after the factors that lead from the cost to the value. */
    static void writeValues(Sheet sheet, Row costByLevel, List<Cell> factors) {
        var value = costByLevel;
        for (var factor : factors) value = value.times(factor);
        sheet.let("valueByLevel", value);
    }

    /** Writes each level in a section of its own, and {@code costByLevel}. */
    Row write(Sheet sheet, CostTree.Terms terms) {
        var axis =
                sheet.axis("developmentLevels", levels.stream().map(Level::name).toList());
        var accumulated = new ArrayList<Cell>();
        var quantities = new ArrayList<Cell>();
        var handedOn = Optional.<Cell>empty();
        for (var level : levels) {
            var section = sheet.section(level.name());
            var own = section.let("levelCost", new CostTree(section, level.lines(), terms).total());
            var cost = handedOn.map(before -> before.plus(own)).orElse(own);
            var yield = level.yield().map(share -> section.given("yield", Unit.SHARE, share));
            if (yield.isPresent() && lostData == LostData.WRITTEN_OFF) cost = cost.times(yield.get());
            cost = section.let("accumulatedCost", cost);
            accumulated.add(cost);
            if (quantity.isPresent()) {
                var into = quantities.isEmpty()
                        ? sheet.given(
                                "quantity",
                                Unit.items(quantity.get().item()),
                                quantity.get().amount())
                        : quantities.get(quantities.size() - 1);
                quantities.add(yield.map(into::times).orElse(into));
            }
            handedOn = Optional.of(
                    level.reuse().isPresent()
                            ? shared(section, cost, level.reuse().get())
                            : cost);
        }
        var costByLevel = sheet.let("costByLevel", Row.of(axis, accumulated));
        if (quantity.isPresent()) {
            var left = sheet.let("quantityByLevel", Row.of(axis, quantities));
            sheet.let("unitCostByLevel", costByLevel.dividedBy(left));
        }
        return costByLevel;
    }

    private static Cell shared(Sheet section, Cell cost, Input<Double> products) {
        var reuse = section.given("reuse", Unit.FACTOR, products);
        section.require(
                "reuseAtLeastOne",
                reuse,
                Relation.GREATER_OR_EQUAL,
                Cell.ONE,
                "The chain's own product is one of those that share; bound the distribution at 1.");
        return section.let("handedOn", cost.dividedBy(reuse));
    }
}
