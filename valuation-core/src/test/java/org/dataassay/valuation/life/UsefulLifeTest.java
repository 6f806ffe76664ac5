package org.dataassay.valuation.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsefulLifeTest {

    private static final EconomicLife FIVE_YEARS =
            new EconomicLife.Benefits(row(List.of(100.0, 80.0, 60.0, 30.0, 5.0)), Optional.empty(), rate(0.1));

    private static final UsefulLife WITHIN =
            new UsefulLife(UsefulLife.Options.STANDARD.withCrossing(UsefulLife.Crossing.WITHIN_THE_YEAR));

    @Test
    void the_shortest_binds_and_is_told() {
        var found = UsefulLife.standard()
                .evaluate(
                        UsefulLifeFacts.of(
                                        LifeLimit.of(LifeLimit.Kind.LEGAL, number(10)),
                                        LifeLimit.until(
                                                LifeLimit.Kind.CONTRACT,
                                                LocalDate.of(2028, 12, 31),
                                                Source.assumed("contract")),
                                        LifeLimit.of(LifeLimit.Kind.TECHNICAL, number(6)))
                                .withEconomic(new EconomicLife.Judged(number(5))),
                        CONTEXT);
        assertThat(found.value()).isCloseTo(3, within(0.01));
        assertThat(found.unit()).isEqualTo(Unit.YEARS);
        assertThat(found.notes()).contains(Note.of(Note.Kind.INFO, "binding-life", "contract"));
        assertThat(found.notes().stream().filter(n -> n.code().equals("binding-life")))
                .hasSize(1);
    }

    @Test
    void equal_lives_both_bind() {
        var found = UsefulLife.standard()
                .evaluate(
                        UsefulLifeFacts.of(
                                LifeLimit.of(LifeLimit.Kind.LEGAL, number(4)),
                                LifeLimit.of(LifeLimit.Kind.AUTHORIZATION, number(4))),
                        CONTEXT);
        assertThat(found.notes())
                .contains(
                        Note.of(Note.Kind.INFO, "binding-life", "legal"),
                        Note.of(Note.Kind.INFO, "binding-life", "authorization"))
                .extracting(Note::code)
                .contains("no-economic-life");
    }

    /** 100/1.1^½, 80/1.1^1½ … written out. */
    @Test
    void the_economic_life_ends_where_the_share_of_present_value_is_reached() {
        double[] present = new double[5];
        double[] benefits = {100, 80, 60, 30, 5};
        double total = 0;
        for (int t = 0; t < 5; t++) {
            present[t] = benefits[t] / StrictMath.pow(1.1, t + 0.5);
            total += present[t];
        }
        double threeYears = present[0] + present[1] + present[2];
        assertThat(threeYears / total).isBetween(0.85, 0.95); // so the fourth year is needed
        var facts = new UsefulLifeFacts(List.of(), Optional.of(FIVE_YEARS));
        assertThat(UsefulLife.standard().evaluate(facts, CONTEXT).value()).isEqualTo(4);
        assertThat(WITHIN.evaluate(facts, CONTEXT).value())
                .isCloseTo(3 + (0.95 * total - threeYears) / present[3], within(1e-12));
    }

    @Test
    void decay_shortens_it() {
        var decaying = new EconomicLife.Benefits(
                row(List.of(100.0, 80.0, 60.0, 30.0, 5.0)), Optional.of(new Decay.HalfLife(number(1.5))), rate(0.1));
        double without = WITHIN.evaluate(new UsefulLifeFacts(List.of(), Optional.of(FIVE_YEARS)), CONTEXT)
                .value();
        assertThat(WITHIN.evaluate(new UsefulLifeFacts(List.of(), Optional.of(decaying)), CONTEXT)
                        .value())
                .isLessThan(without);
    }

    @Test
    void a_forecast_that_ends_too_soon_is_noted() {
        var level = new EconomicLife.Benefits(row(List.of(10.0, 10.0, 10.0)), Optional.empty(), rate(0));
        var found = UsefulLife.standard().evaluate(new UsefulLifeFacts(List.of(), Optional.of(level)), CONTEXT);
        assertThat(found.value()).isEqualTo(3);
        assertThat(found.notes()).extracting(Note::code).contains("forecast-too-short");
    }

    @Test
    void years_without_benefit_are_passed_through() {
        var late = new EconomicLife.Benefits(row(List.of(0.0, 50.0, 0.0, 50.0, 0.0)), Optional.empty(), rate(0));
        var facts = new UsefulLifeFacts(List.of(), Optional.of(late));
        assertThat(WITHIN.evaluate(facts, CONTEXT).value()).isCloseTo(3.9, within(1e-9));
        assertThat(UsefulLife.standard().evaluate(facts, CONTEXT).value()).isEqualTo(4);
    }

    @Test
    void wrong_facts_are_told() {
        assertThatThrownBy(() -> new UsefulLifeFacts(List.of(), Optional.empty()))
                .hasMessage("limits is missing. Give a limit by law, contract or technology, or the economic life.");
        assertThatThrownBy(() -> UsefulLifeFacts.of(
                        LifeLimit.of(LifeLimit.Kind.LEGAL, number(4)), LifeLimit.of(LifeLimit.Kind.LEGAL, number(5))))
                .hasMessageContaining("limits[1].kind is used twice: LEGAL");
        assertThatThrownBy(() -> LifeLimit.of(LifeLimit.Kind.LEGAL, number(0)))
                .hasMessageContaining("An asset without remaining life has no value");
        var ended = UsefulLifeFacts.of(
                LifeLimit.until(LifeLimit.Kind.CONTRACT, LocalDate.of(2025, 12, 31), Source.NOT_STATED));
        assertThatThrownBy(() -> UsefulLife.standard().evaluate(ended, CONTEXT))
                .hasMessageContaining("lastDay must be after the valuation date 2025-12-31, but was 2025-12-31");
        assertThatThrownBy(() -> UsefulLife.Options.STANDARD.withPresentValueShare(95))
                .hasMessageContaining("presentValueShare must be between 0 and 1, but was 95");
        assertThatThrownBy(() -> new EconomicLife.Benefits(row(List.of(0.0, -1.0)), Optional.empty(), rate(0.1)))
                .hasMessageContaining("benefits[1] must be at least 0")
                .hasMessageContaining("benefits must be above 0 in some year");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void laws_of_the_economic_life(long seed) {
        var random = new SplittableRandom(seed);
        var benefits = new ArrayList<Double>();
        int n = random.nextInt(2, 15);
        for (int t = 0; t < n; t++) benefits.add(Math.rint(random.nextDouble(1, 1000)));
        double r = random.nextDouble(0, 0.3);
        double life = life(WITHIN, benefits, r);
        double whole = life(UsefulLife.standard(), benefits, r);
        // the year in which the share is reached counts in full
        assertThat(whole).isEqualTo(Math.ceil(life - 1e-9));
        // money may be counted in other units
        assertThat(life(WITHIN, benefits.stream().map(b -> 1000 * b).toList(), r))
                .isCloseTo(life, within(1e-9));
        // a larger share needs longer, a higher rate moves weight to early years
        var more = new UsefulLife(WITHIN.options().withPresentValueShare(0.97));
        assertThat(life(more, benefits, r)).isGreaterThan(life);
        assertThat(life(WITHIN, benefits, r + 0.1)).isLessThanOrEqualTo(life);
        // when in the year all benefits arrive does not matter
        var end = new UsefulLife(WITHIN.options().withTiming(Timing.END));
        assertThat(life(end, benefits, r)).isCloseTo(life, within(1e-9));
        // a limit never lengthens
        double limit = random.nextDouble(0.5, 10);
        var facts = UsefulLifeFacts.of(LifeLimit.of(LifeLimit.Kind.LEGAL, number(limit)))
                .withEconomic(new EconomicLife.Benefits(row(benefits), Optional.empty(), rate(r)));
        assertThat(WITHIN.evaluate(facts, CONTEXT).value()).isCloseTo(Math.min(limit, life), within(1e-12));
    }

    private static double life(UsefulLife method, List<Double> benefits, double r) {
        var economic = new EconomicLife.Benefits(row(benefits), Optional.empty(), rate(r));
        return method.evaluate(new UsefulLifeFacts(List.of(), Optional.of(economic)), CONTEXT)
                .value();
    }
}
