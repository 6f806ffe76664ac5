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
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributorTest {

    private static final Distributor.Options END =
            Distributor.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static ContributoryAsset capital(double fairValue) {
        return ContributoryAsset.of(
                "working capital",
                ContributoryAsset.Kind.WORKING_CAPITAL,
                new ContributoryCharge.ReturnOnFairValue(cny(fairValue), rate(0.05), ContributoryCharge.ReturnOf.NONE));
    }

    private static ContributoryAsset people(double share) {
        return ContributoryAsset.of(
                "sales force", ContributoryAsset.Kind.WORKFORCE, new ContributoryCharge.ShareOfRevenue(number(share)));
    }

    private static double value(Distributor.Options options, DistributorFacts facts) {
        return new Distributor(options).evaluate(facts, CONTEXT).worksheet().value();
    }

    /** Margin 8 % of 1000 after 20 % tax, less 5 % on 200 and 1 % of revenue; a fifth of the customers leaves each year. */
    @Test
    void the_margin_less_the_charges_follows_the_closed_form() {
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.2)));
        var facts = DistributorFacts.of(
                row(List.of(1000.0, 1000.0)), number(0.08), List.of(capital(200), people(0.01)), terms);
        double s1 = StrictMath.sqrt(0.8);
        double s2 = 0.8 * s1;
        double yearly = 1000 * 0.08 * 0.8 - 200 * 0.05 - 1000 * 0.01;
        assertThat(value(END, facts)).isCloseTo(yearly * (s1 / 1.1 + s2 / 1.21), within(1e-12));
        double asStated = (64 - 10) * s1 / 1.1 + (64 - 10) * s2 / 1.21 - 10 / 1.1 - 10 / 1.21;
        assertThat(value(END.withChargeAttrition(MultiPeriodExcessEarnings.ChargeAttrition.AS_STATED), facts))
                .isCloseTo(asStated, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_distributor(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 10);
        var revenue = random.doubles(n, 0, 1e6).boxed().toList();
        double margin = random.nextDouble(0, 0.3);
        double capital = random.nextDouble(0, 1e5);
        double loss = random.nextDouble(0, 0.4);
        double value = value(revenue, margin, capital, loss);
        assertThat(value(revenue.stream().map(r -> 2 * r).toList(), margin, 2 * capital, loss))
                .as("doubling money doubles value")
                .isCloseTo(2 * value, within(1e-6));
        assertThat(value(revenue, margin * 1.1, capital, loss))
                .as("a higher margin")
                .isGreaterThanOrEqualTo(value - 1e-9);
        assertThat(value(revenue, margin, capital * 1.1, loss))
                .as("more capital to be paid")
                .isLessThanOrEqualTo(value + 1e-9);
        assertThat(value(revenue, margin, 0, loss))
                .as("faster loss of customers")
                .isGreaterThanOrEqualTo(value(revenue, margin, 0, loss + 0.1));
        var excess = new ExcessEarningsFacts(
                "customers",
                new Earnings.OfRevenue(
                        row(revenue),
                        InputRow.of(revenue.stream().map(r -> margin).toList())),
                List.of(capital(capital)),
                TERMS.withDecay(new Decay.ConstantRate(number(loss))));
        var options = MultiPeriodExcessEarnings.Options.STANDARD.withChargeAttrition(
                MultiPeriodExcessEarnings.ChargeAttrition.LIKE_REVENUE);
        assertThat(value)
                .as("the excess earnings of a business with a distributor's margin")
                .isCloseTo(
                        new MultiPeriodExcessEarnings(options)
                                .evaluate(excess, CONTEXT)
                                .worksheet()
                                .value(),
                        within(1e-6));
    }

    private static double value(List<Double> revenue, double margin, double capital, double loss) {
        return value(
                Distributor.Options.STANDARD,
                DistributorFacts.of(
                        row(revenue),
                        number(margin),
                        List.of(capital(capital)),
                        TERMS.withDecay(new Decay.ConstantRate(number(loss)))));
    }

    @Test
    void a_margin_that_leaves_nothing_for_the_business_is_warned_of() {
        var facts = DistributorFacts.of(row(List.of(1000.0)), number(0.1), List.of(), TERMS)
                .withBusinessMargin(number(0.08));
        assertThat(Distributor.standard().evaluate(facts, CONTEXT).notes())
                .extracting(Note::code)
                .contains("distributor-earns-more", "distributor-without-assets");
        var sound = DistributorFacts.of(row(List.of(1000.0)), number(0.1), List.of(people(0.01)), TERMS)
                .withBusinessMargin(number(0.2));
        assertThat(Distributor.standard().evaluate(sound, CONTEXT).notes())
                .extracting(Note::code)
                .doesNotContain("distributor-earns-more", "distributor-without-assets");
    }

    @Test
    void broken_fields_are_named_together() {
        assertThatThrownBy(() ->
                        DistributorFacts.of(row(List.of(-1.0)), number(8), List.of(people(0.1), people(0.1)), TERMS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("revenue[0] must be at least 0")
                .hasMessageContaining(
                        "distributorMargin must be in [0, 1] as a decimal, but was 8. Did you mean 0.08 (8%)?")
                .hasMessageContaining("contributoryAssets[1].name is used twice: sales force.");
        assertThatThrownBy(() -> DistributorFacts.of(row(List.of(1.0)), number(0.1), List.of(), TERMS)
                        .withBusinessMargin(number(8)))
                .hasMessageContaining("businessMargin must be in [-1, 1]");
    }
}
