package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrrTest {

    private static final double[] THREE_RATES = {-5, 10.5, 1, -8, 1};

    private static PeriodicFlows flows(double... amounts) {
        return new PeriodicFlows(Arrays.stream(amounts).mapToObj(Terms::cny).toList());
    }

    private static InternalRates rates(double... amounts) {
        return Irr.standard().evaluate(flows(amounts), CONTEXT);
    }

    private static InternalRates rates(RootRule rule, double guess, double... amounts) {
        return new Irr(Irr.Options.STANDARD.withRule(rule).withGuess(guess)).evaluate(flows(amounts), CONTEXT);
    }

    /** Of several rates the sources print the one nearest to zero. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "irr-excel-1",
                "irr-excel-2",
                "irr-excel-3",
                "irr-np-5",
                "irr-np-6",
                "irr-formulajs-neg",
                "irr-multi-44a",
                "irr-better-3"
            })
    void published_cases(String id) {
        var published = PublishedCase.of("rate.irr", id);
        var amounts = published.inputs("cashFlows").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        var found = rates(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE, 0.1, amounts);
        if (id.equals("irr-better-3")) found = rates(RootRule.CLOSEST_TO_ZERO, 0.1, amounts);
        assertThat(found.rate().orElseThrow())
                .isCloseTo(
                        published.expected().get("irr").asDouble(),
                        within(published.tolerance().asDouble()));
        var all = published.all("allRoots");
        assertThat(found.rates()).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) assertThat(found.rates().get(i)).isCloseTo(all.get(i), within(1e-12));
        assertThat(found.signChanges()).isEqualTo(published.whole("signChanges"));
        assertThat(found.worksheet().value("relativeResidual")).isLessThan(1e-13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"irr-none-pos", "irr-none-zero"})
    void flows_of_one_sign_have_no_rate(String id) {
        var amounts = PublishedCase.of("rate.irr", id).inputs("cashFlows").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertThatThrownBy(() -> rates(amounts))
                .isInstanceOfSatisfying(
                        NotApplicableException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ValuationError.NO_SOLUTION))
                .hasMessage(
                        "flows has no solution: they never change sign, so no rate makes their present value zero. Give what was paid as negative and what was "
                                + "received as positive.");
    }

    @Test
    void two_changes_of_sign_may_have_no_rate_either() {
        assertThatThrownBy(() -> rates(1, -2, 2))
                .isInstanceOf(NotApplicableException.class)
                .hasMessage(
                        "flows has no solution: their signs change 2 times, but their present value is zero at no rate above -1. Compare present values at a given "
                                + "rate instead, or use rate.mirr.");
    }

    @Test
    void of_several_rates_none_is_picked_unless_asked() {
        var open = rates(THREE_RATES);
        assertThat(open.rate()).isEmpty();
        assertThat(open.rates()).hasSize(3);
        assertThat(open.signChanges()).isEqualTo(3);
        assertThat(open.worksheet().value()).isEqualTo(-0.5);
        assertThat(open.notes()).anySatisfy(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.WARNING);
            assertThat(note.code()).isEqualTo("several-rates");
            assertThat(note.text()).contains("None was picked");
        });
    }

    @Test
    void each_rule_picks_its_own() {
        assertThat(rates(RootRule.CLOSEST_TO_ZERO, 0.1, THREE_RATES).rate().orElseThrow())
                .isCloseTo(0.088598338527, within(1e-11));
        assertThat(rates(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE, 0.1, THREE_RATES)
                        .rate()
                        .orElseThrow())
                .isCloseTo(0.088598338527, within(1e-11));
        assertThat(rates(RootRule.FROM_GUESS, 0.1, THREE_RATES).rate().orElseThrow())
                .isCloseTo(0.088598338527, within(1e-11));
        assertThat(rates(RootRule.FROM_GUESS, 0.8, THREE_RATES).rate().orElseThrow())
                .isCloseTo(0.709559527686, within(1e-11));
        assertThat(rates(RootRule.FROM_GUESS, -0.9, THREE_RATES).rate().orElseThrow())
                .isCloseTo(-0.870201247485, within(1e-11));
        // rates −0.5 and 0.25
        assertThat(rates(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE, 0.1, 8, -14, 5)
                        .rate()
                        .orElseThrow())
                .isCloseTo(0.25, within(1e-14));
        // rates −0.5 and −0.2
        assertThat(rates(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE, 0.1, 10, -13, 4)
                        .rate()
                        .orElseThrow())
                .isCloseTo(-0.2, within(1e-14));
    }

    @Test
    void a_rate_that_only_touches_is_told() {
        assertThat(rates(1, -2.2, 1.21).notes())
                .anySatisfy(note -> assertThat(note.code()).isEqualTo("touching-rate"));
    }

    @Test
    void the_worksheet_knows_the_slope_and_the_spreadsheet_formula() {
        var found = rates(-1000, 300, 400, 500);
        double r = found.rate().orElseThrow();
        double slope = -300 / Math.pow(1 + r, 2) - 800 / Math.pow(1 + r, 3) - 1500 / Math.pow(1 + r, 4);
        assertThat(found.worksheet().derivatives().partials()).hasSize(4).allSatisfy(partial -> {
            int t = Integer.parseInt(partial.element().orElseThrow());
            assertThat(partial.derivative()).isCloseTo(-Math.pow(1 + r, -t) / slope, within(1e-15));
        });
        assertThat(found.worksheet().spreadsheet().tabs().get(0).cells())
                .extracting(SpreadsheetCell::text)
                .anySatisfy(formula -> assertThat(formula).matches("IRR\\(D\\d+:G\\d+,0\\.0889\\d+\\)"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_rate(long seed) {
        var random = new SplittableRandom(seed);
        var amounts =
                random.doubles(random.nextInt(2, 20), 0, 1e6).map(Math::rint).toArray();
        amounts[0] = -Math.rint(random.nextDouble(1, 5e6));
        amounts[amounts.length - 1] += 1;
        double r = rates(amounts).rate().orElseThrow();
        double value = 0;
        double size = 0;
        for (int t = 0; t < amounts.length; t++) {
            value += amounts[t] * Math.pow(1 + r, -t);
            size += Math.abs(amounts[t]) * Math.pow(1 + r, -t);
        }
        assertThat(Math.abs(value) / size)
                .as("discounted at its own rate it nets to zero")
                .isLessThan(1e-12);
        var doubled = Arrays.stream(amounts).map(a -> 2 * a).toArray();
        assertThat(rates(doubled).rate().orElseThrow()).as("twice the money").isCloseTo(r, within(1e-13 * (2 + r)));
        var turned = Arrays.stream(amounts).map(a -> -a).toArray();
        assertThat(rates(turned).rate().orElseThrow()).as("the other side").isCloseTo(r, within(1e-13 * (2 + r)));
        amounts[amounts.length - 1] += 1000;
        assertThat(rates(amounts).rate().orElseThrow()).as("more received").isGreaterThan(r);
    }

    @Test
    void refuses_what_is_no_stream() {
        assertThatThrownBy(() -> flows(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "flows must be 2 to 5000, but was 1. Give the outlay and what comes of it, period by period.");
        assertThatThrownBy(() -> Irr.Options.STANDARD.withGuess(-1))
                .hasMessage(
                        "guess must be above -1 and at most 1000000, but was -1. Give a decimal per period: 10 % is 0.1.");
        assertThatThrownBy(() -> Irr.Options.STANDARD.withGuess(Double.NaN)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void hundreds_of_payments_and_shared_assumptions() {
        var payment = Input.of(money(1000)).sharedAs("payment");
        assertThatThrownBy(() -> Irr.standard().evaluate(new PeriodicFlows(List.of(cny(-5), payment)), CONTEXT))
                .hasMessageContaining("shared assumptions");
        var amounts = new double[481];
        Arrays.fill(amounts, 1000);
        amounts[0] = -100_000;
        assertThat(rates(amounts).rate().orElseThrow()).isCloseTo(0.00991212221161864, within(1e-14));
        assertThat(rates(amounts).rates()).hasSize(1);
    }
}
