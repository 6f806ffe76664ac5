package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.life.Ramp;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GreenfieldTest {

    private static final IncomeConventions END = IncomeConventions.STANDARD.withTiming(Timing.END);

    private static final Greenfield END_OF_YEAR = new Greenfield(Greenfield.Options.STANDARD.withConventions(END));

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static BusinessCase business(List<Double> revenue, List<Double> variable, List<Double> fixed) {
        return BusinessCase.of(new OperatingIncome.Amounts(row(revenue), row(variable), Optional.of(row(fixed))));
    }

    private static BusinessCase twoYears() {
        return business(List.of(1000.0, 1000.0), List.of(400.0, 400.0), List.of(100.0, 100.0));
    }

    private static double value(Greenfield method, GreenfieldFacts facts) {
        return method.evaluate(facts, CONTEXT).worksheet().value();
    }

    /** Contribution 600 at the full level; half of it in the first year. */
    @Test
    void ramp_start_up_investment_and_depreciation_follow_the_closed_form() {
        var business = twoYears().withDepreciation(row(List.of(30.0, 40.0))).withInvestment(row(List.of(70.0, 20.0)));
        var facts = GreenfieldFacts.of(business, TERMS)
                .withRamp(new Ramp.Stated(InputRow.of(List.of(0.5, 1.0))))
                .withStartUpCosts(row(List.of(50.0, 0.0)))
                .withInitialInvestment(cny(200));
        double first = (600 * 0.5 - 100 - 50) * 0.8 + 30;
        double second = (600 - 100) * 0.8 + 40;
        var worksheet = END_OF_YEAR.evaluate(facts, CONTEXT).worksheet();
        assertThat(worksheet.value("presentValue")).isCloseTo(first / 1.1 + second / 1.21, within(1e-12));
        assertThat(worksheet.value("presentValueOfInvestments")).isCloseTo(200 + 70 + 20 / 1.1, within(1e-12));
        assertThat(worksheet.value()).isCloseTo(first / 1.1 + second / 1.21 - 270 - 20 / 1.1, within(1e-12));
    }

    @Test
    void investment_is_paid_when_the_option_says() {
        var facts = GreenfieldFacts.of(twoYears().withInvestment(row(List.of(110.0, 0.0))), TERMS);
        double income = 400 / 1.1 + 400 / 1.21;
        assertThat(value(END_OF_YEAR, facts)).isCloseTo(income - 110, within(1e-12));
        var atEnd = Greenfield.Options.STANDARD.withConventions(END).withInvestmentTiming(Timing.Regular.END);
        assertThat(value(new Greenfield(atEnd), facts)).isCloseTo(income - 100, within(1e-12));
        var stub = Greenfield.Options.STANDARD.withConventions(END.withTiming(Timing.stub(0.5, Timing.Regular.END)));
        double root = StrictMath.sqrt(1.1);
        assertThat(value(new Greenfield(stub), facts))
                .as("half of a year's income and investment in the stub")
                .isCloseTo(200 / root + 400 / (1.1 * root) - 55, within(1e-12));
    }

    @Test
    void decay_acts_on_the_contribution_and_life_on_everything() {
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.19))).withRemainingUsefulLife(number(1.5));
        double second = 0.5 * (600 * 0.81 * 0.9 - 100) * 0.8;
        assertThat(value(END_OF_YEAR, GreenfieldFacts.of(twoYears(), terms)))
                .isCloseTo((600 * 0.9 - 100) * 0.8 / 1.1 + second / 1.21, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_start_up(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 10);
        var revenue = random.doubles(n, 0, 1e6).boxed().toList();
        var variable = random.doubles(n, 0, 4e5).boxed().toList();
        var fixed = random.doubles(n, 0, 2e5).boxed().toList();
        var investment = random.doubles(n, 0, 1e5).boxed().toList();
        var method = Greenfield.standard();
        double plain = value(method, GreenfieldFacts.of(business(revenue, variable, fixed), TERMS));
        var stream =
                new IncomeStream.RevenueLessCosts(row(revenue), Optional.of(row(variable)), Optional.of(row(fixed)));
        assertThat(plain)
                .as("without ramp and investment it is the income itself")
                .isCloseTo(
                        DirectIncome.standard()
                                .evaluate(new DirectIncomeFacts(stream, TERMS), CONTEXT)
                                .worksheet()
                                .value(),
                        within(1e-6));
        double invested = value(
                method,
                GreenfieldFacts.of(business(revenue, variable, fixed).withInvestment(row(investment)), TERMS)
                        .withInitialInvestment(cny(5000)));
        assertThat(invested).as("investment").isLessThanOrEqualTo(plain - 5000 + 1e-6);
        double doubled = value(
                method,
                GreenfieldFacts.of(
                                business(twice(revenue), twice(variable), twice(fixed))
                                        .withInvestment(row(twice(investment))),
                                TERMS)
                        .withInitialInvestment(cny(10_000)));
        assertThat(doubled).as("doubling money doubles value").isCloseTo(2 * invested, within(1e-6));
        var earning = business(revenue, revenue.stream().map(r -> r / 2).toList(), fixed);
        double slow = value(method, GreenfieldFacts.of(earning, TERMS).withRamp(new Ramp.Linear(number(4))));
        double quick = value(method, GreenfieldFacts.of(earning, TERMS).withRamp(new Ramp.Linear(number(2))));
        double atOnce = value(method, GreenfieldFacts.of(earning, TERMS).withRamp(new Ramp.Linear(number(1e-9))));
        assertThat(slow).as("a slower ramp").isLessThanOrEqualTo(quick + 1e-6);
        assertThat(atOnce)
                .as("an instant ramp")
                .isCloseTo(value(method, GreenfieldFacts.of(earning, TERMS)), within(1e-6));
    }

    private static List<Double> twice(List<Double> amounts) {
        return amounts.stream().map(a -> 2 * a).toList();
    }

    @Test
    void a_start_that_does_not_pay_is_warned_of() {
        var facts = GreenfieldFacts.of(twoYears(), TERMS).withInitialInvestment(cny(10_000));
        var valuation = END_OF_YEAR.evaluate(facts, CONTEXT);
        assertThat(valuation.worksheet().value()).isNegative();
        assertThat(valuation.notes()).extracting(Note::code).contains("investment-exceeds-income");
        var losses = GreenfieldFacts.of(twoYears(), TERMS).withStartUpCosts(row(List.of(900.0, 0.0)));
        assertThat(END_OF_YEAR.evaluate(losses, CONTEXT).notes())
                .extracting(Note::code)
                .contains("losses-save-tax");
    }

    @Test
    void broken_plans_are_refused() {
        assertThatThrownBy(() -> new GreenfieldFacts(
                        twoYears(), Optional.empty(), Optional.of(row(List.of(-1.0))), Optional.of(cny(-5)), TERMS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("startUpCosts must be one for each of the 2 periods, but was 1.")
                .hasMessageContaining("startUpCosts[0] must be at least 0")
                .hasMessageContaining("initialInvestment must be at least 0");
    }
}
