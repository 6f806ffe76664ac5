package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.life.Decay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of flows of one sign, and what a license costs to its two sides. */
class DirectIncomePropertiesTest {

    /** One draw of a case. */
    private record Case(List<Double> revenue, double variable, double tax, double rate, double life, double loss) {

        static Case any(long seed) {
            var random = new SplittableRandom(seed);
            int n = random.nextInt(1, 15);
            return new Case(
                    random.doubles(n, 0, 1e7).boxed().toList(),
                    random.nextDouble(0, 0.9),
                    random.nextDouble(0, 0.5),
                    random.nextDouble(0.01, 0.4),
                    random.nextDouble(0.1, n),
                    random.nextDouble(0, 0.5));
        }

        IncomeTerms terms() {
            return IncomeTerms.of(number(tax), Terms.rate(rate))
                    .withRemainingUsefulLife(number(life))
                    .withDecay(new Decay.ConstantRate(number(loss)));
        }

        List<Double> scaled(double factor) {
            return revenue.stream().map(r -> r * factor).toList();
        }

        double value() {
            return value(
                    IncomeStream.RevenueLessCosts.of(row(revenue)).withVariableCosts(row(scaled(variable))), terms());
        }

        static double value(IncomeStream income, IncomeTerms terms) {
            return DirectIncome.standard()
                    .evaluate(new DirectIncomeFacts(income, terms), CONTEXT)
                    .worksheet()
                    .value();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_stream_of_income(long seed) {
        var c = Case.any(seed);
        double value = c.value();
        assertThat(value).isNotNegative();
        assertThat(new Case(c.scaled(2), c.variable, c.tax, c.rate, c.life, c.loss).value())
                .as("doubling money doubles value")
                .isCloseTo(2 * value, within(1e-12 * value));
        assertThat(new Case(c.revenue, c.variable, c.tax, c.rate * 1.1, c.life, c.loss).value())
                .as("a higher discount rate")
                .isLessThanOrEqualTo(value);
        assertThat(new Case(c.revenue, c.variable + 0.05, c.tax, c.rate, c.life, c.loss).value())
                .as("higher costs")
                .isLessThanOrEqualTo(value);
        assertThat(new Case(c.revenue, c.variable, c.tax, c.rate, Math.min(c.life * 1.2, c.revenue.size()), c.loss)
                        .value())
                .as("a longer life")
                .isGreaterThanOrEqualTo(value * (1 - 1e-15));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_profit_is_revenue_less_costs_and_a_net_cash_flow_is_a_profit_after_tax(long seed) {
        var c = Case.any(seed);
        double value = c.value();
        var profit = row(c.scaled(1 - c.variable));
        assertThat(Case.value(new IncomeStream.Profit(profit), c.terms()))
                .isCloseTo(value, within(1e-9 * value + 1e-9));
        var net = row(c.scaled((1 - c.variable) * (1 - c.tax)));
        assertThat(Case.value(new IncomeStream.NetCashFlow(net), c.terms()))
                .isCloseTo(value, within(1e-9 * value + 1e-9));
    }

    /** What the licensor earns is what the owner is spared. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void license_fees_as_income_are_worth_the_royalties_saved(long seed) {
        var c = Case.any(seed);
        double royaltyRate = 1 - c.variable;
        var royalty = new Royalty(number(royaltyRate), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
        double spared = ReliefFromRoyalty.standard()
                .evaluate(RoyaltyFacts.of(row(c.revenue), royalty, c.terms()), CONTEXT)
                .worksheet()
                .value();
        var fees = IncomeStream.RevenueLessCosts.of(row(c.scaled(royaltyRate)));
        assertThat(Case.value(fees, c.terms())).isCloseTo(spared, within(1e-12 * spared));
    }
}
