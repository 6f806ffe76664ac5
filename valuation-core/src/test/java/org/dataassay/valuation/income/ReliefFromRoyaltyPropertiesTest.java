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

/** Laws that hold for flows of one sign. */
class ReliefFromRoyaltyPropertiesTest {

    /** One draw of a case, so that a law can move one input and keep the rest. */
    private record Case(List<Double> revenue, double royalty, double tax, double rate, double life, double loss) {

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

        double value() {
            var terms = IncomeTerms.of(number(tax), Terms.rate(rate))
                    .withRemainingUsefulLife(number(life))
                    .withDecay(new Decay.ConstantRate(number(loss)))
                    .withTaxAmortization(TaxAmortizationBenefit.straightLine(10));
            var facts = RoyaltyFacts.of(
                    row(revenue),
                    new Royalty(number(royalty), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE),
                    terms);
            return ReliefFromRoyalty.standard()
                    .evaluate(facts, CONTEXT)
                    .worksheet()
                    .value();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_royalty_stream(long seed) {
        var c = Case.any(seed);
        double value = c.value();
        assertThat(value).isNotNegative();
        var doubled = new Case(c.revenue.stream().map(r -> 2 * r).toList(), c.royalty, c.tax, c.rate, c.life, c.loss);
        assertThat(doubled.value())
                .as("doubling money doubles value")
                .isCloseTo(2 * value, within(1e-12 * Math.abs(value)));
        assertThat(new Case(c.revenue, c.royalty * 1.1, c.tax, c.rate, c.life, c.loss).value())
                .as("a higher royalty")
                .isGreaterThanOrEqualTo(value);
        assertThat(new Case(c.revenue, c.royalty, c.tax, c.rate * 1.1, c.life, c.loss).value())
                .as("a higher discount rate")
                .isLessThanOrEqualTo(value);
        assertThat(new Case(c.revenue, c.royalty, c.tax, c.rate, Math.min(c.life * 1.2, c.revenue.size()), c.loss)
                        .value())
                .as("a longer life")
                .isGreaterThanOrEqualTo(value * (1 - 1e-15));
        assertThat(new Case(c.revenue, c.royalty, c.tax, c.rate, c.life, c.loss + 0.1).value())
                .as("a faster decay")
                .isLessThanOrEqualTo(value);
    }
}
