package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/** The adjustment grid: columns of factors along an axis of comparables, and what they come to together. */
final class AdjustmentGrid {

    private final Sheet sheet;
    private final Axis axis;
    private final List<Row> factors = new ArrayList<>();
    private Optional<Row> ones = Optional.empty();

    /** Writes a row {@code …Factor} per column. */
    AdjustmentGrid(Sheet sheet, Axis axis, List<Adjustment> adjustments) {
        this.sheet = sheet;
        this.axis = axis;
        for (var adjustment : adjustments)
            factors.add(sheet.let(adjustment.name() + "Factor", adjustment.write(sheet, axis)));
    }

    /** A row of ones. */
    Row one() {
        if (ones.isEmpty())
            ones = Optional.of(sheet.fixed("unadjusted", Unit.FACTOR, axis, Collections.nCopies(axis.size(), 1.0)));
        return ones.get();
    }

    /** Π f: each column acts on what the columns before it have left. */
    Row sequential() {
        return sheet.let("combinedFactor", factors.stream().reduce(Row::times).orElseGet(this::one));
    }

    /** 1 + Σ (f − 1): percentages are added. */
    Row additive() {
        return sheet.let(
                "combinedFactor",
                factors.stream()
                        .map(f -> f.minus(Cell.ONE))
                        .reduce(Row::plus)
                        .map(sum -> sum.plus(Cell.ONE))
                        .orElseGet(this::one));
    }

    /** Writes {@code netAdjustment} and {@code grossAdjustment} and returns the second, Σ |f − 1|. */
    Row gross(Row combined) {
        sheet.let("netAdjustment", combined.minus(Cell.ONE));
        return sheet.let(
                "grossAdjustment",
                factors.stream()
                        .map(f -> f.minus(Cell.ONE).abs())
                        .reduce(Row::plus)
                        .orElseGet(() -> one().minus(Cell.ONE)));
    }

    /** Every column has one value per element and a name of its own. */
    static void check(Check check, String field, List<Adjustment> adjustments, int size, String element) {
        var columns = new HashSet<String>();
        for (int i = 0; i < adjustments.size(); i++) {
            var adjustment = adjustments.get(i);
            if (!columns.add(adjustment.name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, field + "[" + i + "].name", adjustment.name(), "Name each once."));
            check.that(
                    adjustment.size() == size,
                    field + "[" + i + "]",
                    "one for each of the " + size + " " + element + "s",
                    adjustment.size(),
                    "Give a value for each " + element + ".");
        }
    }

    /** A warning per element whose combined factor lies outside the house rule. */
    static List<Note> large(Worksheet worksheet, String section, List<String> names) {
        var notes = new ArrayList<Note>();
        var combined = worksheet.values(section + "combinedFactor");
        for (int i = 0; i < combined.size(); i++) {
            if (combined.get(i) < ComparableTransactions.LEAST_FACTOR
                    || combined.get(i) > ComparableTransactions.GREATEST_FACTOR)
                notes.add(Note.of(
                        Note.Kind.WARNING,
                        "large-adjustment",
                        names.get(i) + " is adjusted by a factor of " + Plain.of(combined.get(i))
                                + ": hardly comparable."));
        }
        return notes;
    }
}
