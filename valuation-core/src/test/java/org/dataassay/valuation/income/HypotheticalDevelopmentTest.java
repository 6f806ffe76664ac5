package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.time.DayCount;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HypotheticalDevelopmentTest {

    private static final HypotheticalDevelopment.Options END =
            HypotheticalDevelopment.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static double value(HypotheticalDevelopment.Options options, DevelopmentFacts facts) {
        return new HypotheticalDevelopment(options)
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
    }

    /** Cleaning takes a year and 100, labeling two years and 200; the product earns 1000 at the end of the year after. */
    private static DevelopmentFacts facts() {
        return DevelopmentFacts.of(
                List.of(
                        DevelopmentStage.of("cleaning", cny(100), number(1)),
                        DevelopmentStage.of("labeling", cny(200), number(2))),
                row(List.of(1000.0)),
                TERMS);
    }

    private static double power(double years) {
        return StrictMath.pow(1.1, -years);
    }

    @Test
    void every_part_at_once_follows_the_closed_form() {
        var facts = facts().withSellingCosts(number(0.1))
                .withSalesTaxes(number(0.05))
                .withRunningCosts(row(List.of(50.0)))
                .withDevelopersProfit(new DevelopersProfit(number(0.3), DevelopersProfit.Base.DEVELOPMENT_COST));
        double product = (1000 - 100 - 50 - 50) * 0.8 * power(4);
        double development = 100 * 0.8 * power(0.5) + 200 * 0.8 * power(2);
        var worksheet =
                new HypotheticalDevelopment(END).evaluate(facts, CONTEXT).worksheet();
        assertThat(worksheet.values("stageTime")).containsExactly(0.5, 2.0);
        assertThat(worksheet.value("presentValueOfProduct")).isCloseTo(product, within(1e-12));
        assertThat(worksheet.value("presentValueOfDevelopment")).isCloseTo(development, within(1e-12));
        assertThat(worksheet.value()).isCloseTo(product - 1.3 * development, within(1e-12));
    }

    @Test
    void stages_are_paid_and_deducted_as_the_options_say() {
        double product = 800 * power(4);
        assertThat(value(END.withStageTiming(Timing.Regular.START), facts()))
                .isCloseTo(product - 80 - 160 * power(1), within(1e-12));
        assertThat(value(END.withStageTiming(Timing.Regular.END), facts()))
                .isCloseTo(product - 80 * power(1) - 160 * power(3), within(1e-12));
        assertThat(value(
                        END.withStageTiming(Timing.Regular.END)
                                .withDevelopmentTax(HypotheticalDevelopment.DevelopmentTax.NOT_DEDUCTED),
                        facts()))
                .isCloseTo(product - 100 * power(1) - 200 * power(3), within(1e-12));
    }

    @Test
    void a_profit_may_be_a_share_of_the_product() {
        double product = 800 * power(4);
        double development = 80 * power(0.5) + 160 * power(2);
        assertThat(value(
                        END,
                        facts().withDevelopersProfit(
                                        new DevelopersProfit(number(0.3), DevelopersProfit.Base.PRODUCT_VALUE))))
                .isCloseTo(0.7 * product - development, within(1e-12));
    }

    @Test
    void life_and_decay_count_from_completion() {
        var facts = DevelopmentFacts.of(
                List.of(DevelopmentStage.of("cleaning", cny(0), number(2))),
                row(List.of(1000.0, 1000.0)),
                TERMS.withDecay(new Decay.ConstantRate(number(0.19))).withRemainingUsefulLife(number(1.5)));
        assertThat(value(END, facts)).isCloseTo(720 * power(3) + 0.5 * 0.81 * 0.9 * 800 * power(4), within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_development(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 8);
        var revenue = random.doubles(n, 0, 1e6).boxed().toList();
        double cost = random.nextDouble(0, 1e5);
        double years = random.nextDouble(0, 3);
        double value = developed(revenue, cost, years);
        assertThat(developed(revenue.stream().map(r -> 2 * r).toList(), 2 * cost, years))
                .as("doubling money doubles value")
                .isCloseTo(2 * value, within(1e-6));
        assertThat(developed(revenue.stream().map(r -> 1.1 * r).toList(), cost, years))
                .as("a better product")
                .isGreaterThanOrEqualTo(value);
        assertThat(developed(revenue, 1.1 * cost, years))
                .as("a dearer development")
                .isLessThanOrEqualTo(value);
        assertThat(developed(revenue, 0, years + 0.5))
                .as("a later product")
                .isCloseTo(developed(revenue, 0, years) * power(0.5), within(1e-6));
        assertThat(developed(revenue, 0, 0))
                .as("a product that is there is worth its income")
                .isCloseTo(
                        DirectIncome.standard()
                                .evaluate(
                                        new DirectIncomeFacts(
                                                new IncomeStream.RevenueLessCosts(
                                                        row(revenue), Optional.empty(), Optional.empty()),
                                                TERMS),
                                        CONTEXT)
                                .worksheet()
                                .value(),
                        within(1e-6));
    }

    private static double developed(List<Double> revenue, double cost, double years) {
        var stage = DevelopmentStage.of("all", cny(cost), number(years));
        return value(
                HypotheticalDevelopment.Options.STANDARD, DevelopmentFacts.of(List.of(stage), row(revenue), TERMS));
    }

    @Test
    void what_does_not_pay_and_what_is_rewarded_twice_is_warned_of() {
        var facts = DevelopmentFacts.of(
                        List.of(DevelopmentStage.of("cleaning", cny(5000), number(1))), row(List.of(1000.0)), TERMS)
                .withDevelopersProfit(new DevelopersProfit(number(0.1), DevelopersProfit.Base.DEVELOPMENT_COST));
        var valuation = HypotheticalDevelopment.standard().evaluate(facts, CONTEXT);
        assertThat(valuation.worksheet().value()).isNegative();
        assertThat(valuation.notes())
                .extracting(Note::code)
                .contains("development-not-repaid", "profit-beside-the-rate", "stage-timing");
    }

    @Test
    void broken_plans_are_refused_together() {
        assertThatThrownBy(() -> new DevelopmentFacts(
                        List.of(
                                DevelopmentStage.of("a", cny(1), number(1)),
                                DevelopmentStage.of("a", cny(1), number(1))),
                        row(List.of(-1.0)),
                        Optional.of(row(List.of(1.0, 1.0))),
                        Optional.of(number(0.7)),
                        Optional.of(number(0.4)),
                        Optional.empty(),
                        TERMS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("stages[1].name is used twice: a. Name each stage once.")
                .hasMessageContaining("revenue[0] must be at least 0")
                .hasMessageContaining("runningCosts must be one for each of the 1 periods, but was 2.")
                .hasMessageContaining("salesTaxes must be at most 1 together with sellingCosts, but was 1.1");
        assertThatThrownBy(() -> facts().withSellingCosts(number(8)))
                .hasMessageContaining(
                        "sellingCosts must be in [0, 1] as a decimal, but was 8. Did you mean 0.08 (8%)?");
        assertThatThrownBy(() -> DevelopmentFacts.of(List.of(), row(List.of(1.0)), TERMS))
                .hasMessageContaining("stages must be 1 to 100, but was 0.");
        assertThatThrownBy(() -> DevelopmentStage.of("a", cny(-1), number(-1)))
                .hasMessageContaining("cost must be at least 0")
                .hasMessageContaining("years must be in [0, 100]");
        assertThatThrownBy(() -> new DevelopersProfit(number(15), DevelopersProfit.Base.PRODUCT_VALUE))
                .hasMessageContaining("Did you mean 0.15 (15%)?");
    }

    @Test
    void dates_that_count_from_the_valuation_date_are_refused() {
        var dated = HypotheticalDevelopment.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(
                Timing.dated(List.of(LocalDate.of(2027, 12, 31)), DayCount.ACT_365F)));
        assertThatThrownBy(() -> value(dated, facts()))
                .hasMessageContaining("timing does not fit: dates count from the valuation date");
    }
}
