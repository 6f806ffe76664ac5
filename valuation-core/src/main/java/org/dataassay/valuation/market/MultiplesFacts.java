package org.dataassay.valuation.market;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Multiples}.
 *
 * @param subject the subject's driver
 * @param comparables 1 to {@value #MOST}, all with the subject's kind of driver, no name twice
 * @param adjustments columns of the grid, acting on the ratio; may be empty
 * @param judgedWeights one per comparable, summing to 1; only for the weighted mean
 */
public record MultiplesFacts(
        ValueDriver subject,
        List<PricedComparable> comparables,
        List<Adjustment> adjustments,
        List<Input<Double>> judgedWeights) {

    /** Most comparables: a median on a sheet compares each with each. */
    public static final int MOST = 200;

    public MultiplesFacts {
        comparables = List.copyOf(comparables);
        adjustments = List.copyOf(adjustments);
        judgedWeights = List.copyOf(judgedWeights);
        int n = comparables.size();
        var check = new Check()
                .that(
                        n >= 1 && n <= MOST,
                        "comparables",
                        "1 to " + MOST,
                        n,
                        n == 0
                                ? "Without comparables the market approach does not apply; say so in the reconciliation."
                                : "Keep those most alike, and say by which rule.");
        var names = new HashSet<String>();
        for (int i = 0; i < n; i++) {
            var comparable = comparables.get(i);
            if (!names.add(comparable.name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "comparables[" + i + "].name", comparable.name(), "Name each once."));
            var driver = comparable.driver();
            check.that(
                    driver.kind().equals(subject.kind()) && driver.unit().equals(subject.unit()),
                    "comparables[" + i + "].driver",
                    "of the subject's kind, " + subject.kind(),
                    driver.kind(),
                    "One ratio has one driver; evaluate another driver as another indication.");
        }
        AdjustmentGrid.check(check, "adjustments", adjustments, n, "comparable");
        check.done();
    }

    public static MultiplesFacts of(ValueDriver subject, List<PricedComparable> comparables) {
        return new MultiplesFacts(subject, comparables, List.of(), List.of());
    }

    public MultiplesFacts withAdjustments(List<Adjustment> columns) {
        return new MultiplesFacts(subject, comparables, columns, judgedWeights);
    }

    public MultiplesFacts withJudgedWeights(List<Input<Double>> weights) {
        return new MultiplesFacts(subject, comparables, adjustments, weights);
    }
}
