package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.row;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.income.ContributoryAsset.Kind;
import org.dataassay.valuation.income.ContributoryCharge.ReturnOf;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.sheet.InputRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExcessEarningsPropertiesTest {

    /** One draw of a case. */
    private record Case(
            List<Double> revenue,
            double margin,
            double fairValue,
            double required,
            double assetLife,
            double tax,
            double rate,
            double life,
            double loss) {

        static Case any(long seed) {
            var random = new SplittableRandom(seed);
            int n = random.nextInt(1, 15);
            return new Case(
                    random.doubles(n, 1e5, 1e7).boxed().toList(),
                    random.nextDouble(0.1, 0.9),
                    random.nextDouble(0, 1e4),
                    random.nextDouble(0.01, 0.2),
                    random.nextDouble(0.2, 1.5 * n),
                    random.nextDouble(0, 0.5),
                    random.nextDouble(0.01, 0.4),
                    random.nextDouble(0.1, n),
                    random.nextDouble(0, 0.3));
        }

        Case with(double factor, double required, double assetLife, double rate) {
            return new Case(
                    revenue.stream().map(r -> r * factor).toList(),
                    margin,
                    fairValue * factor,
                    required,
                    assetLife,
                    tax,
                    rate,
                    life,
                    loss);
        }

        IncomeTerms terms() {
            return IncomeTerms.of(number(tax), Terms.rate(rate))
                    .withRemainingUsefulLife(number(life))
                    .withDecay(new Decay.ConstantRate(number(loss)));
        }

        double value(ReturnOf returnOf) {
            return value(List.of(ContributoryAsset.of(
                    "plant",
                    Kind.FIXED_ASSETS,
                    new ContributoryCharge.ReturnOnFairValue(cny(fairValue), Terms.rate(required), returnOf),
                    number(assetLife))));
        }

        double value(List<ContributoryAsset> assets) {
            var margins = InputRow.of(Collections.nCopies(revenue.size(), margin));
            var facts =
                    new ExcessEarningsFacts("scores", new Earnings.OfRevenue(row(revenue), margins), assets, terms());
            return MultiPeriodExcessEarnings.standard()
                    .evaluate(facts, CONTEXT)
                    .worksheet()
                    .value();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_excess_earnings(long seed) {
        var c = Case.any(seed);
        for (var returnOf : List.of(ReturnOf.IN_CHARGE, ReturnOf.IN_PROFIT_AND_LOSS)) {
            double value = c.value(returnOf);
            assertThat(c.with(2, c.required, c.assetLife, c.rate).value(returnOf))
                    .as("homogeneous in money")
                    .isCloseTo(2 * value, within(1e-11 * Math.abs(value) + 1e-6));
            assertThat(c.with(1, c.required + 0.01, c.assetLife, c.rate).value(returnOf))
                    .as("a higher required return")
                    .isLessThanOrEqualTo(value);
            assertThat(value).as("no charge adds value").isLessThanOrEqualTo(c.value(List.of()));
        }
        assertThat(c.with(1, c.required, c.assetLife * 1.3, c.rate).value(ReturnOf.IN_PROFIT_AND_LOSS))
                .as("a charge that runs longer")
                .isLessThanOrEqualTo(c.value(ReturnOf.IN_PROFIT_AND_LOSS) + 1e-9);
        assertThat(c.with(1, c.required, c.assetLife, c.rate * 1.1).value(List.of()))
                .as("a higher discount rate")
                .isLessThanOrEqualTo(c.value(List.of()));
    }

    /** Where nothing helps, all of the profit is the asset's: a royalty of the whole margin. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void without_charges_it_is_a_royalty_of_the_margin(long seed) {
        var c = Case.any(seed);
        var royalty = new Royalty(number(c.margin), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
        double spared = ReliefFromRoyalty.standard()
                .evaluate(RoyaltyFacts.of(row(c.revenue), royalty, c.terms()), CONTEXT)
                .worksheet()
                .value();
        assertThat(c.value(List.of())).isCloseTo(spared, within(1e-12 * spared));
    }

    /** A share of revenue s after tax takes s / (1 − τ) off the margin. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_charge_as_a_share_of_revenue_is_a_smaller_margin(long seed) {
        var c = Case.any(seed);
        var staff = ContributoryAsset.of(
                "staff", Kind.WORKFORCE, new ContributoryCharge.ShareOfRevenue(number(c.margin * 0.2)));
        double left = 1 - 0.2 / (1 - c.tax);
        double all = c.value(List.of());
        assertThat(c.value(List.of(staff))).isCloseTo(left * all, within(1e-11 * all));
    }
}
