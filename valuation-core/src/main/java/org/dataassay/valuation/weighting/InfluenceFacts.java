package org.dataassay.valuation.weighting;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Dematel}: how strongly factors influence each other, as experts judge it.
 *
 * @param factors 2 to {@value #MOST_FACTORS} names, none twice; letters, digits, spaces, dots, hyphens or underscores
 * @param experts 1 to {@value #MOST_EXPERTS}, no name twice; their judgements count alike
 */
public record InfluenceFacts(List<String> factors, List<Expert> experts) {

    public static final int MOST_FACTORS = 20;

    public static final int MOST_EXPERTS = 30;

    /**
     * One expert's judgements.
     *
     * @param name as that of a factor
     * @param influences a list per factor, in order: its direct influence on each factor, at least 0 (often 0 none to 4 very strong); 0 on itself
     */
    public record Expert(String name, List<List<Input<Double>>> influences) {
        public Expert {
            influences = influences.stream().map(List::copyOf).toList();
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the expert, or a role.")
                    .done();
        }
    }

    public InfluenceFacts {
        factors = List.copyOf(factors);
        experts = List.copyOf(experts);
        var check = new Check()
                .that(
                        factors.size() >= 2 && factors.size() <= MOST_FACTORS,
                        "factors",
                        "2 to " + MOST_FACTORS,
                        factors.size(),
                        "Name the factors that influence each other; group them where there are more.")
                .that(
                        !experts.isEmpty() && experts.size() <= MOST_EXPERTS,
                        "experts",
                        "1 to " + MOST_EXPERTS,
                        experts.size(),
                        "Give the judgements of one expert at least.");
        checkNames(check, "factors", factors);
        checkNames(check, "experts", experts.stream().map(Expert::name).toList());
        for (int e = 0; e < experts.size(); e++)
            checkSquare(check, "experts[" + e + "].influences", experts.get(e).influences(), factors);
        check.done();
    }

    private static void checkNames(Check check, String field, List<String> names) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++)
            if (!seen.add(names.get(i)))
                check.add(Problem.of(ValuationError.DUPLICATE, field + "[" + i + "]", names.get(i), "Name each once."));
    }

    private static void checkSquare(Check check, String field, List<List<Input<Double>>> rows, List<String> factors) {
        int n = factors.size();
        if (rows.size() != n || rows.stream().anyMatch(row -> row.size() != n)) {
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    "there are " + n + " factors",
                    "Give " + n + " lists of " + n + " judgements, the influence of each factor on each."));
            return;
        }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double value = rows.get(i).get(j).value();
                var at = field + "[" + i + "][" + j + "]";
                if (i == j) check.that(value == 0, at, "0", value, "A factor has no direct influence on itself.");
                else
                    check.that(
                            value >= 0 && value <= 1e6,
                            at,
                            "in [0, 1000000]",
                            value,
                            "Judge the influence of " + factors.get(i) + " on " + factors.get(j)
                                    + " from 0, none, upwards.");
            }
    }
}
