package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/**
 * The terms on which a stream of benefits becomes one value; the same for every income method.
 *
 * @param periods names of the forecast's years, such as 2026; empty for 1 … n
 * @param taxRate τ in [0, 1)
 * @param discountRate per year, of the same tax and price basis as the flows
 * @param remainingUsefulLife in years, above 0, not beyond the forecast; empty where the forecast is the life
 * @param decay survival of the benefit over the periods
 * @param terminalValue only for a maintained stream
 * @param taxAmortization schedule; empty where the price cannot be amortized for tax
 * @param replicationCap where anyone can make the asset from what is freely available
 */
public record IncomeTerms(
        List<String> periods,
        Input<Double> taxRate,
        Input<Rate> discountRate,
        Optional<Input<Double>> remainingUsefulLife,
        Optional<Decay> decay,
        Optional<TerminalValue> terminalValue,
        Optional<TaxAmortizationBenefit> taxAmortization,
        Optional<ReplicationCap> replicationCap) {

    /** Longest life in years. */
    private static final int LONGEST_LIFE = 10_000;

    public IncomeTerms {
        periods = List.copyOf(periods);
        var check = new Check()
                .share("taxRate", taxRate.value())
                .that(taxRate.value() < 1, "taxRate", "below 1", taxRate.value(), "Give the rate as a decimal.");
        remainingUsefulLife.ifPresent(life -> check.that(
                life.value() > 0 && life.value() <= LONGEST_LIFE,
                "remainingUsefulLife",
                "above 0 and at most " + LONGEST_LIFE + " years",
                life.value(),
                "Give the remaining useful life in years from the valuation date."));
        check.done();
    }

    /** The two terms that every stream needs; the forecast is the life, and nothing decays. */
    public static IncomeTerms of(Input<Double> taxRate, Input<Rate> discountRate) {
        return new IncomeTerms(
                List.of(),
                taxRate,
                discountRate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public IncomeTerms withPeriods(List<String> names) {
        return new IncomeTerms(
                names,
                taxRate,
                discountRate,
                remainingUsefulLife,
                decay,
                terminalValue,
                taxAmortization,
                replicationCap);
    }

    public IncomeTerms withRemainingUsefulLife(Input<Double> years) {
        return new IncomeTerms(
                periods,
                taxRate,
                discountRate,
                Optional.of(years),
                decay,
                terminalValue,
                taxAmortization,
                replicationCap);
    }

    public IncomeTerms withDecay(Decay curve) {
        return new IncomeTerms(
                periods,
                taxRate,
                discountRate,
                remainingUsefulLife,
                Optional.of(curve),
                terminalValue,
                taxAmortization,
                replicationCap);
    }

    public IncomeTerms withTerminalValue(TerminalValue value) {
        return new IncomeTerms(
                periods,
                taxRate,
                discountRate,
                remainingUsefulLife,
                decay,
                Optional.of(value),
                taxAmortization,
                replicationCap);
    }

    public IncomeTerms withTaxAmortization(TaxAmortizationBenefit schedule) {
        return new IncomeTerms(
                periods,
                taxRate,
                discountRate,
                remainingUsefulLife,
                decay,
                terminalValue,
                Optional.of(schedule),
                replicationCap);
    }

    public IncomeTerms withReplicationCap(ReplicationCap cap) {
        return new IncomeTerms(
                periods,
                taxRate,
                discountRate,
                remainingUsefulLife,
                decay,
                terminalValue,
                taxAmortization,
                Optional.of(cap));
    }

    /**
     * Checks that a forecast has a number the terms allow.
     *
     * @param field the row that makes the forecast
     * @param count its length
     */
    public void checkForecast(Check check, String field, int count) {
        check.that(
                count >= 1 && count <= Timing.MAXIMUM_PERIODS,
                field,
                "1 to " + Timing.MAXIMUM_PERIODS + " periods long",
                count,
                "Forecast the periods in which the asset serves.");
        check.that(
                periods.isEmpty() || periods.size() == count,
                "periods",
                "one for each of the " + count + " values of " + field,
                periods.size(),
                "Name each period, or none.");
    }

    /** The axis {@code periods} of a forecast. */
    Axis axis(Sheet sheet, int count) {
        return sheet.axis(
                "periods",
                periods.isEmpty()
                        ? IntStream.rangeClosed(1, count)
                                .mapToObj(Integer::toString)
                                .toList()
                        : periods);
    }
}
