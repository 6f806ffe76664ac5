package org.dataassay.valuation.weighting;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What {@link Delphi} found: weights by the last round, and whether the experts agree and hold to their word.
 *
 * @param method id of the method
 * @param weights of the items, summing to 1
 * @param concordance Kendall's W of the last round, 0 to 1
 * @param probability of so much agreement by chance
 * @param agreed whether it is below the level of significance
 * @param stable whether no mean has moved by more than the options allow since the round before; false of a single round
 * @param rounds all of them, in order
 * @param experts authority of each; empty where they were not asked
 * @param agreement of the experts' orders in the last round, each kept with its distance
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record DelphiWeights(
        MethodId method,
        Weights weights,
        double concordance,
        double probability,
        boolean agreed,
        boolean stable,
        List<Round> rounds,
        List<Expert> experts,
        RankAgreement agreement,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * One round.
     *
     * @param number counted from 1
     * @param experts who answered
     * @param items mean and spread of each
     * @param concordance Kendall's W
     * @param chiSquare m·(n − 1)·W
     * @param probability of a greater one by chance
     * @param greatestChange of an item's mean since the round before, as a share of it; empty of the first
     */
    public record Round(
            int number,
            int experts,
            List<Item> items,
            double concordance,
            double chiSquare,
            double probability,
            OptionalDouble greatestChange) {

        public Round {
            items = List.copyOf(items);
        }
    }

    /**
     * What the experts of a round said of one item.
     *
     * @param name of the item
     * @param mean of the scores
     * @param standardDeviation with denominator m − 1
     * @param variation CV, their ratio
     */
    public record Item(String name, double mean, double standardDeviation, double variation) {}

    /**
     * How far an expert's word carries.
     *
     * @param name who
     * @param authority Cr = (Ca + Cs)/2
     * @param enough whether it reaches the least authority
     */
    public record Expert(String name, double authority, boolean enough) {}

    public DelphiWeights {
        rounds = List.copyOf(rounds);
        experts = List.copyOf(experts);
        notes = List.copyOf(notes);
    }

    /** The weights as inputs of another sheet, with this finding as their source. */
    public List<Input<Double>> inputs() {
        return weights.inputs(FoundWeights.source(provenance));
    }
}
