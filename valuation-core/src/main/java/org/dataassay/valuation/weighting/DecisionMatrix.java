package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Alternatives measured by criteria: what objective weights are found from, and what is ranked. Each cell is an input with a source and, where it is uncertain, a
 * distribution, so that a simulation shows how far weights and ranks stand.
 *
 * @param criteria 1 to {@value #MOST_CRITERIA}, no name twice
 * @param alternatives 2 to {@value #MOST_ALTERNATIVES}, no name twice, each with one value per criterion
 */
public record DecisionMatrix(List<Criterion> criteria, List<Alternative> alternatives) {

    public static final int MOST_CRITERIA = 50;

    public static final int MOST_ALTERNATIVES = 100;

    /** Which way a criterion counts. */
    public enum Direction {
        /** More is better. */
        BENEFIT,
        /** Less is better. */
        COST
    }

    /**
     * What alternatives are measured by.
     *
     * @param name letters, digits, spaces, dots, hyphens or underscores; it names the criterion's figures on the sheet
     * @param direction which way it counts
     */
    public record Criterion(String name, Direction direction) {
        public Criterion {
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the criterion.")
                    .done();
        }
    }

    /**
     * What is measured.
     *
     * @param name as that of a criterion
     * @param values one per criterion, in the order of the criteria
     */
    public record Alternative(String name, List<Input<Double>> values) {
        public Alternative {
            values = List.copyOf(values);
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the alternative.")
                    .done();
        }
    }

    public DecisionMatrix {
        criteria = List.copyOf(criteria);
        alternatives = List.copyOf(alternatives);
        var check = new Check()
                .that(
                        !criteria.isEmpty() && criteria.size() <= MOST_CRITERIA,
                        "criteria",
                        "1 to " + MOST_CRITERIA,
                        criteria.size(),
                        "State by what the alternatives are measured.")
                .that(
                        alternatives.size() >= 2 && alternatives.size() <= MOST_ALTERNATIVES,
                        "alternatives",
                        "2 to " + MOST_ALTERNATIVES,
                        alternatives.size(),
                        "Weights and ranks come from comparing: give at least two.");
        checkNames(check, "criteria", criteria.stream().map(Criterion::name).toList());
        checkNames(
                check,
                "alternatives",
                alternatives.stream().map(Alternative::name).toList());
        for (int i = 0; i < alternatives.size(); i++) checkValues(check, i, alternatives.get(i), criteria);
        check.done();
    }

    private static void checkNames(Check check, String field, List<String> names) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++)
            if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, field + "[" + i + "].name", names.get(i), "Name each once."));
    }

    private static void checkValues(Check check, int i, Alternative alternative, List<Criterion> criteria) {
        var field = "alternatives[" + i + "].values";
        int size = alternative.values().size();
        if (size != criteria.size()) {
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    alternative.name() + " has " + size + " values but there are " + criteria.size() + " criteria",
                    "Give one value per criterion, in the order of the criteria."));
            return;
        }
        for (int j = 0; j < size; j++) {
            double value = alternative.values().get(j).value();
            check.that(
                    Double.isFinite(value),
                    field + "[" + j + "]",
                    "a finite number",
                    value,
                    "Measure " + alternative.name() + " by " + criteria.get(j).name() + ", or leave it out.");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Names of the criteria, in order. */
    public List<String> criterionNames() {
        return criteria.stream().map(Criterion::name).toList();
    }

    /** Names of the alternatives, in order. */
    public List<String> alternativeNames() {
        return alternatives.stream().map(Alternative::name).toList();
    }

    /** The values of one criterion, in the order of the alternatives. */
    public List<Input<Double>> column(int criterion) {
        return alternatives.stream()
                .map(alternative -> alternative.values().get(criterion))
                .toList();
    }

    /** The same matrix with another cell, for what-if questions. */
    public DecisionMatrix with(int alternative, int criterion, Input<Double> value) {
        var changed = new ArrayList<>(alternatives);
        var values = new ArrayList<>(alternatives.get(alternative).values());
        values.set(criterion, value);
        changed.set(alternative, new Alternative(alternatives.get(alternative).name(), values));
        return new DecisionMatrix(criteria, changed);
    }

    /** The same matrix without one alternative, to see whether the rest keep their order. */
    public DecisionMatrix without(int alternative) {
        return new DecisionMatrix(
                criteria,
                IntStream.range(0, alternatives.size())
                        .filter(i -> i != alternative)
                        .mapToObj(alternatives::get)
                        .toList());
    }

    /** Collects criteria, then alternatives. Not thread-safe. */
    public static final class Builder {
        private final List<Criterion> criteria = new ArrayList<>();
        private final List<Alternative> alternatives = new ArrayList<>();

        private Builder() {}

        /** A criterion of which more is better. */
        public Builder benefit(String name) {
            criteria.add(new Criterion(name, Direction.BENEFIT));
            return this;
        }

        /** A criterion of which less is better. */
        public Builder cost(String name) {
            criteria.add(new Criterion(name, Direction.COST));
            return this;
        }

        /** An alternative with values of which no source is stated, in the order of the criteria. */
        public Builder alternative(String name, double... values) {
            return alternative(name, Arrays.stream(values).mapToObj(Input::of).toList());
        }

        public Builder alternative(String name, List<Input<Double>> values) {
            alternatives.add(new Alternative(name, values));
            return this;
        }

        public DecisionMatrix build() {
            return new DecisionMatrix(criteria, alternatives);
        }
    }
}
