package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;

/** The lines by branch, indexed to the valuation date and with the return on bound capital; lines that a subsidy paid are left out. */
final class CostTree {

    private static final int MOST_LINES = 1000;

    /**
     * What all lines have in common.
     *
     * @param returnApart whether the return on bound capital is added up apart from the cost
     */
    record Terms(Optional<Cell> indexNow, Optional<Cell> opportunity, boolean returnApart) {

        static Terms write(Sheet sheet, Optional<Input<Double>> index, Optional<Input<Rate>> opportunityRate) {
            return new Terms(
                    index.map(level -> sheet.given("indexAtValuation", Unit.INDEX, level)),
                    opportunityRate.map(rate -> sheet.given("opportunityRate", Unit.RATE, rate)),
                    false);
        }

        Terms withReturnApart() {
            return new Terms(indexNow, opportunity, true);
        }

        Terms withoutReturn() {
            return new Terms(indexNow, Optional.empty(), false);
        }
    }

    private final List<Cell> subtotals = new ArrayList<>();
    private final List<Cell> materials = new ArrayList<>();
    private final List<Cell> labor = new ArrayList<>();
    private final List<Cell> returnsApart = new ArrayList<>();

    /** Writes the lines. */
    CostTree(Sheet sheet, List<CostLine> lines, Terms terms) {
        var paid = counted(lines);
        var branches = Stream.<CostCategory>concat(
                        Arrays.stream(CostLine.Category.values()), Arrays.stream(Gbt37550Cost.values()))
                .map(CostCategory::branch)
                .distinct()
                .toList();
        for (var branch : branches) {
            for (var nature : CostLine.Nature.values()) {
                var own = paid.stream()
                        .filter(line -> line.category().branch().equals(branch) && line.nature() == nature)
                        .toList();
                if (own.isEmpty()) continue;
                boolean isLabor = nature == CostLine.Nature.LIVING_LABOR;
                var subtotal = branch(sheet, branch + (isLabor ? "Labor" : ""), own, terms);
                subtotals.add(subtotal);
                (isLabor ? labor : materials).add(subtotal);
            }
        }
    }

    /** The lines that count: all but those that a subsidy paid. */
    static List<CostLine> counted(List<CostLine> lines) {
        return lines.stream().filter(line -> !isSubsidized(line)).toList();
    }

    private static boolean isSubsidized(CostLine line) {
        return line.funding().equals(Optional.of(CostLine.Funding.SUBSIDY));
    }

    private Cell branch(Sheet sheet, String name, List<CostLine> lines, Terms terms) {
        Axis axis = sheet.axis(name, lines.stream().map(CostLine::name).toList());
        Row cost = sheet.given(
                name + "Cost",
                Unit.MONEY,
                axis,
                lines.stream().map(CostLine::amount).toList());
        if (terms.indexNow().isPresent()
                || lines.stream().anyMatch(line -> line.indexAtValuation().isPresent()))
            cost = sheet.let(name + "CostAtDate", indexed(sheet, name, axis, lines, terms, cost));
        if (terms.opportunity().isPresent()
                && lines.stream().anyMatch(line -> line.yearsBefore().isPresent())) {
            var years = sheet.given(
                    name + "YearsBound",
                    Unit.YEARS,
                    axis,
                    lines.stream()
                            .map(line -> line.yearsBefore().orElse(Input.of(0.0)))
                            .toList());
            var returned = sheet.let(
                    name + "OpportunityCost",
                    cost.times(Cell.ONE
                            .plus(terms.opportunity().get())
                            .power(years)
                            .minus(Cell.ONE)));
            if (terms.returnApart()) returnsApart.add(returned.sum());
            else cost = sheet.let(name + "CostWithOpportunity", cost.plus(returned));
        }
        return sheet.let(name + "Total", cost.sum());
    }

    private static Row indexed(Sheet sheet, String name, Axis axis, List<CostLine> lines, Terms terms, Row cost) {
        var then = new ArrayList<Cell>();
        var now = new ArrayList<Cell>();
        for (var line : lines) {
            int number = then.size() + 1;
            var common = terms.indexNow().orElse(Cell.ONE);
            now.add(line.indexAtValuation()
                    .map(level -> sheet.given(name + "IndexAtValuation" + number, Unit.INDEX, level))
                    .orElse(common));
            then.add(line.index()
                    .map(level -> sheet.given(name + "Index" + number, Unit.INDEX, level))
                    .orElse(common));
        }
        if (lines.stream().noneMatch(line -> line.indexAtValuation().isPresent()))
            return cost.times(terms.indexNow().orElseThrow()).dividedBy(Row.of(axis, then));
        return cost.times(Row.of(axis, now)).dividedBy(Row.of(axis, then));
    }

    Cell total() {
        return subtotals.stream().reduce(Cell::plus).orElseThrow();
    }

    Optional<Cell> material() {
        return materials.stream().reduce(Cell::plus);
    }

    Optional<Cell> livingLabor() {
        return labor.stream().reduce(Cell::plus);
    }

    /** The return on bound capital, where it is kept apart. */
    Optional<Cell> returnApart() {
        return returnsApart.stream().reduce(Cell::plus);
    }

    /** Refuses lines that cannot be added up. */
    static void check(
            Check check,
            List<CostLine> lines,
            Optional<CostChain> chain,
            Optional<Input<Double>> index,
            Optional<Input<Rate>> opportunityRate) {
        var all = chain.map(CostChain::lines).orElse(lines);
        if (chain.isPresent() && !lines.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "lines",
                    "the chain has the lines of every level already",
                    "Give lines or a chain."));
        check.that(
                !all.isEmpty() && all.size() <= MOST_LINES,
                "lines",
                "1 to " + MOST_LINES,
                all.size(),
                "List what the asset costs to make.");
        if (chain.isPresent()) chain.get().check(check, index);
        else checkLines(check, "lines", lines, index);
        if (opportunityRate.isPresent()
                && all.stream().noneMatch(line -> line.yearsBefore().isPresent()))
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "yearsBefore",
                    "An opportunity rate needs the years over which capital was bound; give them on the lines."));
        index.ifPresent(level -> CostLine.checkLevel(check, "index", level));
    }

    /** Refuses lines that do not go together. */
    static void checkLines(Check check, String field, List<CostLine> lines, Optional<Input<Double>> index) {
        var names = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (!names.add(lines.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        field + "[" + i + "].name",
                        lines.get(i).name(),
                        "Name each line once."));
        }
        if (index.isEmpty()
                && lines.stream()
                        .anyMatch(line -> line.index().isPresent()
                                && line.indexAtValuation().isEmpty()))
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "index",
                    "A line has an index of its date; give that of the valuation date."));
        if (lines.stream().map(line -> line.category().getClass()).distinct().count() > 1)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    "categories of two cost trees are mixed",
                    "Take all from the 2023 guidance or all from GB/T 37550."));
        if (!lines.isEmpty() && lines.stream().allMatch(CostTree::isSubsidized))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    "subsidies paid all of them, so no cost is left",
                    "Value the asset by another approach."));
    }

    /** What the reader must know of public money behind the lines. */
    static List<Note> notesOnFunding(List<CostLine> lines) {
        var notes = new ArrayList<Note>();
        var subsidized = names(lines, CostLine.Funding.SUBSIDY);
        if (!subsidized.isEmpty()) notes.add(Note.of(Note.Kind.ASSUMPTION, "subsidized-cost-left-out", subsidized));
        var fiscal = names(lines, CostLine.Funding.FISCAL);
        if (!fiscal.isEmpty()) notes.add(Note.of(Note.Kind.WARNING, "fiscal-funding", fiscal));
        return notes;
    }

    private static String names(List<CostLine> lines, CostLine.Funding funding) {
        return lines.stream()
                .filter(line -> line.funding().equals(Optional.of(funding)))
                .map(line -> line.name() + " (" + line.amount().value() + ")")
                .collect(Collectors.joining(", "));
    }
}
