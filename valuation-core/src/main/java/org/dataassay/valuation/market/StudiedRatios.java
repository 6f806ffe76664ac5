package org.dataassay.valuation.market;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What {@link RatioStudy} found.
 *
 * @param method id of the method
 * @param sales how many were given
 * @param used how many the statistics are of
 * @param medianRatio level: 1 is neither high nor low
 * @param meanRatio mean of the ratios
 * @param weightedMeanRatio all estimates over all prices
 * @param dispersion COD, coefficient of dispersion: mean absolute deviation from the median ratio, in percent of it
 * @param differential PRD, price-related differential: above 1, dear assets are rated lower than cheap ones
 * @param bias PRB, coefficient of price-related bias: change of the ratio, as a share, when the value doubles; absent where all values are one
 * @param biasError standard error of the bias
 * @param kakwani KI: Gini of the estimates in the order of prices, less Gini of the prices; below 0, dear assets are rated lower
 * @param modifiedKakwani MKI: the one Gini over the other; absent where all prices are one
 * @param outliers names of the sales beyond the fences, in the order given
 * @param chasing whether ratios lie closer to 1 than chance explains
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record StudiedRatios(
        MethodId method,
        int sales,
        int used,
        RatioStatistic medianRatio,
        RatioStatistic meanRatio,
        RatioStatistic weightedMeanRatio,
        RatioStatistic dispersion,
        RatioStatistic differential,
        Optional<RatioStatistic> bias,
        Optional<Double> biasError,
        RatioStatistic kakwani,
        Optional<RatioStatistic> modifiedKakwani,
        List<String> outliers,
        Chasing chasing,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * Whether estimates follow the very prices they are judged by.
     *
     * @param share of the ratios near 1
     * @param expected share near 1 of a normal distribution with their mean and standard deviation
     * @param score by how many standard errors of a share it is above the expected one
     * @param isSuspected whether the score is above the limit
     */
    public record Chasing(double share, double expected, double score, boolean isSuspected) {}

    public StudiedRatios {
        outliers = List.copyOf(outliers);
        notes = List.copyOf(notes);
    }
}
