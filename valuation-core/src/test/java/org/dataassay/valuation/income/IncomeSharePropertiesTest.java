package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.life.Decay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncomeSharePropertiesTest {

    /** One draw of a case. */
    private record Case(List<Double> income, double share, double tax, double rate, double loss) {

        static Case any(long seed) {
            var random = new SplittableRandom(seed);
            return new Case(
                    random.doubles(random.nextInt(1, 15), 0, 1e7).boxed().toList(),
                    random.nextDouble(0.01, 0.9),
                    random.nextDouble(0, 0.5),
                    random.nextDouble(0.01, 0.4),
                    random.nextDouble(0, 0.5));
        }

        IncomeTerms terms() {
            return IncomeTerms.of(number(tax), Terms.rate(rate)).withDecay(new Decay.ConstantRate(number(loss)));
        }

        double value() {
            return value(SplitRate.Agreed.of(number(share), "contract"), 1);
        }

        double value(SplitRate split, double factor) {
            var amounts = row(income.stream().map(r -> r * factor).toList());
            return IncomeShare.standard()
                    .evaluate(IncomeShareFacts.of(IncomeShareFacts.Base.REVENUE, amounts, split, terms()), CONTEXT)
                    .worksheet()
                    .value();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_share(long seed) {
        var c = Case.any(seed);
        double value = c.value();
        var split = SplitRate.Agreed.of(number(c.share), "contract");
        assertThat(c.value(split, 2)).as("homogeneous").isCloseTo(2 * value, within(1e-12 * value));
        assertThat(c.value(SplitRate.Agreed.of(number(c.share * 1.1), "contract"), 1))
                .as("a higher share")
                .isGreaterThanOrEqualTo(value);
        assertThat(new Case(c.income, c.share, c.tax, c.rate * 1.1, c.loss).value())
                .as("a higher rate")
                .isLessThanOrEqualTo(value);
        double others = c.value(SplitRate.Agreed.of(number(1 - c.share), "contract"), 1);
        double all = DirectIncome.standard()
                .evaluate(new DirectIncomeFacts(new IncomeStream.Profit(row(c.income)), c.terms()), CONTEXT)
                .worksheet()
                .value();
        assertThat(value + others).as("the shares divide all of it").isCloseTo(all, within(1e-12 * all));
    }

    /** A royalty is a share of revenue; equal costs and profits divide equally. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_share_of_revenue_is_a_royalty_and_equal_partners_share_equally(long seed) {
        var c = Case.any(seed);
        var royalty = new Royalty(number(c.share), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
        double spared = ReliefFromRoyalty.standard()
                .evaluate(RoyaltyFacts.of(row(c.income), royalty, c.terms()), CONTEXT)
                .worksheet()
                .value();
        assertThat(c.value()).isCloseTo(spared, within(1e-12 * spared));
        var equal = new SplitRate.EquivalentInvestment(
                new SplitRate.Investment("data", cny(100), number(c.share)),
                List.of(new SplitRate.Investment("other", cny(100), number(c.share))));
        double half = c.value(SplitRate.Agreed.of(number(0.5), "contract"), 1);
        assertThat(c.value(equal, 1)).isCloseTo(half, within(1e-12 * half));
    }
}
