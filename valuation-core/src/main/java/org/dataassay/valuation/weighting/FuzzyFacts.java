package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link FuzzyComprehensive}: grades, and a tree of factors with weights and memberships.
 *
 * @param grades 2 to {@value #MOST_GRADES} grades of the comment set (评语集), no name twice
 * @param factors of the first level, 1 to {@value #MOST_FACTORS} in the whole tree; their weights sum to one
 */
public record FuzzyFacts(List<Grade> grades, List<Factor> factors) {

    public static final int MOST_GRADES = 20;

    public static final int MOST_FACTORS = 200;

    /** Levels of factors within factors. */
    public static final int MOST_LEVELS = 5;

    /** How far weights and memberships may miss a sum of one. */
    public static final double TOLERANCE = 1e-9;

    private static final double MOST_SCORE = 1e9;

    /**
     * A grade of the comment set.
     *
     * @param name such as good; letters, digits, spaces, dots, hyphens or underscores
     * @param score what the grade counts, where the decision is by score
     */
    public record Grade(String name, Optional<Input<Double>> score) {
        public Grade {
            var check = new Check().that(!name.isBlank(), "name", "stated", "blank", "Name the grade.");
            score.ifPresent(s -> check.range(
                    "score", s.value(), -MOST_SCORE, MOST_SCORE, "Give what the grade counts, such as 95."));
            check.done();
        }

        public static Grade of(String name) {
            return new Grade(name, Optional.empty());
        }

        public static Grade of(String name, double score) {
            return new Grade(name, Optional.of(Input.of(score)));
        }
    }

    /**
     * A factor: judged itself, by its membership in each grade, or made of factors.
     *
     * @param name as that of a grade; none twice within one factor
     * @param weight within its level, in [0, 1]; a draw is rescaled with its neighbors to a sum of one
     * @param membership one per grade, in [0, 1], summing to one; empty where it is made of factors; a draw is rescaled
     * @param factors of the next level, whose weights sum to one; empty where it is judged
     */
    public record Factor(String name, Input<Double> weight, List<Input<Double>> membership, List<Factor> factors) {
        public Factor {
            membership = List.copyOf(membership);
            factors = List.copyOf(factors);
            var check = new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the factor.")
                    .share("weight", weight.value());
            if (membership.isEmpty() == factors.isEmpty())
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "membership",
                        name + " has " + (membership.isEmpty() ? "neither memberships nor factors" : "both"),
                        "Judge the factor by its membership in each grade, or break it into factors."));
            if (!membership.isEmpty()) checkMembership(check, name, membership);
            if (!factors.isEmpty()) checkLevel(check, "factors", factors);
            check.done();
        }

        /** A factor that is judged, no source stated. */
        public static Factor judged(String name, double weight, List<Double> membership) {
            return new Factor(
                    name, Input.of(weight), membership.stream().map(Input::of).toList(), List.of());
        }

        /** A factor that is made of factors. */
        public static Factor of(String name, double weight, List<Factor> factors) {
            return new Factor(name, Input.of(weight), List.of(), factors);
        }

        private int size() {
            return 1 + factors.stream().mapToInt(Factor::size).sum();
        }

        private int levels() {
            return 1 + factors.stream().mapToInt(Factor::levels).max().orElse(0);
        }
    }

    private static void checkMembership(Check check, String name, List<Input<Double>> membership) {
        for (int j = 0; j < membership.size(); j++)
            check.share("membership[" + j + "]", membership.get(j).value());
        double sum = membership.stream().mapToDouble(Input::value).sum();
        check.that(
                Math.abs(sum - 1) <= TOLERANCE,
                "membership",
                "in sum 1",
                Plain.of(sum),
                "Every judge of " + name + " is in one grade: divide counts by the number of judges.");
    }

    private static void checkLevel(Check check, String field, List<Factor> factors) {
        double sum =
                factors.stream().mapToDouble(factor -> factor.weight().value()).sum();
        check.that(
                Math.abs(sum - 1) <= TOLERANCE,
                field,
                "weighted to a sum of 1",
                Plain.of(sum),
                "Correct the weights; they are not rescaled.");
        var names = new HashSet<String>();
        for (int i = 0; i < factors.size(); i++)
            if (!names.add(factors.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        field + "[" + i + "].name",
                        factors.get(i).name(),
                        "Name each once."));
    }

    public FuzzyFacts {
        grades = List.copyOf(grades);
        factors = List.copyOf(factors);
        int size = factors.stream().mapToInt(Factor::size).sum();
        var check = new Check()
                .that(
                        grades.size() >= 2 && grades.size() <= MOST_GRADES,
                        "grades",
                        "2 to " + MOST_GRADES,
                        grades.size(),
                        "State the grades among which is judged.")
                .that(
                        size >= 1 && size <= MOST_FACTORS,
                        "factors",
                        "1 to " + MOST_FACTORS,
                        size,
                        "State what is judged.");
        var names = new HashSet<String>();
        for (int j = 0; j < grades.size(); j++)
            if (!names.add(grades.get(j).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "grades[" + j + "].name",
                        grades.get(j).name(),
                        "Name each once."));
        int levels = factors.stream().mapToInt(Factor::levels).max().orElse(0);
        check.that(levels <= MOST_LEVELS, "factors", "at most " + MOST_LEVELS + " levels", levels, "Merge levels.");
        if (!factors.isEmpty()) checkLevel(check, "factors", factors);
        for (var leaf : leaves(factors))
            check.that(
                    leaf.membership().size() == grades.size(),
                    "membership of " + leaf.name(),
                    "one number per grade, " + grades.size(),
                    leaf.membership().size(),
                    "Give 0 where nobody chose a grade.");
        check.done();
    }

    private static List<Factor> leaves(List<Factor> factors) {
        var leaves = new ArrayList<Factor>();
        for (var factor : factors) {
            if (factor.factors().isEmpty()) leaves.add(factor);
            else leaves.addAll(leaves(factor.factors()));
        }
        return leaves;
    }
}
