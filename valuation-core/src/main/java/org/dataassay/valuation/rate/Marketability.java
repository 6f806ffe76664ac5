package org.dataassay.valuation.rate;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** Discounts for lack of marketability by option models, on the variance x = σ²T until the asset can be sold. Each gives the factor 1 − DLOM. */
final class Marketability {

    /** Below it v² is summed as a series: the logarithms of its closed form cancel to the last digit. */
    private static final double SERIES_UP_TO = 0.5;

    /** v² = Σ c(k) · x^k, k from 1: the series of x + ln[2(e^x − x − 1)/x²] − 2 ln[(e^x − 1)/x], which converges for |x| < 2π; 16 terms leave 1e-20 at ½. */
    private static final List<Double> SERIES = List.of(
            1.0 / 3,
            -1.0 / 18,
            1.0 / 810,
            1.0 / 1620,
            -1.0 / 68_040,
            -17.0 / 1_530_900,
            1.0 / 6_123_600,
            1.0 / 4_592_700,
            -307.0 / 218_245_104_000L,
            -1123.0 / 254_619_288_000L,
            167.0 / 39_720_608_928_000L,
            81_863.0 / 893_713_700_880_000L,
            109.0 / 649_973_600_640_000L,
            -20_927.0 / 10_724_564_410_560_000L,
            -5_729_723.0 / 1_148_600_848_370_976_000_000.0,
            4_895_509.0 / 114_860_084_837_097_600_000.0);

    private final Sheet sheet;
    private final Cell years;
    private final Cell variance;
    private final Cell deviation;

    private Marketability(Sheet sheet, Cell volatility, Cell years) {
        this.sheet = sheet;
        this.years = years.as(Unit.FACTOR);
        this.variance = sheet.let("variance", volatility.power(2).times(this.years));
        this.deviation = sheet.let("deviation", variance.sqrt());
    }

    static Marketability write(Sheet sheet, Input<Double> volatility, Input<Double> years) {
        var sigma = sheet.given("volatility", Unit.FACTOR, volatility);
        var time = sheet.given("yearsUntilSale", Unit.YEARS, years);
        sheet.require("volatilityAboveZero", sigma, Relation.GREATER, Cell.ZERO, "Give a volatility above 0.");
        sheet.require("yearsAboveZero", time, Relation.GREATER, Cell.ZERO, "Give years above 0.");
        return new Marketability(sheet, sigma, time);
    }

    /** A European put at the money over the price, at continuous rates. */
    Cell put(Cell rate, Cell yield) {
        var d1 = sheet.let(
                "d1",
                rate.minus(yield)
                        .times(years)
                        .plus(variance.times(Cell.number(0.5)))
                        .dividedBy(deviation));
        var d2 = sheet.let("d2", d1.minus(deviation));
        return remaining(rate.times(years)
                .negated()
                .exp()
                .times(d2.negated().normalCdf())
                .minus(yield.times(years).negated().exp().times(d1.negated().normalCdf())));
    }

    /** An average-strike put over the price. */
    Cell average(Cell yield) {
        var small = variance.min(Cell.number(SERIES_UP_TO));
        var terms = sheet.axis(
                "terms",
                IntStream.rangeClosed(1, SERIES.size())
                        .mapToObj(Integer::toString)
                        .toList());
        var coefficient = sheet.fixed("seriesCoefficient", Unit.FACTOR, terms, SERIES);
        var power = sheet.fixed(
                "seriesPower",
                Unit.FACTOR,
                terms,
                IntStream.rangeClosed(1, SERIES.size())
                        .mapToObj(k -> (double) k)
                        .toList());
        var series = sheet.let(
                "averageVarianceSeries", coefficient.times(small.power(power)).sum());
        var large = variance.max(Cell.number(SERIES_UP_TO));
        var decay = large.negated().exp();
        var closed = sheet.let(
                "averageVarianceClosed",
                Cell.ONE
                        .minus(large.plus(Cell.ONE).times(decay))
                        .log()
                        .plus(Cell.number(2).log())
                        .minus(Cell.ONE.minus(decay).log().times(Cell.number(2))));
        var squared = sheet.let(
                "averageVariance", Figure.when(variance, Relation.LESS, Cell.number(SERIES_UP_TO), series, closed));
        var half = squared.sqrt().times(Cell.number(0.5));
        return remaining(yield.times(years)
                .negated()
                .exp()
                .times(half.normalCdf().minus(half.negated().normalCdf())));
    }

    /** A look-back on the highest price until the sale, over the price. */
    Cell lookback() {
        var half = deviation.times(Cell.number(0.5));
        return remaining(variance.times(Cell.number(0.5))
                .plus(Cell.number(2))
                .times(half.normalCdf())
                .plus(deviation
                        .times(Cell.number(1 / Math.sqrt(2 * Math.PI)))
                        .times(variance.times(Cell.number(-0.125)).exp()))
                .minus(Cell.ONE));
    }

    private Cell remaining(Cell discount) {
        return Cell.ONE.minus(sheet.let("marketabilityDiscount", discount.as(Unit.SHARE)));
    }
}
