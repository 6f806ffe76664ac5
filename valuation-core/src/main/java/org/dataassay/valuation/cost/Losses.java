package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Depreciation and obsolescence put together.
 *
 * @param depreciation loss by age
 * @param obsolescence losses by cause
 * @param combination how they are put together; needed where there are several
 */
record Losses(
        Optional<Depreciation> depreciation,
        List<Obsolescence> obsolescence,
        Optional<Obsolescence.Combination> combination) {

    /** Writes {@code remainingGood}; nothing where nothing is lost. */
    Optional<Cell> write(Sheet sheet) {
        int count = obsolescence.size() + (depreciation.isPresent() ? 1 : 0);
        if (count > 1 && combination.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "combination",
                    "Several kinds of obsolescence add up or act one after the other; set the option to additive or sequential.");
        if (count == 0) return Optional.empty();
        boolean additive = combination.equals(Optional.of(Obsolescence.Combination.ADDITIVE));
        var left = new ArrayList<Cell>();
        var lost = new ArrayList<Cell>();
        depreciation.ifPresent(curve -> {
            var undepreciated = curve.write(sheet);
            left.add(undepreciated);
            lost.add(Cell.ONE.minus(undepreciated));
        });
        for (var loss : obsolescence) {
            var share =
                    sheet.given(loss.kind().name().toLowerCase(Locale.ROOT) + "Obsolescence", Unit.SHARE, loss.share());
            left.add(Cell.ONE.minus(share));
            lost.add(share);
        }
        var good = additive
                ? Cell.ONE.minus(lost.stream().reduce(Cell::plus).orElseThrow().min(Cell.ONE))
                : left.stream().reduce(Cell::times).orElseThrow();
        return Optional.of(sheet.let("remainingGood", good.as(Unit.SHARE)));
    }

    Optional<Note> note() {
        return combination.map(how -> Note.of(
                Note.Kind.ASSUMPTION, "obsolescence-combination", how.name().toLowerCase(Locale.ROOT)));
    }

    /** Refuses a kind that is stated twice. */
    static void check(Check check, List<Obsolescence> obsolescence) {
        var kinds = new HashSet<Obsolescence.Kind>();
        for (int i = 0; i < obsolescence.size(); i++) {
            if (!kinds.add(obsolescence.get(i).kind()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "obsolescence[" + i + "].kind",
                        obsolescence.get(i).kind(),
                        "State each kind once."));
        }
    }
}
