package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.rate.PreTaxFacts.Tax;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreTaxEquivalentTest {

    private static FoundFigure found(List<Double> flows, Tax tax, double rate) {
        return new PreTaxEquivalent(PreTaxEquivalent.Options.STANDARD.withTiming(Timing.END))
                .evaluate(new PreTaxFacts(row(flows), tax, rate(rate)), CONTEXT);
    }

    /** One flow of 1 100, tax 50: 1 050 ÷ 1.05 = 1 000, and 1 100 ÷ 1.10 = 1 000. */
    @Test
    void one_flow_by_hand() {
        var found = found(List.of(1100.0), new Tax.Paid(row(List.of(50.0))), 0.05);
        assertThat(found.value()).isCloseTo(0.10, within(1e-14));
        assertThat(found.value())
                .as("not the rate over 1 - tax rate")
                .isNotCloseTo(0.05 / (1 - 50.0 / 1100), within(1e-3));
    }

    @Test
    void what_a_perpetuity_taxed_as_it_is_earned_comes_to() {
        int n = 500;
        var found = found(
                Collections.nCopies(n, 100.0),
                new Tax.AfterDeductions(number(0.25), row(Collections.nCopies(n, 0.0))),
                0.09);
        assertThat(found.value()).isCloseTo(0.09 / 0.75, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_an_equivalent(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 12);
        var flows = random.doubles(n, 1, 1e6).map(Math::rint).boxed().toList();
        var deductions = random.doubles(n, 0, 5e5).map(Math::rint).boxed().toList();
        double tax = random.nextDouble(0, 0.4);
        double k = random.nextDouble(0.02, 0.25);
        double value = 0;
        for (int t = 0; t < n; t++)
            value += (flows.get(t) - tax * (flows.get(t) - deductions.get(t))) * Math.pow(1 + k, -t - 1);
        var found = found(flows, new Tax.AfterDeductions(number(tax), row(deductions)), k);
        double before = 0;
        for (int t = 0; t < n; t++) before += flows.get(t) * Math.pow(1 + found.value(), -t - 1);
        assertThat(before).as("the same value").isCloseTo(value, within(1e-11 * value));
        assertThat(found(flows, new Tax.AfterDeductions(number(0), row(deductions)), k)
                        .value())
                .as("without tax it is the rate after tax")
                .isCloseTo(k, within(1e-13));
    }

    @Test
    void several_rates_are_told() {
        // −1 000 + 2 600/x − 1 650/x² is worth −10 at some rate and at another
        var found = new PreTaxEquivalent(new PreTaxEquivalent.Options(
                        Timing.START, 0.0, 0.28, PreTaxEquivalent.Options.STANDARD.rounding()))
                .evaluate(
                        new PreTaxFacts(
                                row(List.of(-1000.0, 2600.0, -1650.0)),
                                new Tax.Paid(row(List.of(0.0, 0.0, 0.0))),
                                rate(0.12)),
                        CONTEXT);
        assertThat(found.value()).isCloseTo(0.12, within(1e-12));
        assertThat(found.notes()).anySatisfy(note -> assertThat(note.code()).isEqualTo("several-rates"));
    }

    @Test
    void refuses_what_has_no_equivalent() {
        assertThatThrownBy(() -> found(List.of(100.0), new Tax.Paid(row(List.of(100.0))), 0.05))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("no sign change of the residual in the bracket");
        assertThatThrownBy(() -> found(List.of(100.0, 100.0), new Tax.Paid(row(List.of(25.0))), 0.05))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("tax does not fit: it has 1 periods but flows has 2. Both must cover the same periods.");
        var preTax = Input.of(Rate.of(0.1).withTax(TaxBasis.PRE_TAX));
        assertThatThrownBy(() -> new PreTaxFacts(row(List.of(1.0)), new Tax.Paid(row(List.of(0.0))), preTax))
                .hasMessageContaining("it is a rate before tax");
        assertThatThrownBy(() ->
                        new PreTaxEquivalent.Options(Timing.END, -1, 1, PreTaxEquivalent.Options.STANDARD.rounding()))
                .hasMessageContaining("lowest must be above -1 and below highest, 1, but was -1.");
    }
}
