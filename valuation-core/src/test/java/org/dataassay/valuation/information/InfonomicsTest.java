package org.dataassay.valuation.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.information.Infonomics.Combining;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfonomicsTest {

    private static InfonomicsFacts.Builder scored(double validity, double completeness) {
        return InfonomicsFacts.builder().validity(number(validity)).completeness(number(completeness));
    }

    private static InfonomicsFacts.Builder intrinsic(double v, double c, double held, double life) {
        return scored(v, c).intrinsic(new InfonomicsFacts.Intrinsic(number(held), number(life)));
    }

    private static double ivi(InfonomicsFacts facts, Combining how) {
        return new Infonomics(Infonomics.Options.STANDARD.withCombining(how))
                .evaluate(facts, CONTEXT)
                .intrinsicValue()
                .orElseThrow()
                .value();
    }

    static InfonomicsFacts all() {
        return scored(0.95, 0.8)
                .usableLife(number(3))
                .intrinsic(new InfonomicsFacts.Intrinsic(number(0.1), number(0.9)))
                .business(new InfonomicsFacts.Business(
                        List.of(
                                new InfonomicsFacts.BusinessProcess("dispatch", number(0.8)),
                                new InfonomicsFacts.BusinessProcess("billing", number(0.3))),
                        number(0.7)))
                .performance(new InfonomicsFacts.Performance(
                        List.of(
                                new InfonomicsFacts.Indicator("orders a day", number(120), number(100), false),
                                new InfonomicsFacts.Indicator("days late", number(4), number(5), true)),
                        number(0.5)))
                .cost(new InfonomicsFacts.Cost(
                        cny(400_000),
                        number(0.25),
                        number(1),
                        List.of(
                                new InfonomicsFacts.Loss("orders", cny(50_000)),
                                new InfonomicsFacts.Loss("claims", cny(10_000)))))
                .market(new InfonomicsFacts.Market(cny(300_000), number(12), number(4)))
                .economic(new InfonomicsFacts.Economic(
                        cny(2_000_000), cny(1_700_000), cny(60_000), cny(30_000), cny(50_000), number(1.5)))
                .build();
    }

    @Test
    void six_measures_worked_by_hand() {
        var found = Infonomics.standard().evaluate(all(), CONTEXT);
        assertThat(found.intrinsicValue().orElseThrow().value()).isCloseTo(0.95 * 0.8 * 0.9 * 0.9, within(1e-15));
        assertThat(found.businessValue().orElseThrow().value())
                .isCloseTo((0.8 + 0.3) * 0.95 * 0.8 * 0.7, within(1e-15));
        // 20 % more orders and, days being better when fewer, 25 % less lateness, over six windows of half a year
        assertThat(found.performanceValue().orElseThrow().value()).isCloseTo((0.2 + 0.25) * 6, within(1e-14));
        assertThat(found.costValue()).contains(money(400_000 * 0.25 * 3 + 60_000));
        assertThat(found.marketValue()).contains(money(900_000));
        assertThat(found.economicValue()).contains(money(160_000 * 2));
        assertThat(found.worksheet().result()).isEqualTo("ivi");
        assertThat(found.notes()).extracting(Note::code).contains("forms-unconfirmed", "index-is-no-money");
    }

    @Test
    void indices_are_no_money_in_type_and_unit() {
        for (var name : List.of("intrinsicValue", "businessValue", "performanceValue"))
            assertThat(Arrays.stream(InfonomicsMeasures.class.getRecordComponents())
                            .filter(component -> component.getName().equals(name))
                            .map(RecordComponent::getGenericType)
                            .map(Object::toString))
                    .singleElement()
                    .asString()
                    .contains(Index.class.getName());
        var sheet = Infonomics.standard().evaluate(all(), CONTEXT).worksheet();
        for (var name : List.of("ivi", "bvi", "pvi"))
            assertThat(sheet.unit(name)).isEqualTo(Unit.INDEX);
        for (var name : List.of("cvi", "mvi", "evi"))
            assertThat(sheet.unit(name)).isEqualTo(Unit.MONEY);
    }

    @Test
    void what_is_left_out_is_not_computed() {
        var found = Infonomics.standard()
                .evaluate(
                        InfonomicsFacts.builder()
                                .market(new InfonomicsFacts.Market(cny(100), number(3), number(1)))
                                .build(),
                        CONTEXT);
        assertThat(found.marketValue()).contains(money(300));
        assertThat(found.intrinsicValue()).isEmpty();
        assertThat(found.economicValue()).isEmpty();
        assertThat(found.notes()).extracting(Note::code).doesNotContain("index-is-no-money");
    }

    @Test
    void a_zero_collapses_a_product_but_not_an_average() {
        var facts = intrinsic(0.9, 0, 0.2, 1).build();
        assertThat(ivi(facts, Combining.PRODUCT)).isZero();
        assertThat(ivi(facts, Combining.GEOMETRIC_MEAN)).isZero();
        assertThat(ivi(facts, Combining.ARITHMETIC_MEAN)).isCloseTo((0.9 + 0.8 + 1) / 4, within(1e-15));
        assertThat(Infonomics.standard().evaluate(facts, CONTEXT).notes())
                .extracting(Note::code)
                .contains("zero-score-collapses");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void better_data_never_measure_less_and_means_stay_within_the_scores(long seed) {
        var random = new SplittableRandom(seed);
        double v = random.nextDouble();
        double c = random.nextDouble();
        double held = random.nextDouble();
        double life = random.nextDouble();
        var facts = intrinsic(v, c, held, life).build();
        double least = Math.min(Math.min(v, c), Math.min(1 - held, life));
        double most = Math.max(Math.max(v, c), Math.max(1 - held, life));
        for (var how : Combining.values()) {
            double found = ivi(facts, how);
            assertThat(ivi(intrinsic(v + (1 - v) / 2, c, held, life).build(), how))
                    .isGreaterThanOrEqualTo(found);
            assertThat(ivi(intrinsic(v, c, held / 2, life).build(), how)).isGreaterThanOrEqualTo(found);
            if (how != Combining.PRODUCT) assertThat(found).isBetween(least - 1e-15, most + 1e-15);
        }
        assertThat(ivi(facts, Combining.PRODUCT)).isLessThanOrEqualTo(ivi(facts, Combining.GEOMETRIC_MEAN));
        assertThat(ivi(facts, Combining.GEOMETRIC_MEAN))
                .isLessThanOrEqualTo(ivi(facts, Combining.ARITHMETIC_MEAN) + 1e-15);
        assertThat(ivi(facts, Combining.GEOMETRIC_MEAN))
                .isCloseTo(StrictMath.pow(v * c * (1 - held) * life, 0.25), within(1e-14));
    }

    @Test
    void bad_input_says_so_all_at_once() {
        assertThatThrownBy(() -> scored(95, 0.8)
                        .intrinsic(new InfonomicsFacts.Intrinsic(number(0.1), number(1)))
                        .economic(new InfonomicsFacts.Economic(cny(1), cny(1), cny(1), cny(1), cny(1), number(1)))
                        .build())
                .hasMessageContaining("validity must be in [0, 1] as a decimal, but was 95. Did you mean 0.95 (95%)?")
                .hasMessageContaining("usableLife is missing. PVI, CVI and EVI need the years");
        assertThatThrownBy(() -> InfonomicsFacts.builder().build())
                .hasMessageContaining("Give what at least one of the six measures needs");
        assertThatThrownBy(() -> new InfonomicsFacts.Indicator("k", number(0), number(-1), false))
                .hasMessageContaining("informed must be above 0, but was 0")
                .hasMessageContaining("control must be above 0, but was -1");
        assertThatThrownBy(() -> new InfonomicsFacts.Market(cny(-1), number(-2), number(0.5)))
                .hasMessageContaining("exclusivePrice")
                .hasMessageContaining("licensees")
                .hasMessageContaining("premium must be in [1, ");
        assertThatThrownBy(() -> new InfonomicsFacts.Performance(List.of(), number(0)))
                .hasMessageContaining("indicators must be 1 to 1000, but was 0")
                .hasMessageContaining("window must be above 0");
        assertThatThrownBy(() -> ivi(intrinsic(0.9, 0.9, 0.1, 24).build(), Combining.ARITHMETIC_MEAN))
                .hasMessageContaining("lifecycleIsAShare")
                .hasMessageContaining("give the lifecycle as a share of the longest compared");
        assertThatThrownBy(() -> new Index(Double.NaN)).hasMessageContaining("value must be finite");
    }
}
