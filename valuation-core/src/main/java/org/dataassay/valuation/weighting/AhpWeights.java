package org.dataassay.valuation.weighting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What {@link Ahp} found: weights, whether the judgements behind them agree with each other, and where an expert dissents.
 *
 * @param method id of the method
 * @param weights of what nothing stands below, summing to 1
 * @param consistencyRatio CR of the whole, as the options say
 * @param accepted whether it and that of every matrix keep to the limit; where not, a warning says which does not
 * @param matrices consistency of every matrix, those of several experts first
 * @param criteria weights in the whole of what others stand below
 * @param experts each one's own weights and how far they are from the group's; empty where there is one expert
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record AhpWeights(
        MethodId method,
        Weights weights,
        double consistencyRatio,
        boolean accepted,
        List<Consistency> matrices,
        List<Criterion> criteria,
        List<Opinion> experts,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    /**
     * How consistent one matrix is.
     *
     * @param under what its elements stand below
     * @param expert whose it is; empty for the group's, or the only expert's
     * @param weights of its elements, summing to 1
     * @param lambdaMax λ_max; as the two below, empty for two elements
     * @param consistencyIndex CI
     * @param randomIndex RI
     * @param ratio CR
     * @param accepted whether it keeps to the limit
     * @param furthest the judgement to review first, where it does not
     */
    public record Consistency(
            String under,
            Optional<String> expert,
            Weights weights,
            OptionalDouble lambdaMax,
            OptionalDouble consistencyIndex,
            OptionalDouble randomIndex,
            double ratio,
            boolean accepted,
            Optional<Contradiction> furthest) {}

    /**
     * A judgement that lies furthest from the weights.
     *
     * @param element judged
     * @param over against which
     * @param judged how many times as important
     * @param implied the ratio of their weights
     */
    public record Contradiction(String element, String over, double judged, double implied) {}

    /**
     * A criterion that passes its weight on.
     *
     * @param name of the element
     * @param weight in the whole
     */
    public record Criterion(String name, double weight) {}

    /**
     * What one of several experts found alone.
     *
     * @param expert name
     * @param weights his or her own
     * @param consistencyRatio CR of the whole
     * @param order in which he or she puts the elements
     * @param kendallTau agreement with the group's order, −1 to 1; empty where either has nothing but ties
     * @param greatestDifference of a weight from the group's
     */
    public record Opinion(
            String expert,
            Weights weights,
            double consistencyRatio,
            RankOrder order,
            OptionalDouble kendallTau,
            double greatestDifference) {

        static Opinion of(String expert, Weights own, double ratio, Weights group) {
            var order = RankOrder.of(expert, own);
            double most = 0;
            for (int i = 0; i < own.size(); i++)
                most = Math.max(
                        most, Math.abs(own.values().get(i) - group.values().get(i)));
            return new Opinion(expert, own, ratio, order, order.kendallTau(RankOrder.of("group", group)), most);
        }
    }

    public AhpWeights {
        matrices = List.copyOf(matrices);
        criteria = List.copyOf(criteria);
        experts = List.copyOf(experts);
        notes = List.copyOf(notes);
    }

    /** The weights as inputs of another sheet, with this finding as their source. */
    public List<Input<Double>> inputs() {
        return weights.inputs(FoundWeights.source(provenance));
    }
}
