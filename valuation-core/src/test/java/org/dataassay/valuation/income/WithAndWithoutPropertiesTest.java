package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.life.Ramp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the difference that an asset makes. */
class WithAndWithoutPropertiesTest {

    /** One draw of a case, so that a law can move one input and keep the rest. */
    private record Case(
            List<Double> with, List<Double> without, List<Double> costs, double tax, double rate, double probability) {

        static Case any(long seed) {
            var random = new SplittableRandom(seed);
            int n = random.nextInt(1, 12);
            return new Case(
                    random.doubles(n, 0, 1e7).boxed().toList(),
                    random.doubles(n, 0, 1e7).boxed().toList(),
                    random.doubles(n, 0, 1e6).boxed().toList(),
                    random.nextDouble(0, 0.5),
                    random.nextDouble(0.01, 0.4),
                    random.nextDouble(0, 1));
        }

        private BusinessCase business(List<Double> revenue) {
            return BusinessCase.of(new OperatingIncome.Amounts(row(revenue), row(costs), Optional.empty()));
        }

        private Comparison comparison() {
            return Comparison.of(business(with), business(without)).withProbability(number(probability));
        }

        private IncomeTerms terms() {
            return IncomeTerms.of(number(tax), Terms.rate(rate));
        }

        double value() {
            return value(WithAndWithoutFacts.of(comparison(), terms()));
        }

        double atTwoRates(double other) {
            return value(WithAndWithoutFacts.of(comparison(), terms()).withDiscountRateWithout(Terms.rate(other)));
        }

        double ramped(double years) {
            return value(WithAndWithoutFacts.of(
                    comparison().withRampBack(RampBack.of(new Ramp.Linear(number(years)))), terms()));
        }

        private static double value(WithAndWithoutFacts facts) {
            return WithAndWithout.standard()
                    .evaluate(facts, CONTEXT)
                    .worksheet()
                    .value();
        }

        /** Terms of both cases, which bound the rounding. */
        double size() {
            return IntStream.range(0, with.size())
                    .mapToDouble(t -> with.get(t) + without.get(t) + 2 * costs.get(t))
                    .sum();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_an_increment(long seed) {
        var c = Case.any(seed);
        double value = c.value();
        double rounding = 1e-13 * c.size();
        double direct = 0;
        for (int t = 1; t <= c.with.size(); t++)
            direct += (c.with.get(t - 1) - c.without.get(t - 1))
                    * (1 - c.tax)
                    * c.probability
                    * StrictMath.pow(1 + c.rate, 0.5 - t);
        assertThat(value).as("the difference valued directly").isCloseTo(direct, within(rounding));
        assertThat(c.atTwoRates(c.rate)).as("two equal rates are one").isCloseTo(value, within(rounding));
        assertThat(new Case(c.without, c.with, c.costs, c.tax, c.rate, c.probability).value())
                .as("cases exchanged")
                .isCloseTo(-value, within(rounding));
        assertThat(new Case(c.with, c.with, c.costs, c.tax, c.rate, c.probability).value())
                .as("an asset without effect")
                .isZero();
        assertThat(new Case(doubled(c.with), doubled(c.without), doubled(c.costs), c.tax, c.rate, c.probability)
                        .value())
                .as("doubling money doubles value")
                .isCloseTo(2 * value, within(rounding));
        assertThat(new Case(doubled(c.with), c.without, c.costs, c.tax, c.rate, c.probability).value())
                .as("a better case with the asset")
                .isGreaterThanOrEqualTo(value - rounding);
        assertThat(c.ramped(1e-9)).as("coming back at once").isZero();
        var better = new Case(doubled(c.without), c.without, c.costs, c.tax, c.rate, c.probability);
        assertThat(better.ramped(3))
                .as("coming back later")
                .isLessThanOrEqualTo(better.ramped(5) + rounding)
                .isLessThanOrEqualTo(better.value() + rounding);
    }

    private static List<Double> doubled(List<Double> amounts) {
        return amounts.stream().map(a -> 2 * a).toList();
    }
}
