package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/** Cross-check of a share of revenue: the part of the profit that it takes, share / margin. */
final class ImpliedProfitSplit {

    private static final String FIGURE = "impliedProfitSplit";

    private ImpliedProfitSplit() {}

    /** Writes {@code operatingMargin} and {@code impliedProfitSplit}. */
    static void write(Sheet sheet, Cell shareOfRevenue, Input<Double> margin) {
        var m = sheet.given("operatingMargin", Unit.SHARE, margin);
        sheet.require(
                "operatingMarginAboveZero",
                m,
                Relation.GREATER,
                Cell.ZERO,
                "Leave the margin out where there is no profit to split.");
        sheet.let(FIGURE, shareOfRevenue.dividedBy(m));
    }

    /**
     * Where more than all of the profit is taken.
     *
     * @param what takes it, as the subject of a sentence
     */
    static Optional<Note> warning(Worksheet worksheet, String section, String code, String what) {
        if (!worksheet.has(section + FIGURE)) return Optional.empty();
        double split = worksheet.value(section + FIGURE);
        if (split <= 1) return Optional.empty();
        return Optional.of(Note.of(
                Note.Kind.WARNING,
                code,
                what + " takes " + Plain.of(split) + " times the operating profit: nobody pays more than all of it."));
    }
}
