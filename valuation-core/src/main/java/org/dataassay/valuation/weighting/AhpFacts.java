package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Ahp}: the hierarchy from the goal down, and what each expert judged.
 *
 * <pre>{@code
 * AhpFacts.of("value", Comparison.of("value", List.of("quality", "scarcity"), Judgements.by("panel", 2).of(0, 1, 3)))
 * }</pre>
 *
 * @param goal what the elements of the first comparison contribute to
 * @param comparisons from the goal down, 1 to {@value #MOST_COMPARISONS}, each once all that it stands below have been named; an element may stand below several, as
 *     alternatives do
 * @param experts with their weights, those of every comparison; empty where all weigh the same
 */
public record AhpFacts(String goal, List<Comparison> comparisons, List<Expert> experts) {

    public static final int MOST_COMPARISONS = 50;

    public static final int MOST_EXPERTS = 30;

    /** Most matrices, over all experts and comparisons. */
    public static final int MOST_MATRICES = 150;

    /**
     * Elements compared in their importance to one that stands above them.
     *
     * @param under the goal, or an element of an earlier comparison
     * @param elements 2 to {@value RandomIndex#LARGEST}, no name twice
     * @param judgements one matrix per expert
     */
    public record Comparison(String under, List<String> elements, List<Judgements> judgements) {

        public Comparison {
            elements = List.copyOf(elements);
            judgements = List.copyOf(judgements);
            int n = elements.size();
            var check = new Check()
                    .that(
                            n >= 2 && n <= RandomIndex.LARGEST,
                            "elements",
                            "2 to " + RandomIndex.LARGEST,
                            n,
                            "Group more of them below criteria of their own.");
            Names.check(check, "under", under, "what the elements stand below");
            Names.checkAll(check, "elements", elements, "the element");
            check.that(
                    !judgements.isEmpty() && judgements.size() <= MOST_EXPERTS,
                    "judgements",
                    "those of 1 to " + MOST_EXPERTS + " experts",
                    judgements.size(),
                    "Give a matrix per expert.");
            var seen = new LinkedHashSet<String>();
            for (int e = 0; e < judgements.size(); e++) {
                var one = judgements.get(e);
                var field = "judgements[" + e + "]";
                if (!seen.add(one.expert()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE, field + ".expert", one.expert(), "Give one matrix per expert."));
                if (one.size() != n)
                    check.add(Problem.of(
                            ValuationError.MISMATCH,
                            field + ".matrix",
                            "it has " + one.size() + " rows but there are " + n + " elements",
                            "Give a row per element."));
                else one.checkConnected(check, field + ".matrix", elements);
            }
            check.done();
        }

        public static Comparison of(String under, List<String> elements, Judgements... judgements) {
            return new Comparison(under, elements, List.of(judgements));
        }

        List<String> expertNames() {
            return judgements.stream().map(Judgements::expert).toList();
        }

        Judgements by(String expert) {
            return judgements.stream()
                    .filter(one -> one.expert().equals(expert))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * An expert and the weight of his or her word.
     *
     * @param name as in the judgements
     * @param weight in [0, 1]; all together 1
     */
    public record Expert(String name, Input<Double> weight) {}

    public AhpFacts {
        comparisons = List.copyOf(comparisons);
        experts = List.copyOf(experts);
        var check = new Check();
        Names.check(check, "goal", goal, "the goal");
        check.that(
                !comparisons.isEmpty() && comparisons.size() <= MOST_COMPARISONS,
                "comparisons",
                "1 to " + MOST_COMPARISONS,
                comparisons.size(),
                "Compare the criteria below the goal.");
        checkHierarchy(check, goal, comparisons);
        if (!comparisons.isEmpty()) checkExperts(check, comparisons, experts);
        check.done();
    }

    private static void checkHierarchy(Check check, String goal, List<Comparison> comparisons) {
        var named = new LinkedHashSet<String>(List.of(goal));
        var split = new LinkedHashSet<String>();
        for (int c = 0; c < comparisons.size(); c++) {
            var comparison = comparisons.get(c);
            var field = "comparisons[" + c + "]";
            if (!named.contains(comparison.under()))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        field + ".under",
                        "'" + comparison.under() + "'",
                        "Give the comparison in which it is an element before this one; so far there are "
                                + String.join(", ", named) + "."));
            if (!split.add(comparison.under()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        field + ".under",
                        comparison.under(),
                        "Compare all that stand below it in one matrix."));
            for (int i = 0; i < comparison.elements().size(); i++) {
                var element = comparison.elements().get(i);
                if (split.contains(element) || element.equals(goal))
                    check.add(Problem.of(
                            ValuationError.MISMATCH,
                            field + ".elements[" + i + "]",
                            element + " has passed its weight on before",
                            "Give the comparison under " + element + " after all in which it is an element."));
                named.add(element);
            }
        }
    }

    private static void checkExperts(Check check, List<Comparison> comparisons, List<Expert> experts) {
        var names = Set.copyOf(comparisons.get(0).expertNames());
        for (int c = 1; c < comparisons.size(); c++) {
            var others = Set.copyOf(comparisons.get(c).expertNames());
            if (!others.equals(names))
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "comparisons[" + c + "].judgements",
                        "they are not by the experts of comparisons[0]",
                        "Every expert judges every comparison; leave single judgements out instead."));
        }
        long matrices = (long) comparisons.size() * names.size();
        check.that(
                matrices <= MOST_MATRICES,
                "comparisons",
                "at most " + MOST_MATRICES + " matrices over all experts",
                matrices,
                "Aggregate the judgements of some experts before.");
        if (experts.isEmpty()) return;
        var weighted = experts.stream().map(Expert::name).toList();
        if (!Set.copyOf(weighted).equals(names) || weighted.size() != names.size())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "experts",
                    "they are " + String.join(", ", weighted) + " but those who judged are "
                            + String.join(", ", comparisons.get(0).expertNames()),
                    "Weight every expert once, or none."));
        double sum = 0;
        for (int e = 0; e < experts.size(); e++) {
            var weight = experts.get(e).weight();
            check.share("experts[" + e + "].weight", weight.value());
            check.that(
                    weight.distribution().isEmpty(),
                    "experts[" + e + "].weight",
                    "without distribution",
                    "drawn",
                    "Weights that are drawn apart cannot keep their sum.");
            sum += weight.value();
        }
        check.that(
                Math.abs(sum - 1) <= Weights.TOLERANCE,
                "experts",
                "weighted to a sum of 1",
                sum,
                "Correct the weights; they are not rescaled.");
    }

    /** Of experts who weigh the same. */
    public static AhpFacts of(String goal, Comparison... comparisons) {
        return new AhpFacts(goal, List.of(comparisons), List.of());
    }

    public AhpFacts withExperts(List<Expert> weighted) {
        return new AhpFacts(goal, comparisons, weighted);
    }

    /** Names of the experts in the order of the first comparison. */
    List<String> expertNames() {
        return comparisons.get(0).expertNames();
    }

    Input<Double> weight(String expert) {
        return experts.stream()
                .filter(one -> one.name().equals(expert))
                .map(Expert::weight)
                .findFirst()
                .orElseThrow();
    }

    /** The comparison under an element, where there is one. */
    Optional<Comparison> under(String element) {
        return comparisons.stream().filter(c -> c.under().equals(element)).findFirst();
    }

    /** What is weighted in the end: elements under which nothing stands. */
    List<String> leaves() {
        var leaves = new LinkedHashSet<String>();
        for (var comparison : comparisons) leaves.addAll(comparison.elements());
        comparisons.forEach(comparison -> leaves.remove(comparison.under()));
        return List.copyOf(leaves);
    }

    /** The comparisons of the deepest level. */
    List<Comparison> deepest() {
        var level = new java.util.HashMap<String, Integer>(java.util.Map.of(goal, 0));
        int depth = 0;
        for (var comparison : comparisons) {
            int own = level.getOrDefault(comparison.under(), 0);
            depth = Math.max(depth, own);
            for (var element : comparison.elements()) level.merge(element, own + 1, Math::max);
        }
        var deepest = new ArrayList<Comparison>();
        for (var comparison : comparisons)
            if (level.getOrDefault(comparison.under(), 0) == depth) deepest.add(comparison);
        return deepest;
    }
}
