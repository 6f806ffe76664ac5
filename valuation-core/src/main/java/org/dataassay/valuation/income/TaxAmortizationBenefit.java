package org.dataassay.valuation.income;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * What a buyer saves because the price can be amortized for tax. The value is in the base of its own benefit, hence the closed form
 *
 * <p>V = V₀ · factor, factor = 1 / (1 − τ · Σ aₜ · D(t)), aₜ the part amortized in tax year t.
 *
 * <p>The tax life is the jurisdiction's, not the economic life. For the income approach only.
 *
 * @param schedule parts of the price amortized in tax years 1 … n, in [0, 1], summing to 1
 * @see <a href="https://www.appraisalfoundation.org">Appraisal Foundation, VFR Advisory 2 (2016), on the tax amortization benefit</a>
 */
public record TaxAmortizationBenefit(List<Double> schedule) {

    private static final double SUM_TOLERANCE = 1e-9;

    public TaxAmortizationBenefit {
        schedule = List.copyOf(schedule);
        var check = new Check()
                .that(
                        !schedule.isEmpty() && schedule.size() <= 100,
                        "schedule",
                        "1 to 100 years long",
                        schedule.size(),
                        "Give the tax life of the jurisdiction.");
        double sum = 0;
        for (int t = 0; t < schedule.size(); t++) {
            check.share("schedule[" + t + "]", schedule.get(t));
            sum += schedule.get(t);
        }
        check.that(
                        Math.abs(sum - 1) <= SUM_TOLERANCE,
                        "schedule",
                        "of parts that sum to 1",
                        sum,
                        "State what share of the price is amortized in each tax year.")
                .done();
    }

    /** Equal parts over a tax life in whole years. */
    public static TaxAmortizationBenefit straightLine(int years) {
        new Check()
                .that(years >= 1 && years <= 100, "years", "1 to 100", years, "Give the tax life of the jurisdiction.")
                .done();
        return new TaxAmortizationBenefit(Collections.nCopies(years, 1.0 / years));
    }

    /**
     * Writes {@code taxYear…}, {@code amortizationShare} and {@code taxAmortizationFactor}.
     *
     * @param taxRate τ in [0, 1)
     * @param rate the asset's discount rate
     * @param midYear whether the saving falls in the middle of each tax year; otherwise at its end
     */
    public Cell factor(Sheet sheet, Cell taxRate, Cell rate, boolean midYear) {
        int n = schedule.size();
        var taxYears = sheet.axis(
                "taxYears",
                IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList());
        var time = sheet.fixed(
                "taxYearTime",
                Unit.YEARS,
                taxYears,
                IntStream.rangeClosed(1, n)
                        .mapToObj(t -> midYear ? t - 0.5 : (double) t)
                        .toList());
        Row share = sheet.fixed("amortizationShare", Unit.SHARE, taxYears, schedule);
        var discount = sheet.let("taxDiscountFactor", Cell.ONE.plus(rate).power(time.negated()));
        var saved = sheet.let(
                "taxSavedPerUnitOfValue", taxRate.times(share.times(discount).sum()));
        sheet.require(
                "taxSavingBelowValue",
                saved,
                Relation.LESS,
                Cell.ONE,
                "The tax saved cannot reach the price itself; check tax rate and discount rate.");
        return sheet.let("taxAmortizationFactor", Cell.ONE.dividedBy(Cell.ONE.minus(saved)));
    }
}
