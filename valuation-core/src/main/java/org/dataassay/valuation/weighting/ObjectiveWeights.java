package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** What the methods that find weights in the data have in common: weights in proportion to how much each criterion tells the alternatives apart. */
final class ObjectiveWeights {

    /** Less than this in all is rounding, not information. */
    private static final Cell LEAST = Cell.number(1e-12);

    private static final String WEIGHT = "weight";

    private ObjectiveWeights() {}

    /**
     * Writes the information of each criterion and its share, {@code weight}; closes on {@code lead}, the greatest weight less the next, or on the weight where there is one
     * criterion.
     *
     * @param name of the row of information
     */
    static RankedMethod.Written write(Sheet sheet, DecisionMatrix matrix, String name, List<Cell> information) {
        var row = sheet.let(name, Row.of(Column.axisOfCriteria(sheet, matrix), information));
        var total = sheet.let("total", row.sum());
        sheet.require(
                "someInformation",
                total,
                Relation.GREATER,
                LEAST,
                "The criteria do not tell the alternatives apart by this method; weigh them by judgement.");
        var weight = row.dividedBy(total).as(Unit.SHARE);
        if (information.size() > 1) return Ranks.write(sheet, WEIGHT, weight);
        var only = sheet.let(WEIGHT, weight);
        return new RankedMethod.Written(sheet.let("lead", only.at(0)), only);
    }

    /** The weights of a sheet that the method alone has written. */
    static FoundWeights found(
            RankedMethod<DecisionMatrix, FoundWeights> method, DecisionMatrix matrix, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), method.rounding());
        var worksheet = sheet.close(method.write(sheet, matrix, context));
        return new FoundWeights(
                method.id(),
                new Weights(matrix.criterionNames(), worksheet.values(WEIGHT)),
                worksheet,
                Indication.notes(method, matrix, context, worksheet),
                Indication.provenance(method, context, worksheet));
    }
}
