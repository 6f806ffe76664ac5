package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;

/**
 * Weighs criteria by what their removal changes: the method based on the removal effects of criteria (MEREC).
 *
 * <p><b>Formula</b> n(i, j) = min x / x for a benefit, x / max x for a cost; S(i) = ln[1 + (1/c) Σⱼ |ln n(i, j)|]; S′(i, j) the same without j, still over c; E(j) = Σᵢ |S′(i, j) −
 * S(i)|; w(j) = E(j) / Σ E; c the number of criteria
 *
 * <p><b>Units and ranges</b> every value above 0
 *
 * <p><b>Edge cases</b> a constant criterion changes nothing when removed and weighs 0 · all criteria constant is refused · as n is at most 1, |ln n| is −ln n and |S′ − S| is S − S′,
 * so that no absolute value is written and there is no kink at the worst alternative
 *
 * <p><b>Numerics</b> the sum without j is the sum less the term of j: absolute error about c · 2⁻⁵² of the sum
 *
 * <p><b>Use when / not when</b> values are on ratio scales with a natural zero / scores that may be 0: a value near 0 outweighs everything
 *
 * @param options there are none
 * @see <a href="https://doi.org/10.3390/sym13040525">Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene, Determination of Objective Weights Using a New Method
 *     Based on the Removal Effects of Criteria (MEREC), Symmetry 13(4) 525, 2021, section 2</a>
 */
public record Merec(Options options) implements RankedMethod<DecisionMatrix, FoundWeights> {

    public static final MethodId ID = MethodId.of("weighting.merec");

    /** No conventions are open. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    public static Merec standard() {
        return new Merec(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Written writeRanked(Sheet sheet, DecisionMatrix matrix, ValuationContext context) {
        var columns = Column.write(sheet, matrix);
        var terms = new ArrayList<Row>();
        for (var column : columns) {
            column.requireAboveZero("Logarithms are taken: measure from a natural zero, or weigh by entropy.");
            var ratio = column.section().let("ratioOfWorst", ratioOfWorst(column));
            terms.add(column.section().let("logDistance", ratio.log().negated()));
        }
        var count = Cell.number(columns.size());
        var total = sheet.let("totalDistance", terms.stream().reduce(Row::plus).orElseThrow());
        var performance =
                sheet.let("performance", total.dividedBy(count).plus(Cell.ONE).log());
        var effects = new ArrayList<Cell>();
        for (int j = 0; j < columns.size(); j++) {
            var without = columns.get(j)
                    .section()
                    .let(
                            "performanceWithout",
                            total.minus(terms.get(j))
                                    .dividedBy(count)
                                    .plus(Cell.ONE)
                                    .log());
            effects.add(columns.get(j)
                    .section()
                    .let("removalEffect", performance.minus(without).sum().max(Cell.ZERO)));
        }
        return ObjectiveWeights.write(sheet, matrix, "removalEffect", effects);
    }

    /** How the worst compares: 1 where the value is the worst, nearer 0 the better it is. */
    private static Row ratioOfWorst(Column column) {
        var extremes = column.extremes();
        return column.isBenefit()
                ? extremes.least().dividedBy(column.value())
                : column.value().dividedBy(extremes.greatest());
    }

    @Override
    public FoundWeights evaluate(DecisionMatrix matrix, ValuationContext context) {
        return ObjectiveWeights.found(this, matrix, context);
    }
}
